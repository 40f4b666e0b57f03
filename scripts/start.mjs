// `npm start`: installs what is missing, builds what has changed and opens the cabinet.
import { becomes, buildProgram, enterProjectNode, readyRuntime, root } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();
const runtime = await readyRuntime();

await becomes(runtime.executable, [root, ...process.argv.slice(2)]);
