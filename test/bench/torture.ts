import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { torture } from './torture/rounds';

/** Entry of `npm run torture`; run from the root of the project, after a build. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const kills = readCount('kills', values.kills);
const seed = readCount('seed', values.seed);

function readCount(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 2 ** 31) return value;
  throw new Error(`--${name}=${text} is not a whole number from 1 to 2147483648`);
}

console.log(`• ${kills} kills, --seed ${seed}`);
// Given by `npm run torture`, which finds or makes it.
const executable = process.env.TORTURE_RUNTIME ?? '';
const folder = mkdtempSync(join(tmpdir(), 'cabinet-torture-'));
try {
  const counts = await torture({ root: process.cwd(), executable, folder, kills, seed });
  for (const [name, count] of counts) console.log(`${name.padEnd(58)} ${count}`);
} catch (error) {
  console.error(`Broken with --seed ${seed}:`, error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
