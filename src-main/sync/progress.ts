import type { SyncStatus } from '../../src-shared/bridge/sync';
import type { Instant } from '../../src-shared/domain/period';
import { monthOf } from '../../src-shared/domain/period';
import type { FeedName } from '../../src-shared/operator-api/feeds';
import { lastStartedAt } from '../store/write/packed-cdrs';
import type { TakenPage } from './client';

type Progress = NonNullable<SyncStatus['progress']>;

/** What is told of a page; its rows are not kept until then. */
export type PageFacts = {
  rows: number;
  /** How many rows of the feed are still to come. */
  remaining: number;
  /** When the last of its calls began. */
  lastStartedAt: Instant | null;
};

export function pageFacts({ items, remaining }: TakenPage<FeedName>): PageFacts {
  return 'count' in items
    ? { rows: items.count, remaining, lastStartedAt: lastStartedAt(items) }
    : { rows: items.length, remaining, lastStartedAt: null };
}

/** Counts a run's rows and how fast they come. `measure` gives milliseconds of a steady clock. */
export function createProgress(measure: () => number = () => performance.now()) {
  const started = measure();
  let month: string | null = null;
  let progress: Progress = {
    stage: 'account',
    rows: 0,
    remaining: 0,
    month,
    rowsPerSecond: 0,
    remainingS: null,
  };

  return {
    current: (): Progress => ({ ...progress }),
    enter(stage: Progress['stage']): void {
      progress = { ...progress, stage, remaining: 0, remainingS: null };
    },
    count(feed: FeedName, page: PageFacts): void {
      const rows = progress.rows + page.rows;
      const seconds = Math.max((measure() - started) / 1000, 0.001);
      const rate = rows / seconds;
      if (page.lastStartedAt !== null) month = monthOf(page.lastStartedAt);
      progress = {
        stage: feed,
        rows,
        remaining: page.remaining,
        month,
        rowsPerSecond: Math.round(rate),
        remainingS: rate > 0 ? Math.ceil(page.remaining / rate) : null,
      };
    },
  };
}
