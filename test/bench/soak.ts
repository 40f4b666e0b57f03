import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTask } from './lib/processes';
import { curveSvg } from './lib/soak-curve';
import { judge } from './lib/soak-verdict';
import type { SoakResult } from './tasks/soak';

/** `npm run soak`: see `scripts/soak.mjs`. */
const option = (name: string, otherwise: number): number => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  const value = found === undefined ? otherwise : Number(found.slice(name.length + 3));
  if (!(Number.isFinite(value) && value > 0)) throw new Error(`--${name} must be a number above 0`);
  return value;
};
const minutes = option('minutes', 5);
const seed = option('seed', 2021);
const curveFile =
  process.argv.find((argument) => argument.startsWith('--curve='))?.slice(8) ?? 'out/soak.svg';

console.log(`soak: ${minutes} min, seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'cabinet-soak-'));
try {
  const { result } = await runTask<SoakResult>('soak', { folder, minutes, seed });
  const verdicts = [judge('heap', result.samples, 'heapMb'), judge('RSS', result.samples, 'rssMb')];
  writeFileSync(curveFile, curveSvg(result.samples));
  console.log(`${result.syncs} syncs, ${result.pages} pages, ${result.exports} exports`);
  for (const { text } of verdicts) console.log(text);
  console.log(`curve: ${curveFile}`);
  if (verdicts.some(({ flat }) => !flat)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
