import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import type { ChargeLine, Invoice, Payment, SubscriberCharges } from '../../../src-shared/domain/billing';
import { startOfMonth } from '../../../src-shared/domain/period';
import type { FeedItem, FeedName } from '../../../src-shared/operator-api/feeds';
import type { ExportReport } from '../../channel/core-contract';
import { transaction } from '../../store/cache';
import { openSample, SAMPLE_KEY, storeSubscribers, temporaryFolder } from '../../store/testing/sample';
import { storeItems } from '../../store/write/feeds';
import { runArchive } from '../exports/archive/run-archive';

/** Test equipment: a cache, the archive that is made of it, and DuckDB that reads it. */

export const MADE_AT = startOfMonth('2021-07');
export const APRIL = 'cdrs/year=2021/month=04/cdrs-2021-04.parquet';
export const MAY = 'cdrs/year=2021/month=05/cdrs-2021-05.parquet';
export const JULY = 'cdrs/year=2021/month=07/cdrs-2021-07.parquet';
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

/** Money comes back in 1/10000 BYN, without a fraction on the way. */
export const units = (sql: string): string => `CAST(CAST(${sql} AS DECIMAL(38, 4)) * 10000 AS BIGINT)`;

export async function openArchiveWorld() {
  const sample = openSample();
  storeSubscribers(sample.cache);
  const place = temporaryFolder();
  const folder = join(place.path, 'sip-archive-1');
  const duck = await DuckDBConnection.create();

  async function run(): Promise<ExportReport[]> {
    const reports: ExportReport[] = [];
    await runArchive(
      {
        access: { databasePath: sample.path, databaseKey: SAMPLE_KEY, madeAt: MADE_AT },
        folder,
        partialPath: join(place.path, '.archive.partial'),
      },
      (report) => reports.push(report),
    );
    return reports;
  }
  /** Names of the archive's files. */
  function files(): string[] {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  }

  return {
    cache: sample.cache,
    folder,
    duck,
    run,
    files,
    /** What lies beside the archive: nothing, whatever happened to it. */
    beside: () => readdirSync(place.path).filter((name) => join(place.path, name) !== folder),
    store<Name extends FeedName>(feed: Name, items: readonly FeedItem<Name>[]): void {
      transaction(sample.cache, () => storeItems(sample.cache, feed, items));
    },
    /** Runs again; answers the files that were put in place by that. */
    async replacedByRun(): Promise<string[]> {
      for (const name of files()) utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
      await run();
      return files().filter((name) => statSync(join(folder, name)).mtimeMs !== LONG_AGO.getTime());
    },
    async query<Row>(sql: string): Promise<Row[]> {
      return (await (await duck.runAndReadAll(sql)).getRowObjectsJS()) as Row[];
    },
    from: (file: string) => `read_parquet('${join(folder, file)}')`,
    /** Without the types a month is the text «05». */
    calls: () =>
      `read_parquet('${join(folder, 'cdrs/*/*/*.parquet')}', hive_types = {'year': INTEGER, 'month': INTEGER})`,
    close(): void {
      duck.disconnectSync();
      sample.close();
      place.remove();
    },
  };
}

const line = (rest: Partial<ChargeLine>): ChargeLine => ({
  kind: 'service',
  code: 'x',
  title: 'План SIP-номер',
  days: 30,
  durationS: null,
  count: null,
  monthlyGross: 96_2600,
  usage: null,
  vatRate: 25,
  net: 77_0080,
  vat: 19_2520,
  localTax: 0,
  gross: 96_2600,
  ...rest,
});
export const CHARGES: SubscriberCharges[] = [
  { subscriberId: 1, month: '2021-04', revision: 1, closed: true, asOf: 1, lines: [line({})] },
  {
    subscriberId: 2,
    month: '2021-05',
    revision: 1,
    closed: false,
    asOf: MADE_AT,
    lines: [
      line({ kind: 'usage', days: null, durationS: 420, monthlyGross: null, net: 1, vat: 0, gross: 1 }),
      line({ kind: 'correction', title: 'Перерасчет за апрель', net: -3, vat: -1, gross: -4 }),
    ],
  },
];
export const PAYMENTS: Payment[] = [
  { id: 7, receivedAt: MADE_AT - 1, amount: 900_719_925_474_0991, document: 'п/п 12', purpose: 'Оплата' },
  { id: 8, receivedAt: MADE_AT, amount: -1, document: 'п/п 13', purpose: 'Возврат' },
];
export const INVOICES: Invoice[] = [
  {
    id: 3,
    number: '5/1',
    month: '2021-05',
    issuedAt: MADE_AT,
    dueOn: '2021-06-25',
    openingDebt: -12_3400,
    payments: 0,
    net: 80_0000,
    vat: 20_0000,
    gross: 100_0000,
    amountDue: 87_6600,
    status: 'partly',
    act: { number: '5/1', signedOn: '2021-05-31' },
    vatInvoice: null,
  },
];
