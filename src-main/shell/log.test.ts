import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createLog, redact, tailOf } from './log';

const folder = mkdtempSync(join(tmpdir(), 'log-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps no secrets', () => {
  const planted = [
    'authorization: Bearer abcDEF-123_xyz',
    '{"password":"Secret 1","phone":"375291234567"}',
    'token=qwerty',
    `key ${'ab'.repeat(32)}`,
    'called +375441112233',
    'called +375 29 123-45-67',
    'account BY33 PRIM 3012 0000 0000 0027 0000 of 199999999',
    'account BY33PRIM30120000000000270000',
    'letter to buh@vasilek.example',
    'paid 1 988,62',
  ];
  const kept = planted.map(redact).join('\n');
  for (const secret of [
    'abcDEF',
    'Secret',
    '291234567',
    'qwerty',
    'abab',
    '441112233',
    '123-45',
    'PRIM',
    '199999999',
    'buh@',
    '988',
  ]) {
    expect(kept).not.toContain(secret);
  }
});

it('writes lines with time and level, and rotates', () => {
  const log = createLog(folder, () => Date.UTC(2021, 4, 10));
  writeFileSync(join(folder, 'cabinet.log'), 'x'.repeat(1_000_001));
  log('warn', 'something');
  expect(readdirSync(folder).sort()).toEqual(['cabinet.log', 'cabinet.log.1']);
  expect(readFileSync(join(folder, 'cabinet.log'), 'utf8')).toBe('2021-05-10T00:00:00.000Z warn something\n');
});

it('hands out its last lines, over the change of files too', () => {
  const place = join(folder, 'tail');
  expect(tailOf(place)).toBe('');
  const log = createLog(place, () => Date.UTC(2021, 4, 10));
  log('info', 'one');
  renameSync(join(place, 'cabinet.log'), join(place, 'cabinet.log.1'));
  log('info', 'two');
  expect(tailOf(place)).toBe('2021-05-10T00:00:00.000Z info one\n2021-05-10T00:00:00.000Z info two');
  expect(tailOf(place, 1)).toBe('2021-05-10T00:00:00.000Z info two');
});
