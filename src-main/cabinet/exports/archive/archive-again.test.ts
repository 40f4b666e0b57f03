import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOfMonth } from '../../../../src-shared/domain/period';
import { cdrSummary } from '../../../store/read/cdr-summary';
import { sampleCdrs } from '../../../store/testing/sample';
import { APRIL, CHARGES, JULY, MADE_AT, MAY, openArchiveWorld, PAYMENTS } from '../../testing/archive-world';
import { limitFileSize } from '../../testing/disks';

let world: Awaited<ReturnType<typeof openArchiveWorld>>;
beforeEach(async () => {
  world = await openArchiveWorld();
});
afterEach(() => {
  expect(world.beside()).toEqual([]);
  world.close();
});

describe('another run into the same folder', () => {
  it('replaces only what has changed', async () => {
    const cdrs = sampleCdrs(3000);
    world.store('cdrs', cdrs);
    world.store('payments', PAYMENTS);
    await world.run();
    expect(world.files()).toEqual(
      ['archive.json', APRIL, MAY, 'charges.parquet', 'invoices.parquet', 'payments.parquet'].sort(),
    );
    expect(await world.replacedByRun()).toEqual(['archive.json']);

    const [first] = cdrs;
    world.store('cdrs', [{ ...first, id: 999_999, gross: 5, recordedAt: MADE_AT } as (typeof cdrs)[number]]);
    expect(await world.replacedByRun()).toEqual(['archive.json', APRIL]);
    expect(
      await world.query(`SELECT count(*) FILTER (record_id = 999999 AND late) AS rows FROM ${world.calls()}`),
    ).toEqual([{ rows: 1n }]);

    world.store('charges', CHARGES);
    writeFileSync(join(world.folder, MAY), 'damaged');
    expect(await world.replacedByRun()).toEqual(['archive.json', MAY, 'charges.parquet'].sort());
  });

  it('keeps months that the cache no longer has, and empties one whose records went elsewhere', async () => {
    world.store('cdrs', sampleCdrs(300));
    await world.run();
    const kept = 'cdrs/year=2020/month=12/cdrs-2020-12.parquet';
    mkdirSync(join(world.folder, kept, '..'), { recursive: true });
    writeFileSync(join(world.folder, kept), readFileSync(join(world.folder, APRIL)));
    const later = [startOfMonth('2021-06'), startOfMonth('2021-08')].map((startedAt, at) => ({
      ...(sampleCdrs(1)[0] as ReturnType<typeof sampleCdrs>[number]),
      id: 5000 + at,
      startedAt,
    }));
    world.store('cdrs', later);
    await world.run();
    expect(await world.query(`SELECT count(*) AS rows FROM ${world.from(JULY)}`)).toEqual([{ rows: 0n }]);
    const list = JSON.parse(readFileSync(join(world.folder, 'archive.json'), 'utf8'));
    expect(list.keptFromBefore).toEqual([kept]);
    expect(list.files.map(({ path }: { path: string }) => path)).toContain(JULY);
    expect(list.files[0]).toMatchObject({
      path: APRIL,
      totals: {
        rows: list.files[0].rows,
        gross: cdrSummary(world.cache, { subscriberId: null, month: '2021-04', direction: 'both' }).gross,
      },
    });
  });
});

describe('an archive that could not be finished', () => {
  it('names the file, has no list, and is completed by the next run', async () => {
    world.store('cdrs', sampleCdrs(300));
    await world.run();
    rmSync(join(world.folder, 'charges.parquet'));
    mkdirSync(join(world.folder, 'charges.parquet'));
    expect((await world.run()).at(-1)).toEqual({
      kind: 'failed',
      error: { code: 'not-writable', params: { file: 'charges.parquet' } },
    });
    expect(world.files()).not.toContain('archive.json');
    rmSync(join(world.folder, 'charges.parquet'), { recursive: true });
    expect((await world.run()).at(-1)).toMatchObject({ kind: 'done' });
    expect(world.files()).toContain('archive.json');
  });

  it('leaves no half of a month where the disk is full', async (context) => {
    world.store('cdrs', sampleCdrs(20_000));
    limitFileSize(context, 64 * 1024);
    expect((await world.run()).at(-1)).toEqual({
      kind: 'failed',
      error: { code: 'disk-full', params: { file: 'cdrs-2021-04.parquet' } },
    });
    expect(world.files()).toEqual([]);
  });
});
