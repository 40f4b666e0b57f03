import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import type { BackupStart } from '../channel/core-contract';
import { type BackupDependencies, createBackups } from './backups';

const ACCESS = { databasePath: '/data/cache.db', databaseKey: '0f'.repeat(32), madeAt: 1 };
const OPEN: SessionView = {
  phase: 'signed-in',
  account: { number: '300012345', organisation: 'ООО', phone: '291000001' },
  mode: 'online',
  method: 'password',
  cacheForVisit: false,
  secretsKept: true,
  temporaryPasswordSent: false,
  locked: null,
};
const IDLE: SyncStatus = {
  state: 'idle',
  online: true,
  dataAsOf: 1,
  firstSync: false,
  progress: null,
  lastError: null,
  nextTryAt: null,
  operatorNow: 1,
};

function setUp(changes: Partial<BackupDependencies> = {}) {
  const jobs: { start: BackupStart; end(): void; cancel: ReturnType<typeof vi.fn> }[] = [];
  const sleeps: { ms: number; wake(): void }[] = [];
  const restore = vi.fn<BackupDependencies['restore']>(async () => undefined);
  const faults = vi.fn();
  const emit = vi.fn();
  const backups = createBackups({
    list: async () => ({ items: [], due: true }),
    prepare: async () => ({ backup: ACCESS, partialPath: '/data/cache.db.backup.part', at: 5 }),
    make(start) {
      let fail = (_: unknown): void => undefined;
      const cancel = vi.fn(() => fail(new CabinetError('cancelled')));
      const finished = new Promise<void>((resolve, reject) => {
        fail = reject;
        jobs.push({ start, end: resolve, cancel });
      });
      return { finished, cancel };
    },
    access: async () => ACCESS,
    check: async () => true,
    restore,
    keep: () => 3,
    sleep: (ms, signal) =>
      new Promise((wake) => {
        sleeps.push({ ms, wake });
        signal.addEventListener('abort', () => wake());
      }),
    emit,
    onFault: faults,
    ...changes,
  });
  const begun = (count: number) => vi.waitFor(() => expect(jobs).toHaveLength(count));
  return { backups, jobs, sleeps, restore, faults, emit, begun, call: backups.handlers };
}
/** Lets everything that has been asked for happen: nothing here waits for more than promises. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await nextTurn();
}

describe('an automatic copy', () => {
  it('is made a minute after a sync that brought everything', async () => {
    const { backups, jobs, sleeps, begun, faults } = setUp();
    backups.onSession(OPEN);
    backups.onSync(IDLE);
    expect(sleeps.map(({ ms }) => ms)).toEqual([60_000]);
    await settle();
    expect(jobs).toEqual([]);
    sleeps[0]?.wake();
    await begun(1);
    expect(jobs[0]?.start).toEqual({
      backup: ACCESS,
      partialPath: '/data/cache.db.backup.part',
      at: 5,
      keep: 3,
    });
    jobs[0]?.end();
    await settle();
    expect(faults).not.toHaveBeenCalled();
  });

  const notNow: Record<string, (world: ReturnType<typeof setUp>) => void> = {
    'another sync has begun': ({ backups }) => backups.onSync({ ...IDLE, state: 'running' }),
    'the account was locked': ({ backups }) =>
      backups.onSession({ ...OPEN, phase: 'signed-out', account: null }),
    'the program ends': ({ backups }) => backups.close(),
  };
  it.each(Object.entries(notNow))('is not made when %s meanwhile', async (_, happen) => {
    const world = setUp();
    world.backups.onSession(OPEN);
    world.backups.onSync(IDLE);
    happen(world);
    world.sleeps[0]?.wake();
    await settle();
    expect(world.jobs).toEqual([]);
  });

  it('is not made when none is due, wanted, or possible, nor after a sync that failed', async () => {
    const world = [
      { ...setUp({ list: async () => ({ items: [], due: false }) }), view: OPEN, status: IDLE },
      { ...setUp({ keep: () => 0 }), view: OPEN, status: IDLE },
      { ...setUp(), view: { ...OPEN, cacheForVisit: true }, status: IDLE },
      { ...setUp(), view: OPEN, status: { ...IDLE, lastError: { code: 'cancelled' as const, params: {} } } },
      { ...setUp(), view: OPEN, status: { ...IDLE, dataAsOf: null } },
    ];
    for (const { backups, view, status, sleeps, jobs } of world) {
      backups.onSession(view);
      backups.onSync(status);
      for (const { wake } of sleeps) wake();
      await settle();
      expect(jobs).toEqual([]);
    }
  });
});

it('that cannot be made by itself is told until one is made', async () => {
  const { backups, call, jobs, sleeps, begun, faults } = setUp({
    prepare: vi
      .fn<BackupDependencies['prepare']>()
      .mockRejectedValueOnce(new CabinetError('disk-full'))
      .mockResolvedValue({ backup: ACCESS, partialPath: '/part', at: 5 }),
  });
  backups.onSession(OPEN);
  backups.onSync(IDLE);
  sleeps[0]?.wake();
  await vi.waitFor(() => expect(faults).toHaveBeenCalledOnce());
  expect(await call['backups.list']()).toMatchObject({ problem: { code: 'disk-full' }, making: false });
  const making = call['backups.make']();
  await begun(1);
  jobs[0]?.end();
  await making;
  expect(await call['backups.list']()).toMatchObject({ problem: null });
});

it('that could not be made is told to nobody else', async () => {
  const { backups, call, sleeps, faults } = setUp({
    prepare: async () => Promise.reject(new CabinetError('disk-full')),
  });
  backups.onSession(OPEN);
  backups.onSync(IDLE);
  sleeps[0]?.wake();
  await vi.waitFor(() => expect(faults).toHaveBeenCalledOnce());
  backups.onSession({ ...OPEN, phase: 'signed-out', account: null });
  backups.onSession(OPEN);
  expect(await call['backups.list']()).toMatchObject({ problem: null });
});

describe('a copy', () => {
  it('is given up when the account is closed, and another can be made later', async () => {
    const { backups, call, jobs, begun } = setUp();
    backups.onSession(OPEN);
    const making = call['backups.make']();
    await begun(1);
    await expect(call['backups.make']()).rejects.toMatchObject({ code: 'too-many-calls' });
    expect(await call['backups.list']()).toMatchObject({ making: true });
    backups.onSession({ ...OPEN, phase: 'signed-out', account: null });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(await call['backups.list']()).toMatchObject({ making: false });
    backups.onSession(OPEN);
    const again = call['backups.make']();
    await begun(2);
    jobs[1]?.end();
    await again;
  });

  it('asked for is made though none are made by themselves', async () => {
    const { backups, call, jobs, begun } = setUp({ keep: () => 0 });
    backups.onSession(OPEN);
    const making = call['backups.make']();
    await begun(1);
    expect(jobs[0]?.start.keep).toBe(3);
    jobs[0]?.end();
    await making;
  });

  it('is put back only when it was read and found sound', async () => {
    const damaged = setUp({ check: async () => false });
    await expect(damaged.call['backups.restore']({ name: 'one' })).rejects.toMatchObject({
      code: 'backup-unusable',
    });
    expect(damaged.restore).not.toHaveBeenCalled();
    const sound = setUp();
    await sound.call['backups.restore']({ name: 'one' });
    expect(sound.restore).toHaveBeenCalledExactlyOnceWith({ name: 'one' });
    expect(sound.emit).toHaveBeenLastCalledWith('backups.changed', {});
    await sound.call['backups.loadAnew']();
    expect(sound.restore).toHaveBeenLastCalledWith({ name: null });
  });

  it('is not made while one is put back', async () => {
    let letGo = (_: boolean): void => undefined;
    const { call } = setUp({
      check: () =>
        new Promise((resolve) => {
          letGo = resolve;
        }),
    });
    const restoring = call['backups.restore']({ name: 'one' });
    await settle();
    await expect(call['backups.make']()).rejects.toMatchObject({ code: 'too-many-calls' });
    letGo(true);
    await restoring;
  });
});
