// `npm run torture`: kills the program's processes at random moments and looks at what must hold.
// `--kills 30`, `--seed N` (printed; the same seed makes the same choices).
import { bundleBench } from './lib/bundle-bench.mjs';
import { buildProgram, enterProjectNode, runNode } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();
process.exit(runNode([await bundleBench('torture'), ...process.argv.slice(2)]));
