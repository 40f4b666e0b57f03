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
  return { ...fs, renameSync };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-file-'));
  holder.since = 0;
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const save = () => {
  const sink = createFileSink(join(folder, 'a.pdf'), join(folder, '.partial'));
  sink.write(new TextEncoder().encode('whole'));
  sink.finish();
};

it('a virus scanner that looks at the new file does not fail the export', () => {
  holder.holdsForMs = 100;
  save();
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('whole');
});

it('a file that is open in another program is told of after a moment', () => {
  holder.holdsForMs = Number.POSITIVE_INFINITY;
  expect(save).toThrow(expect.objectContaining({ code: 'file-busy' }));
  expect(performance.now() - holder.since).toBeLessThan(3000);
});
