import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import type { BackupReport } from '../../channel/core-contract';
import { minsk } from '../../operator/testing/client';
import { runBackup } from '../exports/run-backup';
import { type Bench, startBench, type TestCore } from '../testing/harness';
import { spoilCaches } from '../testing/spoil';

let bench: Bench;
let core: TestCore;
beforeEach(async () => {
  bench = await startBench({ at: minsk('2018-04-12', 12) });
  core = await bench.synced();
});
afterEach(() => bench.close());

const filter: CdrFilter = { subscriberId: null, month: '2018-03', direction: 'both' };
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 30_000 });
const files = () => readdirSync(bench.folder).toSorted();

/** Makes a copy as the export process does. @returns its name */
async function makeBackup(): Promise<string> {
  const reports: BackupReport[] = [];
  await runBackup({ ...(await core.call('core.prepareBackup', undefined)), keep: 3 }, (report) =>
    reports.push(report),
  );
  expect(reports).toEqual([{ kind: 'made' }]);
  return (await core.call('core.listBackups', undefined)).items[0]?.name ?? '';
}

describe('a copy of the account’s data', () => {
  it('comes back in one step: everything is shown anew, and the sync goes on from there', async () => {
    const before = await core.call('cdrs.summary', { filter });
    const name = await makeBackup();
    await core.call('labels.set', { subscriberId: 1, labels: ['Склад'] });
    await bench.operator.control.addLateCdrs(20, '2018-03');
    await core.call('sync.start', undefined);
    await core.idle();
    const after = await core.call('cdrs.summary', { filter });
    expect(after.rows).toBe(before.rows + 20);
    core.changed.length = 0;
    await core.call('core.restoreBackup', { name });
    expect(core.changed).toContain('everything');
    expect(core.sessions.at(-1)).toMatchObject({ phase: 'signed-in', mode: 'online' });
    await core.idle();
    expect(await core.call('cdrs.summary', { filter })).toMatchObject({
      rows: after.rows,
      gross: after.gross,
    });
    expect(await core.call('labels.list', undefined)).toEqual({
      items: [{ subscriberId: 1, labels: ['Склад'] }],
    });
    expect((await core.call('core.listBackups', undefined)).items).toHaveLength(2);
  });

  it('brings a month back without the operator after the cache was damaged', async () => {
    const before = await core.call('cdrs.summary', { filter });
    const name = await makeBackup();
    await bench.operator.control.setFaults({ offline: true });
    spoilCaches(bench.folder);
    await core.call('core.checkCache', undefined);
    await eventually(() => expect(files().some((file) => file.includes('.damaged-'))).toBe(true));
    await eventually(async () =>
      expect(await core.call('cdrs.summary', { filter })).toMatchObject({ rows: 0 }),
    );
    await core.call('core.restoreBackup', { name });
    expect(await core.call('cdrs.summary', { filter })).toMatchObject({
      rows: before.rows,
      gross: before.gross,
    });
    expect((await core.call('sync.status', undefined)).dataAsOf).not.toBeNull();
  });

  it('is what was there when everything is loaded anew', async () => {
    const before = await core.call('cdrs.summary', { filter });
    await core.call('labels.set', { subscriberId: 1, labels: ['Склад'] });
    await bench.operator.control.setFaults({ offline: true });
    await core.call('core.restoreBackup', { name: null });
    await core.idle();
    expect(await core.call('cdrs.summary', { filter })).toMatchObject({ rows: 0 });
    await bench.operator.control.setFaults({ offline: false });
    await core.call('sync.start', undefined);
    await core.status(({ state, firstSync }) => state === 'idle' && !firstSync);
    expect(await core.call('cdrs.summary', { filter })).toMatchObject({
      rows: before.rows,
      gross: before.gross,
    });
    expect((await core.call('labels.list', undefined)).items).toHaveLength(1);
    expect((await core.call('core.listBackups', undefined)).items).toHaveLength(1);
    expect(core.sessions.at(-1)?.account?.number).toBe('300012345');
  });

  it('that cannot be read leaves the account open as it was', async () => {
    const name = await makeBackup();
    const path = join(bench.folder, name);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 0, 4096);
    writeFileSync(path, bytes);
    const before = files();
    await expect(core.call('core.restoreBackup', { name })).rejects.toMatchObject({
      code: 'backup-unusable',
    });
    await expect(core.call('core.restoreBackup', { name: 'installation' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await core.call('cdrs.summary', { filter })).toMatchObject({ complete: true });
    await core.idle();
    expect(files().filter((file) => !/-(wal|shm)$/.test(file))).toEqual(
      before.filter((file) => !/-(wal|shm)$/.test(file)),
    );
  });

  it('is out of the way for whoever begins anew under another key', async () => {
    await makeBackup();
    await core.stop();
    const [key = ''] = files().filter((name) => name.endsWith('.key'));
    renameSync(join(bench.folder, key), join(bench.folder, `${key}.away`));
    core = await bench.synced();
    expect(await core.call('core.listBackups', undefined)).toEqual({ items: [], due: true });
    expect(files().filter((name) => /\.backup-\w+\.locked-/.test(name))).toHaveLength(1);
  });

  it('is never made of a visit’s data', async () => {
    await core.call('session.signOut', undefined);
    bench.keyring.state.number += 1;
    await core.call('session.signInBySms', await bench.smsSignIn(core));
    expect(core.sessions.at(-1)).toMatchObject({ cacheForVisit: true });
    expect(await core.call('core.listBackups', undefined)).toEqual({ items: [], due: false });
    await expect(core.call('core.prepareBackup', undefined)).rejects.toMatchObject({ code: 'not-available' });
    await expect(core.call('core.restoreBackup', { name: 'x' })).rejects.toMatchObject({
      code: 'not-available',
    });
  });
});
