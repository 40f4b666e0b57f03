import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writePrivateFile } from './write-file';

/** A virus scanner that holds a new file for some milliseconds from the first time that somebody wants it. */
const scanner = vi.hoisted(() => ({ holdsForMs: 0, since: 0 }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    scanner.since ||= performance.now();
    const held = performance.now() - scanner.since < scanner.holdsForMs;
    if (held) throw Object.assign(new Error('held'), { code: 'EPERM' });
    fs.renameSync(from, to);
  };
  const rmSync: typeof fs.rmSync = (path, options) => {
    const held = String(path).endsWith('.part') && scanner.holdsForMs === Number.POSITIVE_INFINITY;
    if (held) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    fs.rmSync(path, options);
  };
  return { ...fs, renameSync, rmSync };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-file-'));
  Object.assign(scanner, { holdsForMs: 0, since: 0 });
});
afterEach(() => {
  scanner.holdsForMs = 0;
  rmSync(folder, { recursive: true });
});

it('waits for a scanner that holds the new file for a moment', () => {
  scanner.holdsForMs = 100;
  writePrivateFile(join(folder, 'a.key'), 'new');
  expect(readFileSync(join(folder, 'a.key'), 'utf8')).toBe('new');
});

it('does not wait for ever, and leaves what was there', () => {
  writePrivateFile(join(folder, 'a.key'), 'old');
  Object.assign(scanner, { holdsForMs: Number.POSITIVE_INFINITY, since: 0 });
  expect(() => writePrivateFile(join(folder, 'a.key'), 'new')).toThrow(
    expect.objectContaining({ code: 'data-not-writable' }),
  );
  expect(performance.now() - scanner.since).toBeLessThan(3000);
  // The half of it goes at the next start.
  expect(readdirSync(folder)).toEqual(['a.key', 'a.key.part']);
  expect(readFileSync(join(folder, 'a.key'), 'utf8')).toBe('old');
});
