import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writePrivateFile } from './write-file';

/** A virus scanner that holds a new file: how often it cannot have another name yet. */
const scanner = vi.hoisted(() => ({ refuses: 0 }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (scanner.refuses-- > 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
    fs.renameSync(from, to);
  };
  const rmSync: typeof fs.rmSync = (path, options) => {
    const held = String(path).endsWith('.part') && scanner.refuses > 0;
    if (held) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    fs.rmSync(path, options);
  };
  return { ...fs, renameSync, rmSync };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-file-'));
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
});
afterEach(() => {
  scanner.refuses = 0;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('waits for a scanner that holds the new file for a moment', () => {
  scanner.refuses = 3;
  writePrivateFile(join(folder, 'a.key'), 'new');
  expect(readFileSync(join(folder, 'a.key'), 'utf8')).toBe('new');
});

it('does not wait for ever, and leaves what was there', () => {
  writePrivateFile(join(folder, 'a.key'), 'old');
  scanner.refuses = Number.POSITIVE_INFINITY;
  expect(() => writePrivateFile(join(folder, 'a.key'), 'new')).toThrow(
    expect.objectContaining({ code: 'data-not-writable' }),
  );
  // The half of it goes at the next start.
  expect(readdirSync(folder)).toEqual(['a.key', 'a.key.part']);
  expect(readFileSync(join(folder, 'a.key'), 'utf8')).toBe('old');
});
