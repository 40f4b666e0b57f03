import type { SyncStatus } from '../../src-shared/bridge/sync';
import { monthOf } from '../../src-shared/domain/period';
import type { FeedName, FeedPage } from '../../src-shared/operator-api/feeds';

type Progress = NonNullable<SyncStatus['progress']>;

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
    count(feed: FeedName, page: FeedPage<FeedName>): void {
      const rows = progress.rows + page.items.length;
      const seconds = Math.max((measure() - started) / 1000, 0.001);
      const rate = rows / seconds;
      const newest = page.items.at(-1);
      if (newest && 'startedAt' in newest) month = monthOf(newest.startedAt);
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
