import { mkdirSync, rmSync } from 'node:fs';
import { runTask, startTask } from '../lib/processes';
import { formatCount, formatMs, type Table } from '../lib/report';
import { median } from '../lib/statistics';
import type { Workspace } from '../lib/workspace';
import type { Replay } from '../tasks/replay';
import type { SyncResult } from '../tasks/sync';

const EVERY_MS = 20;

/** How long the screen of calls waits for its rows while a first sync is under way. */
export async function measureReadsInSync(workspace: Workspace, rounds: number): Promise<Table> {
  const replay = await startTask<Replay>('replay', { folder: workspace.path('pages') });
  try {
    const results: SyncResult[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const folder = workspace.path('sync');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const input = {
        url: replay.ready.url,
        folder,
        ...workspace.recording.credentials,
        readEveryMs: EVERY_MS,
      };
      results.push((await runTask<SyncResult>('sync', input)).result);
    }
    const middle = (figure: 'count' | 'firstRowsMs' | 'p50' | 'p99' | 'max') =>
      median(results.map(({ reads }) => reads?.[figure] ?? Number.NaN));
    return {
      title: `Reads during a first sync of ${formatCount(workspace.cache.sums.rows)} calls`,
      columns: ['', 'p50', 'p99', 'longest', 'first calls after', 'whole sync'],
      rows: [
        [
          'a page of 200 calls, through the core',
          formatMs(middle('p50')),
          formatMs(middle('p99')),
          formatMs(middle('max')),
          formatMs(middle('firstRowsMs')),
          formatMs(median(results.map(({ ms }) => ms))),
        ],
      ],
      notes: [
        `Asked every ${EVERY_MS} ms, about ${formatCount(middle('count'))} times a round; medians of ${rounds} rounds. A question is timed from when it was due.`,
        'First calls after: from the sign-in until a page that is not empty; it does not depend on how many calls follow.',
      ],
    };
  } finally {
    await replay.end();
  }
}
