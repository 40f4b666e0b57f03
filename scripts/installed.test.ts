import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
// @ts-expect-error: a plain script without types of its own
import { isInstalled } from './lib/installed.mjs';

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>;

const folder = mkdtempSync(join(tmpdir(), 'installed-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function given(lock: Packages, installed: Packages | null): boolean {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const own = { '': { version: '1.0.0' } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { ...own, ...lock } }));
  if (installed) {
    const list = join(folder, 'node_modules', '.package-lock.json');
    writeFileSync(list, JSON.stringify({ packages: installed }));
  }
  return isInstalled(folder);
}

const one = { version: '1.0.0', integrity: 'sha512-one' };
const other = { version: '2.0.0', integrity: 'sha512-other', optional: true };

test('what npm has put in is told by its own list, whoever called it', () => {
  expect(given({ 'node_modules/one': one }, { 'node_modules/one': one })).toBe(true);
  const foreign = { 'node_modules/one': one, 'node_modules/other': other };
  expect(given(foreign, { 'node_modules/one': one })).toBe(true);
});

test('a changed lockfile and an unfinished installation are noticed', () => {
  const lock = { 'node_modules/one': one };
  expect(given(lock, null)).toBe(false);
  expect(given(lock, {})).toBe(false);
  expect(given(lock, { 'node_modules/one': { ...one, version: '1.0.1' } })).toBe(false);
  expect(given(lock, { 'node_modules/one': { ...one, integrity: 'sha512-two' } })).toBe(false);
  expect(given(lock, { 'node_modules/one': one, 'node_modules/other': other })).toBe(false);
});
