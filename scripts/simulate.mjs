// `npm run simulate`: what clients cost their operator, from the request log of the program's own core.
// `--clients=100000`, `--seed=2021`, `--write` for docs/scale.md.
import { bundleBench } from './lib/bundle-bench.mjs';
import { enterProjectNode, runNode } from './lib/setup.mjs';

await enterProjectNode();
process.exit(runNode([await bundleBench('simulate'), ...process.argv.slice(2)]));
