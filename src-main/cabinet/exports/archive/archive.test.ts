import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CdrRow } from '../../../../src-shared/bridge/cabinet';
import { iterateCdrs } from '../../../store/read/cdr-pages';
import { cdrSummary } from '../../../store/read/cdr-summary';
import { sampleCdrs } from '../../../store/testing/sample';
import {
  CHARGES,
  INVOICES,
  JULY,
  MADE_AT,
  openArchiveWorld,
  PAYMENTS,
  units,
} from '../../testing/archive-world';
import { directionWords, serviceWords, statusWords, zoneWords } from '../cdr-words';

let world: Awaited<ReturnType<typeof openArchiveWorld>>;
beforeEach(async () => {
  world = await openArchiveWorld();
});
afterEach(() => {
  expect(world.beside()).toEqual([]);
  world.close();
});

describe('the archive', () => {
  it('adds up to what the screens show, by month and subscriber, to the last unit', async () => {
    const cdrs = sampleCdrs(9000);
    // Rated anew after the invoice: less than nothing.
    const corrected = cdrs.slice(100, 140).map((cdr) => ({
      ...cdr,
      revision: 2,
      net: -cdr.net - 3,
      gross: -cdr.gross - 4,
      recordedAt: cdr.startedAt + 50 * 86_400_000,
    }));
    world.store('cdrs', cdrs);
    world.store('cdrs', corrected);
    expect((await world.run()).at(-1)).toEqual({ kind: 'done', rows: 9000 });
    const sums = await world.query<Record<string, number | bigint | string>>(
      `SELECT year, month, subscriber, count(*) AS rows, sum(duration_s) AS durationS, sum(billed_s) AS billedS,
         sum(sms_parts) AS parts, sum(package_s) AS packageS, ${units('sum(net)')} AS net, ${units('sum(vat)')} AS vat,
         ${units('sum(gross)')} AS gross, count(*) FILTER (late) AS lateRows
       FROM ${world.calls()} GROUP BY ALL ORDER BY ALL`,
    );
    expect(sums).toHaveLength(14);
    for (const { year, month, subscriber, ...found } of sums) {
      const subscriberId = 8 - Number(String(subscriber).at(-1));
      const filter = {
        subscriberId,
        month: `${year}-${String(month).padStart(2, '0')}`,
        direction: 'both',
      } as const;
      const shown: Record<string, unknown> = cdrSummary(world.cache, filter);
      for (const [name, value] of Object.entries(found))
        expect([name, Number(value)]).toEqual([name, shown[name]]);
    }
    expect(sums.some(({ lateRows }) => Number(lateRows) > 0)).toBe(true);
  });

  it('has every record as the cache has it, typed for queries', async () => {
    world.store('cdrs', sampleCdrs(700));
    await world.run();
    const found = await world.query<Record<string, unknown>>(
      `SELECT * EXCLUDE (year, month, started_at, recorded_at, net, vat, gross), epoch_ms(started_at) AS started_ms,
         epoch_ms(recorded_at) AS recorded_ms, ${units('net')} AS net, ${units('vat')} AS vat,
         ${units('gross')} AS gross FROM ${world.calls()} ORDER BY record_id`,
    );
    const rows: CdrRow[] = ['2021-04', '2021-05'].flatMap((month) => [
      ...iterateCdrs(
        world.cache,
        { subscriberId: null, month, direction: 'both' },
        { column: 'startedAt', descending: false },
      ),
    ]);
    const expected = rows
      .sort((a, b) => a.id - b.id)
      .map((row) => ({
        record_id: BigInt(row.id),
        revision: row.revision,
        account: '',
        subscriber: row.subscriberNumber,
        subscriber_name: row.subscriberName,
        direction: directionWords[row.direction],
        type: serviceWords[row.service],
        zone: zoneWords[row.zone],
        result: statusWords[row.status],
        party: row.party,
        duration_s: row.durationS,
        billed_s: row.service === 'sms' ? null : row.billedUnits,
        sms_parts: row.service === 'sms' ? row.billedUnits : null,
        package_s: row.packageS,
        vat_rate: row.vatRate,
        late: row.late,
        started_ms: BigInt(row.startedAt),
        recorded_ms: row.recordedAt === undefined ? null : BigInt(row.recordedAt),
        net: BigInt(row.net),
        vat: BigInt(row.vat),
        gross: BigInt(row.gross),
      }));
    expect(found).toEqual(expected);
    const types = await world.query<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM ${world.calls()}`,
    );
    expect(Object.fromEntries(types.map((one) => [one.column_name, one.column_type]))).toMatchObject({
      record_id: 'BIGINT',
      started_at: 'TIMESTAMP WITH TIME ZONE',
      duration_s: 'INTEGER',
      gross: 'DECIMAL(18,4)',
      late: 'BOOLEAN',
      subscriber: 'VARCHAR',
      year: 'INTEGER',
      month: 'INTEGER',
    });
  });

  it('has charges with their corrections, payments and invoices, exact in sums of any size', async () => {
    world.store('charges', CHARGES);
    world.store('payments', PAYMENTS);
    world.store('invoices', INVOICES);
    expect((await world.run()).at(-1)).toEqual({ kind: 'done', rows: 6 });
    expect(
      await world.query(
        `SELECT subscriber, year, month, closed, line, kind, title, days, duration_s, ${units('net')} AS net,
           ${units('vat')} AS vat, ${units('gross')} AS gross FROM ${world.from('charges.parquet')}`,
      ),
    ).toEqual([
      charged('375291000007', 4, true, 1, 'service', 'План SIP-номер', 30, null, [
        770_080n,
        192_520n,
        962_600n,
      ]),
      charged('375291000006', 5, false, 1, 'usage', 'План SIP-номер', null, 420, [1n, 0n, 1n]),
      charged('375291000006', 5, false, 2, 'correction', 'Перерасчет за апрель', 30, null, [-3n, -1n, -4n]),
    ]);
    expect(
      await world.query(
        `SELECT payment_id, epoch_ms(received_at) AS at, ${units('amount')} AS amount FROM ${world.from('payments.parquet')}
         ORDER BY payment_id`,
      ),
    ).toEqual([
      { payment_id: 7n, at: BigInt(MADE_AT - 1), amount: 9_007_199_254_740_991n },
      { payment_id: 8n, at: BigInt(MADE_AT), amount: -1n },
    ]);
    expect(
      await world.query(
        `SELECT number, year, month, due_on::VARCHAR AS due, ${units('opening_debt')} AS debt,
           ${units('amount_due')} AS due_units, status, act_number, act_signed_on::VARCHAR AS signed, vat_invoice FROM ${world.from('invoices.parquet')}`,
      ),
    ).toEqual([
      {
        number: '5/1',
        year: 2021,
        month: 5,
        due: '2021-06-25',
        debt: -123_400n,
        due_units: 876_600n,
        status: 'Оплачен частично',
        act_number: '5/1',
        signed: '2021-05-31',
        vat_invoice: null,
      },
    ]);
    // No call at all: the query of calls finds nothing instead of failing.
    expect(world.files()).toContain(JULY);
    expect(await world.query(`SELECT count(*) AS rows FROM ${world.calls()}`)).toEqual([{ rows: 0n }]);
  });

  it('is asked as docs/scale.md says', async () => {
    world.store('cdrs', sampleCdrs(600));
    world.store('charges', CHARGES);
    await world.run();
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/scale.md'), 'utf8');
    const sql = /```sql\n([\s\S]*?)```/.exec(page)?.[1]?.replaceAll('sip-archive-*', world.folder) ?? '';
    const answers: unknown[][] = [];
    const statements = await world.duck.extractStatements(sql);
    for (let at = 0; at < statements.count; at++) {
      answers.push((await (await statements.prepare(at)).runAndReadAll()).getRowObjectsJS());
    }
    expect(answers[1]).toHaveLength(14);
    // These charges were not made from these calls.
    expect(answers[2]).toEqual([
      expect.objectContaining({ subscriber: '375291000006', year: 2021, month: 5 }),
    ]);
  });

  it('is not begun without a single row', async () => {
    expect(await world.run()).toEqual([{ kind: 'failed', error: { code: 'export-empty', params: {} } }]);
    expect(existsSync(world.folder)).toBe(false);
  });
});

const charged = (
  subscriber: string,
  month: number,
  closed: boolean,
  place: number,
  kind: string,
  title: string,
  days: number | null,
  duration: number | null,
  [net, vat, gross]: [bigint, bigint, bigint],
) => ({
  subscriber,
  year: 2021,
  month,
  closed,
  line: place,
  kind,
  title,
  days,
  duration_s: duration,
  net,
  vat,
  gross,
});
