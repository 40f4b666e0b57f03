import { CabinetError } from '../../src-shared/bridge/errors';
import type { Instant } from '../../src-shared/domain/period';
import type { FeedName } from '../../src-shared/operator-api/feeds';
import type { WritableCache } from '../store/cache';
import { forgetCursor, readFeedState } from '../store/feed-state';
import type { ComingPage, OperatorClient, TakenPage } from './client';
import type { SyncEnvironment } from './environment';
import { PassingFault } from './faults';
import { type PageFacts, pageFacts } from './progress';
import { type MonthPages, openMonths } from './pull-months';
import type { CdrReader } from './read-page';
import { type RetryOptions, withRetry } from './retry';
import type { PageStore } from './store-page';

/** The contract's name of the cursor in a request. */
const CURSOR_FIELD = 'query.since';
const EMPTY_PAGE_PAUSE_MS = 300;
const MOST_EMPTY_PAGES = 100;

export type PullContext = {
  environment: SyncEnvironment;
  client: OperatorClient;
  cache: WritableCache;
  reader: CdrReader;
  pages: PageStore;
  token: string;
  retry: RetryOptions;
  /** True when something small has changed at the operator: the feed is left after the page under way. */
  isStale(): boolean;
  /** Told after every stored page. */
  onPage(feed: FeedName, page: PageFacts): void;
};

/**
 * Takes in everything of a feed since the stored cursor. The next page is asked for as soon as the head of this one
 * names it, so the link is busy while rows are checked and stored.
 * @throws CabinetError; what was stored before stays, and the next run goes on from there
 */
export async function pullFeed(context: PullContext, feed: FeedName, asOf: Instant): Promise<void> {
  try {
    await pullPages(context, feed, asOf);
  } catch (error) {
    if (!isAboutCursor(error)) throw error;
    // The operator does not know the cursor: everything is taken once more and stored over itself. Nothing is deleted.
    forgetCursor(context.cache, feed);
    await pullPages(context, feed, asOf);
  }
}

/** True when the operator has forgotten the cursor, or says that it is none of its own. */
const isAboutCursor = (error: unknown): boolean =>
  error instanceof CabinetError &&
  (error.code === 'resync-required' ||
    (error.code === 'operator-refused' && error.params.field === CURSOR_FIELD));

async function pullPages(context: PullContext, feed: FeedName, asOf: Instant): Promise<void> {
  const state = readFeedState(context.cache, feed);
  let since = state.cursor;
  const months = feed === 'cdrs' && !state.complete ? await openMonths(context) : null;
  let ahead = null as Ahead | null;
  let empty = 0;
  const visited = new Set<string | null>([since]);

  /** Takes the next page. Its rows are let go of here: kept any longer, they would cost the collector most of its time. */
  async function step(): Promise<{ more: boolean; stored: Promise<void> }> {
    const first = ahead;
    const from = since;
    const ofMonth = await months?.pageAt(from);
    const taken: Taken = ofMonth
      ? { page: ofMonth, following: null }
      : await withRetry(context.environment, context.retry, () =>
          takePage(context, feed, from, first, months),
        );
    const { page } = taken;
    ahead = taken.following;
    stopWhenCancelled(context);
    const facts = pageFacts(page);
    if (page.more && page.cursor === since) {
      if (facts.rows > 0) throw cursorFault(feed);
      await waitForMore(context, ++empty);
      return { more: true, stored: Promise.resolve() };
    }
    // Pages that lead back to one another would be asked for without end.
    if (page.more && visited.has(page.cursor)) throw cursorFault(feed);
    visited.add(page.cursor);
    since = page.cursor;
    const stored = context.pages.store(feed, page, asOf, () => context.onPage(feed, facts));
    return { more: page.more, stored };
  }

  try {
    for (;;) {
      const { more, stored } = await step();
      await stored;
      stopWhenCancelled(context);
      if (!more || context.isStale()) return;
    }
  } finally {
    ahead?.stop();
    months?.stop();
    await context.pages.settle();
  }
}

const cursorFault = (feed: FeedName) =>
  new CabinetError('operator-answer-malformed', { endpoint: feed, field: 'cursor' });

/** The operator still makes the rows: it has more, but nothing yet. */
async function waitForMore(context: PullContext, times: number): Promise<void> {
  if (times > MOST_EMPTY_PAGES) throw new PassingFault('operator-error', { status: 200 });
  await context.environment.sleep(EMPTY_PAGE_PAUSE_MS, context.retry.signal);
  stopWhenCancelled(context);
}

/** A page asked for ahead of need. */
type Ahead = { since: string; used: boolean; coming: Promise<ComingPage<FeedName>>; stop(): void };

type Taken = { page: TakenPage<FeedName>; following: Ahead | null };

function askAhead(context: PullContext, feed: FeedName, since: string): Ahead {
  const own = new AbortController();
  const signal = AbortSignal.any([context.retry.signal, own.signal]);
  const coming = context.client.page(feed, since, { signal, token: context.token });
  // Its failure is met when the page is needed; until then it must not count as unhandled.
  coming.catch(() => {});
  return { since, used: false, coming, stop: () => own.abort() };
}

async function takePage(
  context: PullContext,
  feed: FeedName,
  since: string | null,
  ahead: Ahead | null,
  months: MonthPages | null,
): Promise<Taken> {
  let coming: ComingPage<FeedName>;
  if (ahead && !ahead.used && ahead.since === since) {
    ahead.used = true;
    coming = await ahead.coming;
  } else {
    ahead?.stop();
    coming = await context.client.page(feed, since, { signal: context.retry.signal, token: context.token });
  }
  const { next } = coming;
  const isPage = next && next !== since && !months?.beginAt(next);
  const following = isPage ? askAhead(context, feed, next) : null;
  try {
    const page = await coming.read(context.reader);
    if (following && (!page.more || page.cursor !== following.since)) {
      following.stop();
      return { page, following: null };
    }
    return { page, following };
  } catch (error) {
    following?.stop();
    throw error;
  }
}

function stopWhenCancelled({ retry }: PullContext): void {
  if (retry.signal.aborted) throw new CabinetError('cancelled');
}
