import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createLog, redact } from './log';

const folder = mkdtempSync(join(tmpdir(), 'log-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps no secrets', () => {
  const planted = [
    'authorization: Bearer abcDEF-123_xyz',
    '{"password":"Secret 1","phone":"375291234567"}',
    'token=qwerty',
    `key ${'ab'.repeat(32)}`,
    'called +375441112233',
  ];
  const kept = planted.map(redact).join('\n');
  for (const secret of ['abcDEF', 'Secret', '291234567', 'qwerty', 'abab', '441112233']) {
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
