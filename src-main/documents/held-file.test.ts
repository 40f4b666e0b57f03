import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFileSink } from './file-sink';

/** Whoever holds a new file: how often it cannot have another name yet. */
const holder = vi.hoisted(() => ({ refuses: 0 }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (holder.refuses-- > 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
    fs.renameSync(from, to);
  };
  const rmSync: typeof fs.rmSync = (path, options) => {
    const held = String(path).endsWith('.partial') && holder.refuses > 0;
    if (held) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    fs.rmSync(path, options);
  };
  return { ...fs, renameSync, rmSync };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-file-'));
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
});
afterEach(() => {
  holder.refuses = 0;
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
  holder.refuses = 3;
  save();
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('whole');
});

it('a file that is held for long is told of after a moment, also when not even the half of it can go', () => {
  holder.refuses = Number.POSITIVE_INFINITY;
  expect(save).toThrow(expect.objectContaining({ code: 'file-busy' }));
});
