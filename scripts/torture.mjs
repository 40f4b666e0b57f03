// `npm run torture`: kills the program's processes at random moments and looks at what must hold.
// `--kills 30`, `--seed N` (printed; the same seed makes the same choices).
import { bundleBench } from './lib/bundle-bench.mjs';
import { buildProgram, enterProjectNode, readyRuntime, runNode } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();
const env = { ...process.env, TORTURE_RUNTIME: (await readyRuntime()).executable };
process.exit(runNode([await bundleBench('torture'), ...process.argv.slice(2)], { env }));
