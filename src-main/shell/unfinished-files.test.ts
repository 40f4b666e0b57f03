import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sweepUnfinished } from './unfinished-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unfinished-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const list = () => join(folder, 'unfinished.json');
const file = (name: string) => {
  const path = join(folder, name);
  writeFileSync(path, 'half');
  return path;
};
const partial = (digit: string) =>
  file(`.sip-cabinet-${digit.repeat(8)}-0000-4000-8000-000000000000.partial`);

it('removes at the next start what a killed program was writing, and nothing else', () => {
  const [killed, foreign, ended] = [partial('1'), partial('2'), partial('3')];
  const files = sweepUnfinished(list());
  files.begun(killed);
  files.begun(ended);
  files.ended(ended);

  sweepUnfinished(list());
  expect([killed, foreign, ended].map(existsSync)).toEqual([false, true, true]);
});

it('removes no file of another name, whatever the list says', () => {
  const own = file('Детализация.xlsx');
  writeFileSync(list(), JSON.stringify([own]));
  sweepUnfinished(list());
  expect(existsSync(own)).toBe(true);
});

it('forgets what it has removed', () => {
  const killed = partial('4');
  sweepUnfinished(list()).begun(killed);
  sweepUnfinished(list());
  partial('4');
  sweepUnfinished(list());
  expect(existsSync(killed)).toBe(true);
});

it('a list that cannot be kept spoils nothing', () => {
  // A file where the folder of the list should be.
  const files = sweepUnfinished(join(file('occupied'), 'unfinished.json'));
  expect(() => files.begun(partial('5'))).not.toThrow();
  expect(() => files.ended(partial('5'))).not.toThrow();
});
