import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { type Cdr, isLateCdr } from '../../../src-shared/domain/cdr';
import { row, rows, type WritableCache } from '../cache';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';
import { cdrSummary } from '../read/cdr-summary';
import { foldText } from '../search-text';
import { openSample, sampleCdrs, storeSample } from '../testing/sample';
import { storeCdrPages } from './cdr-page';
import { packCdrs } from './packed-cdrs';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const sample of opened.splice(0)) sample.close();
});
function fresh(): WritableCache {
  const sample = openSample();
  opened.push(sample);
  return sample.cache;
}

/** The monthly sums, and the same made from the rows: Minsk is UTC+3 all year. */
function sumsAndScan(cache: WritableCache): [unknown[], unknown[]] {
  const columns = 'month, subscriber_id, direction, service, zone';
  return [
    rows(cache, `SELECT * FROM cdr_months ORDER BY ${columns}`),
    rows(
      cache,
      `SELECT strftime('%Y-%m', started_at / 1000 + 10800, 'unixepoch') AS month, subscriber_id, direction, service,
       zone, count(*) AS rows, sum(duration_s) AS duration_s, sum(billed_units) AS billed_units,
       sum(package_s) AS package_s, sum(net) AS net, sum(gross) AS gross, sum(late) AS late_rows
       FROM cdrs GROUP BY ${columns.replace('month', '1')} ORDER BY ${columns}`,
    ),
  ];
}

/** The counts by hour, and the same counted in the rows. */
const hoursAndScan = (cache: WritableCache): [unknown[], unknown[]] => [
  rows(cache, 'SELECT * FROM cdr_hours ORDER BY hour'),
  rows(
    cache,
    `SELECT started_at / 3600000 AS hour, sum(direction = 0) AS outgoing, sum(direction = 1) AS incoming
     FROM cdrs GROUP BY 1 ORDER BY 1`,
  ),
];

/** The counts of every subscriber by day, and the same counted in the rows. */
const daysAndScan = (cache: WritableCache): [unknown[], unknown[]] => [
  rows(cache, 'SELECT * FROM cdr_days ORDER BY subscriber_id, day'),
  rows(
    cache,
    `SELECT subscriber_id, (started_at + 10800000) / 86400000 AS day, sum(direction = 0) AS outgoing,
     sum(direction = 1) AS incoming FROM cdrs GROUP BY 1, 2 ORDER BY 1, 2`,
  ),
];

const changed = (cdr: Cdr, revision: number): Cdr => ({
  ...cdr,
  revision,
  gross: cdr.gross + revision,
  startedAt: cdr.startedAt + 31 * 86_400_000,
  direction: 'in',
  ...(revision === 4 ? { subscriberId: 8 } : {}),
});

