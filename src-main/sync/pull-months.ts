import { CabinetError } from '../../src-shared/bridge/errors';
import type { YearMonth } from '../../src-shared/domain/period';
import type { PackedCdrPage } from './cdr-page';
import { PassingFault } from './faults';
import type { ComingMonth } from './month-pages';
import type { PullContext } from './pull-feed';
import { withRetry } from './retry';

/** Pages of calls out of the files of whole months. */
export type MonthPages = {
  /** True for a cursor of the feed at which a file begins. */
  beginAt(cursor: string): boolean;
  /**
   * The page that begins at this cursor of the feed; null: no file has it, the feed does.
   * @throws CabinetError when the operator asked for time
   */
  pageAt(since: string | null): Promise<PackedCdrPage | null>;
  stop(): void;
};

/**
 * Asks which months can be had as files: a long history takes a request a month instead of one for 5,000 calls.
 * @throws CabinetError when the operator asked for time
 */
export async function openMonths(context: PullContext): Promise<MonthPages> {
  const { client, environment, retry, token, reader } = context;
  const request = { signal: retry.signal, token };
  const files = await withRetry(environment, retry, () =>
    client.call('getMonthFiles', undefined, request),
  ).catch(unlessBusy);
  const monthFrom = new Map<string | null, YearMonth>(
    files?.months.map(({ month, since }) => [since, month]) ?? [],
  );
  let open: { file: ComingMonth; at: string | null } | null = null;

  function close(): void {
    open?.file.stop();
    open = null;
  }

  /** Each file is opened once: where it broke off the feed goes on. */
  async function openAt(since: string | null): Promise<void> {
    close();
    const month = monthFrom.get(since);
    if (month === undefined) return;
    monthFrom.delete(since);
    const file = await withRetry(environment, retry, () => client.monthFile(month, request)).catch(
      unlessBusy,
    );
    if (file) open = { file, at: since };
  }

  /** The open file's next page; null when it has ended or is broken. */
  async function nextPage(): Promise<PackedCdrPage | null> {
    if (!open) return null;
    try {
      const page = await open.file.next(reader);
      if (page) open.at = page.cursor;
      else open = null;
      // The feed goes on after any month, whatever a file says.
      return page && { ...page, more: true };
    } catch (error) {
      if (!(error instanceof CabinetError)) throw error;
      close();
      return null;
    }
  }

  return {
    beginAt: (cursor) => monthFrom.has(cursor),
    async pageAt(since) {
      if (open?.at !== since) await openAt(since);
      const page = await nextPage();
      if (page || !monthFrom.has(since)) return page;
      await openAt(since);
      return nextPage();
    },
    stop: close,
  };
}

/** Whatever is wrong with a file or their list, the feed has the calls. Only an operator that asked for time gets it. */
function unlessBusy(error: unknown): null {
  if (!(error instanceof CabinetError) || error.code === 'cancelled') throw error;
  if (error instanceof PassingFault && error.retryAfterMs !== null) throw error;
  return null;
}
