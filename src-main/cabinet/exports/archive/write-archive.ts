import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { CdrFilter, CdrRow, CdrSummary } from '../../../../src-shared/bridge/cabinet';
import { type Instant, monthOf, type YearMonth } from '../../../../src-shared/domain/period';
import { checksumOf, hashingSink } from '../../../documents/checksum';
import { createFileSink, fileFault } from '../../../documents/file-sink';
import type { Sink } from '../../../documents/model';
import { type ParquetColumn, writeParquet } from '../../../documents/parquet/write-parquet';
import type { ReadableCache } from '../../../store/cache';
import { readFeedState } from '../../../store/feed-state';
import { listInvoices, listPayments } from '../../../store/read/account';
import { archivedMonths, iterateCharges } from '../../../store/read/archive';
import { iterateCdrs } from '../../../store/read/cdr-pages';
import { cdrSummary } from '../../../store/read/cdr-summary';
import { readOwner } from '../facts';
import { cdrColumns, chargeColumns, invoiceColumns, paymentColumns } from './archive-columns';

/** What the archive holds. It is there only while the archive is whole: a run removes it first and writes it last. */
export const ARCHIVE_LIST = 'archive.json';
const CALLS = 'cdrs';
const PRIVATE_FOLDER = 0o700;
const TIME_ORDER = { column: 'startedAt', descending: false } as const;

/** Numbers by which a reader can check a file of calls; money in 1/10000 BYN. */
type CallTotals = Pick<CdrSummary, 'rows' | 'durationS' | 'net' | 'gross'>;
type ListedFile = { path: string; rows: number; sha256: string; totals?: CallTotals };

export type ArchiveTarget = {
  folder: string;
  /** Where each file grows until it is complete. */
  partialPath: string;
  madeAt: Instant;
  onRows(rows: number): void;
};

/**
 * Writes everything the cache has of the account as Parquet: calls by month in folders named as Hive names them,
 * charges, payments and invoices as one file each. Files that would be the same stay untouched, and months that the
 * cache no longer knows stay too. Run it in one snapshot of the cache.
 * @returns the number of rows
 * @throws CabinetError disk-full, not-writable, file-busy; each names the file
 */
export async function writeArchive(cache: ReadableCache, target: ArchiveTarget): Promise<number> {
  const { madeAt, folder } = target;
  const owner = readOwner(cache);
  const files: ListedFile[] = [];
  let done = 0;

  async function write<Item>(
    path: string,
    columns: readonly ParquetColumn<Item>[],
    items: Iterable<Item>,
    totals?: CallTotals,
  ): Promise<void> {
    const before = done;
    let rows = 0;
    const sha256 = await replaceFile(target, path, async (sink) => {
      rows = await writeParquet(columns, items, sink, (count) => target.onRows(before + count));
    });
    done = before + rows;
    files.push({ path, rows, sha256, ...(totals ? { totals } : {}) });
  }

  removeList(folder);
  const months = archivedMonths(cache);
  // Without any call there is an empty file all the same: a query then finds nothing instead of failing.
  for (const month of months.length > 0 ? months : [monthOf(madeAt)]) {
    const { calls, totals } = checkedCalls(cache, month);
    await write(callsPath(month), cdrColumns(owner.number), calls, totals);
  }
  await write('charges.parquet', chargeColumns(owner.number), iterateCharges(cache));
  await write('payments.parquet', paymentColumns(owner.number), listPayments(cache));
  await write('invoices.parquet', invoiceColumns(owner.number), listInvoices(cache));

  const { dataAsOf, complete } = readFeedState(cache, 'cdrs');
  const list = {
    archive: 1,
    account: owner.number,
    organisation: owner.organisation,
    madeAt: isoTime(madeAt),
    callsAsOf: dataAsOf === null ? null : isoTime(dataAsOf),
    /** False: the operator had more calls that were not loaded yet. */
    callsComplete: complete,
    files,
    /** Of months that the cache no longer has. */
    keptFromBefore: keptCalls(folder, files),
  };
  await replaceFile(target, ARCHIVE_LIST, (sink) =>
    sink.write(Buffer.from(`${JSON.stringify(list, null, 2)}\n`)),
  );
  return done;
}

const isoTime = (at: Instant): string => new Date(at).toISOString();

/** Months are of Minsk, as in the bills. The name alone tells the month where only names are shown. */
function callsPath(month: YearMonth): string {
  const [year, number] = month.split('-');
  return `${CALLS}/year=${year}/month=${number}/${CALLS}-${month}.parquet`;
}

/** Calls of a month whose sums are compared with the screen's when the last one was read. */
function checkedCalls(
  cache: ReadableCache,
  month: YearMonth,
): { calls: Iterable<CdrRow>; totals: CallTotals } {
  const filter: CdrFilter = { subscriberId: null, month, direction: 'both' };
  const { rows, durationS, net, gross } = cdrSummary(cache, filter);
  const totals = { rows, durationS, net, gross };
  function* calls(): Generator<CdrRow> {
    const sums: CallTotals = { rows: 0, durationS: 0, net: 0, gross: 0 };
    for (const row of iterateCdrs(cache, filter, TIME_ORDER)) {
      sums.rows++;
      sums.durationS += row.durationS;
      sums.net += row.net;
      sums.gross += row.gross;
      yield row;
    }
    const apart = (Object.keys(sums) as (keyof CallTotals)[]).find((key) => sums[key] !== totals[key]);
    if (apart) throw new Error(`${apart} of ${month} add up to ${sums[apart]}, not ${totals[apart]}`);
  }
  return { calls: calls(), totals };
}

/** Puts a file in its place unless the one that is there is the same to the last byte. @returns its checksum */
async function replaceFile(
  { folder, partialPath }: ArchiveTarget,
  path: string,
  fill: (sink: Sink) => void | Promise<void>,
): Promise<string> {
  const place = join(folder, path);
  try {
    mkdirSync(dirname(place), { recursive: true, mode: PRIVATE_FOLDER });
    const sink = createFileSink(place, partialPath);
    const hashing = hashingSink(sink);
    try {
      await fill(hashing);
      const sha256 = hashing.sha256();
      if ((await checksumOf(place)) === sha256) sink.discard();
      else sink.finish();
      return sha256;
    } catch (error) {
      sink.discard();
      throw error;
    }
  } catch (error) {
    throw fileFault(error, path);
  }
}

function removeList(folder: string): void {
  try {
    rmSync(join(folder, ARCHIVE_LIST), { force: true });
  } catch (error) {
    throw fileFault(error, ARCHIVE_LIST);
  }
}

function keptCalls(folder: string, written: readonly ListedFile[]): string[] {
  const paths = new Set(written.map(({ path }) => path));
  return readdirSync(join(folder, CALLS), { recursive: true, encoding: 'utf8' })
    .map((name) => `${CALLS}/${name.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.parquet') && !paths.has(path))
    .sort();
}
