import { runTask } from '../lib/processes';
import { formatCount, formatMs, type Table } from '../lib/report';
import type { Workspace } from '../lib/workspace';
import type { ReadTimes } from '../tasks/read-pages';

/** Pages of 200 calls and totals as the screens ask for them, against plain SQL on the same encrypted file. */
export async function measurePages(workspace: Workspace, queries: number): Promise<Table> {
  const { path, sums } = workspace.cache;
  const { result } = await runTask<ReadTimes[]>('read-pages', { path, queries });
  return {
    title: `Pages of 200 and totals, ${formatCount(sums.rows)} calls`,
    columns: ['', 'ours p50', 'ours p99', 'plain SQL p50', 'plain SQL p99', 'p50 ÷ plain'],
    rows: result.map(({ name, ours, plain }) => [
      name,
      ...[ours.p50, ours.p99, plain.p50, plain.p99].map(formatMs),
      (ours.p50 / plain.p50).toPrecision(2),
    ]),
    notes: [
      `${queries} queries a row, by turns; both give equal rows, or the benchmark fails.`,
      'The first query of an order sorts once and later ones use that: it is in the p99.',
      'The handlers are called in the core’s process; the way to the window is not in the times.',
    ],
  };
}
