// `npm run operator -- --port 8080 --size small --clock 2021-05-10T12:00`: the demo operator without the cabinet.
import { join } from 'node:path';
import { becomes, buildProgram, enterProjectNode, root } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();
await becomes(process.execPath, [join(root, 'out/main/operator.cjs'), ...process.argv.slice(2)]);