describe('storeCdrs', () => {
  it('keeps the sums and the counts by hour and day equal to a scan after repeated, re-rated, moved and late records in any order', () => {
    const base = sampleCdrs(60);
    const batch = fc.array(
      fc.tuple(fc.nat(base.length - 1), fc.integer({ min: 1, max: 4 })).map(([index, revision]) => {
        const cdr = base[index] as Cdr;
        return revision === 1 ? cdr : changed(cdr, revision);
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), (batches) => {
        const sample = openSample();
        try {
          for (const items of batches) storeSample(sample.cache, items);
          const [sums, scan] = sumsAndScan(sample.cache);
          expect(sums).toEqual(scan);
          const [hours, counted] = hoursAndScan(sample.cache);
          expect(hours).toEqual(counted);
          const [days, countedByDay] = daysAndScan(sample.cache);
          expect(days).toEqual(countedByDay);
          for (const { id } of batches.flat()) {
            const newest = Math.max(
              ...batches
                .flat()
                .filter((cdr) => cdr.id === id)
                .map((cdr) => cdr.revision),
            );
            expect(row(sample.cache, 'SELECT revision FROM cdrs WHERE id = ?', id)).toEqual({
              revision: newest,
            });
          }
        } finally {
          sample.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the same after pages of one transaction as after each in its own, whatever is in them', () => {
    const base = sampleCdrs(90);
    const page = fc
      .array(fc.tuple(fc.nat(base.length - 1), fc.integer({ min: 1, max: 4 })), { maxLength: 60 })
      .chain((picked) => fc.boolean().map((inOrder) => ({ picked, inOrder })))
      .map(({ picked, inOrder }) => {
        if (inOrder) picked.sort(([one], [other]) => one - other);
        return picked.map(([index, revision]) => {
          const cdr = base[index] as Cdr;
          return revision < 3 ? cdr : changed(cdr, revision);
        });
      });
    const tables = ['cdrs', 'cdr_months', 'cdr_hours', 'cdr_days', 'unindexed_calls', 'feed_state'];
    const all = (cache: WritableCache) => tables.map((table) => rows(cache, `SELECT * FROM ${table}`));
    fc.assert(
      fc.property(fc.array(page, { maxLength: 5 }), (batches) => {
        const pages = batches.map((items, at) => ({
          cdrs: packCdrs(items),
          cursor: `c${at}`,
          completeAsOf: at === batches.length - 1 ? at : null,
        }));
        const [together, apart] = [openSample(), openSample()];
        try {
          storeCdrPages(together.cache, pages);
          for (const one of pages) storeCdrPages(apart.cache, [one]);
          expect(all(together.cache)).toEqual(all(apart.cache));
          const [sums, scan] = sumsAndScan(together.cache);
          expect(sums).toEqual(scan);
        } finally {
          together.close();
          apart.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every field of new records, however many one statement stores', () => {
    const cache = fresh();
    const cdrs = sampleCdrs(207);
    storeSample(cache, cdrs);
    const stored = rows<Record<string, unknown>>(
      cache,
      `SELECT id, revision, subscriber_id AS subscriberId, started_at AS startedAt, direction, service, zone,
       status, party, party_text AS partyText, duration_s AS durationS, billed_units AS billedUnits, package_s AS packageS, vat_rate AS vatRate, net, gross,
       recorded_at AS recordedAt, late FROM cdrs ORDER BY id`,
    );
    expect(stored).toEqual(
      cdrs.map((cdr) => ({
        ...cdr,
        direction: directionCodes.code(cdr.direction),
        service: serviceCodes.code(cdr.service),
        zone: zoneCodes.code(cdr.zone),
        status: statusCodes.code(cdr.status),
        partyText: /\d{7}/.test(cdr.party) ? null : foldText(cdr.party),
        recordedAt: cdr.recordedAt ?? null,
        late: isLateCdr(cdr) ? 1 : 0,
      })),
    );
  });

  it('is unchanged by the same page again', () => {
    const cache = fresh();
    const cdrs = sampleCdrs(2000);
    storeSample(cache, cdrs);
    const before = sumsAndScan(cache)[0];
    storeSample(cache, cdrs);
    expect(sumsAndScan(cache)[0]).toEqual(before);
  });

  it('does not let an older revision undo a newer one', () => {
    const cache = fresh();
    const [first] = sampleCdrs(1) as [Cdr];
    storeSample(cache, [{ ...first, revision: 3, gross: 777 }]);
    storeSample(cache, [first]);
    expect(row(cache, 'SELECT gross FROM cdrs')).toEqual({ gross: 777 });
  });

  it('marks records that came after the invoice of their month', () => {
    const cache = fresh();
    const [first] = sampleCdrs(1) as [Cdr];
    const { recordedAt: _, ...inTime } = first;
    storeSample(cache, [
      { ...inTime, id: 1 },
      { ...inTime, id: 2, recordedAt: Date.UTC(2021, 4, 3, 20, 59) },
      { ...inTime, id: 3, recordedAt: Date.UTC(2021, 4, 3, 21, 0) },
    ]);
    expect(rows(cache, 'SELECT id FROM cdrs WHERE late = 1')).toEqual([{ id: 3 }]);
    const filter: CdrFilter = { subscriberId: null, month: '2021-04', direction: 'both' };
    expect(cdrSummary(cache, filter).lateRows).toBe(1);
    expect(cdrSummary(cache, { ...filter, lateOnly: true }).rows).toBe(1);
  });
});

describe('cdrSummary', () => {
  it('gives the same numbers from the sums and from the rows', () => {
    const cache = fresh();
    storeSample(cache, sampleCdrs(3000));
    for (const subscriberId of [null, 1, 5]) {
      for (const direction of ['in', 'out', 'both'] as const) {
        for (const services of [undefined, ['sms' as const], ['voice' as const, 'forward' as const], []]) {
          const filter: CdrFilter = {
            subscriberId,
            month: '2021-05',
            direction,
            ...(services ? { services } : {}),
          };
          const byRows = cdrSummary(cache, { ...filter, minDurationS: 0 });
          expect(cdrSummary(cache, filter)).toEqual(byRows);
        }
      }
    }
  });
});
