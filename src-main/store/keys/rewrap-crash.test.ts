import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A machine that loses its power at the n-th step of a write, in the middle of what that step does. */
const power = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, off: false }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const step = (cut: () => void) => {
    if (!power.off && power.left-- > 0) return;
    if (!power.off) cut();
    power.off = true;
    throw new Error('no power');
  };
  const nothing = () => undefined;
  return {
    ...real,
    openSync: (...args: Parameters<typeof real.openSync>) => {
      step(() => void (String(args[0]).endsWith('.part') && real.writeFileSync(args[0], '')));
      return real.openSync(...args);
    },
    writeSync: (file: number, text: string) => {
      step(() => void real.writeSync(file, text.slice(0, text.length / 2)));
      return real.writeSync(file, text);
    },
    fsyncSync: (file: number) => {
      step(nothing);
      real.fsyncSync(file);
    },
    closeSync: (file: number) => {
      // The system closes what a dead process had open.
      real.closeSync(file);
      step(nothing);
    },
    renameSync: (from: string, to: string) => {
      step(nothing);
      real.renameSync(from, to);
    },
    rmSync: (...args: Parameters<typeof real.rmSync>) => {
      if (!power.off) real.rmSync(...args);
    },
  };
});

const { temporaryFolder } = await import('../testing/sample');
const { accountFiles, prepareFolder } = await import('./account-files');
const { createVault } = await import('./vault');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  power.off = false;
  power.left = Number.POSITIVE_INFINITY;
  folder.remove();
});

const vault = () =>
  createVault({
    keyring: { encrypt: async () => null, decrypt: async () => null },
    clock: { now: () => 0 },
    cost: { N: 16, r: 1, p: 1 },
  });

it('a change of the password that is cut off anywhere leaves the old one or the new one, with the same key', async () => {
  prepareFolder(folder.path);
  const files = await accountFiles(folder.path, 'loopback', '375291234567');
  const outcomes: string[] = [];
  for (let steps = 0; outcomes.at(-1) !== 'done'; steps++) {
    power.left = Number.POSITIVE_INFINITY;
    power.off = false;
    const key = (await vault().create(files, 'old-pass-1')) as Buffer;
    power.left = steps;
    const finished = await vault()
      .rewrap(files, key, 'new-pass-1')
      .then(
        () => true,
        () => false,
      );
    power.left = Number.POSITIVE_INFINITY;
    power.off = false;
    const opened = await Promise.all(
      ['old-pass-1', 'new-pass-1'].map((password) => vault().fits(files, password)),
    );
    expect(opened.filter(Boolean), `after ${steps} steps`).toEqual([key]);
    outcomes.push(finished ? 'done' : opened[0] ? 'old' : 'new');
  }
  expect([...new Set(outcomes)]).toEqual(['old', 'new', 'done']);
});
