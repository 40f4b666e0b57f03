// `npm run soak`: sync, browsing and exports in a loop on the real core and operator; is memory flat in the end?
// `--minutes=5`, `--seed=2021`, `--curve=out/soak.svg`.
import { bundleBench } from './lib/bundle-bench.mjs';
import { enterProjectNode, runNode } from './lib/setup.mjs';

await enterProjectNode();
process.exit(runNode([await bundleBench('soak'), ...process.argv.slice(2)]));
