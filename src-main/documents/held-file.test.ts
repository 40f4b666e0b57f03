import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFileSink } from './file-sink';

/** Whoever holds a new file for some milliseconds from the first time that somebody wants it. */
const holder = vi.hoisted(() => ({ holdsForMs: 0, since: 0 }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    holder.since ||= performance.now();
    const held = performance.now() - holder.since < holder.holdsForMs;
    if (held) throw Object.assign(new Error('held'), { code: 'EPERM' });
    fs.renameSync(from, to);
  };
  const rmSync: typeof fs.rmSync = (path, options) => {
    const held = String(path).endsWith('.partial') && holder.holdsForMs === Number.POSITIVE_INFINITY;
    if (held) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    fs.rmSync(path, options);
  };
  return { ...fs, renameSync, rmSync };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-file-'));
  holder.since = 0;
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
});
afterEach(() => {
  holder.holdsForMs = 0;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const save = () => {
  const sink = createFileSink(join(folder, 'a.pdf'), join(folder, '.partial'));
  try {
    sink.write(new TextEncoder().encode('whole'));
    sink.finish();
  } catch (error) {
    sink.discard();
    throw error;
  }
};

it('a virus scanner that looks at the new file does not fail the export', () => {
  holder.holdsForMs = 100;
  save();
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('whole');
});

it('a file that is held for long is told of after a moment, also when not even the half of it can go', () => {
  holder.holdsForMs = Number.POSITIVE_INFINITY;
  expect(save).toThrow(expect.objectContaining({ code: 'file-busy' }));
  expect(performance.now() - holder.since).toBeLessThan(3000);
});
