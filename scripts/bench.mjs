// `npm run bench`: speed against named peers. `--quick` for fewer rounds and rows, `--write` for docs/performance.md,
// `--only=ingest,reads,growth,idle,pages,documents,archive,scale,start,rest,window` for some of the measures.
import { bundleBench } from './lib/bundle-bench.mjs';
import { buildProgram, enterProjectNode, readyRuntime, runNode } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();

const runtime = await readyRuntime();
const env = {
  ...process.env,
  BENCH_RUNTIME: runtime.kind,
  BENCH_RUNTIME_EXECUTABLE: runtime.executable,
};
process.exit(runNode([await bundleBench('run'), ...process.argv.slice(2)], { env }));
