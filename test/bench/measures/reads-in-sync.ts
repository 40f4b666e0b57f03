import { mkdirSync, rmSync } from 'node:fs';
import { type CallSums, expectSums } from '../lib/call-sums';
import { runTask, startTask } from '../lib/processes';
import { formatCount, formatMs, type Table } from '../lib/report';
import { median } from '../lib/statistics';
import type { Workspace } from '../lib/workspace';
import type { Replay } from '../tasks/replay';
import type { SyncResult } from '../tasks/sync';

const EVERY_MS = 20;

/**
 * How long the screen of calls waits for its rows while a first sync is under way: of the recorded calls, and of as
 * many times more once.
 */
export async function measureReadsInSync(
  workspace: Workspace,
  rounds: number,
  times: number,
): Promise<Table> {
  const { sums } = workspace.cache;
  const recorded = await syncs(workspace, workspace.path('pages'), rounds, sums);
  const larger = workspace.path('larger-pages');
  await runTask('multiply', { from: workspace.path('pages'), to: larger, times });
  const multiplied = Object.fromEntries(
    Object.entries(sums).map(([key, sum]) => [key, sum * times]),
  ) as CallSums;
  const one = await syncs(workspace, larger, 1, multiplied);
  rmSync(larger, { recursive: true });
  return {
    title: 'Reads during a first sync',
    columns: [
      'a page of 200 calls, through the core',
      'p50',
      'p99',
      'longest',
      'first calls after',
      'whole sync',
      'rows/s',
    ],
    rows: [readsRow(sums.rows, recorded), readsRow(multiplied.rows, one)],
    notes: [
      `Asked every ${EVERY_MS} ms; medians of ${rounds} rounds, and one round. A question is timed from when it was due.`,
      'First calls after: from the sign-in until a page that is not empty.',
    ],
  };
}

/** @throws Error when a sync ends with other sums */
async function syncs(
  workspace: Workspace,
  pages: string,
  rounds: number,
  expected: CallSums,
): Promise<SyncResult[]> {
  const replay = await startTask<Replay>('replay', { folder: pages });
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
      const { result } = await runTask<SyncResult>('sync', input);
      expectSums('sync', result.sums, expected);
      results.push(result);
    }
    return results;
  } finally {
    await replay.end();
  }
}

function readsRow(calls: number, results: readonly SyncResult[]): string[] {
  const middle = (figure: 'firstRowsMs' | 'p50' | 'p99' | 'max') =>
    formatMs(median(results.map(({ reads }) => reads?.[figure] ?? Number.NaN)));
  const ms = median(results.map((result) => result.ms));
  return [
    `${formatCount(calls)} calls`,
    middle('p50'),
    middle('p99'),
    middle('max'),
    middle('firstRowsMs'),
    formatMs(ms),
    formatCount((calls / ms) * 1000),
  ];
}
