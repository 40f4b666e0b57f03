import { rmSync } from 'node:fs';
import { runTask } from '../lib/processes';
import { formatCount, formatMs, type Table } from '../lib/report';
import type { Workspace } from '../lib/workspace';
import type { ScaleCache } from '../tasks/scale-cache';
import type { ScaleReads } from '../tasks/scale-reads';

const MONTH = '2021-05';
/** Different numbers among the calls: accounts call the same ones again and again, or, at worst, never. */
const NUMBERS = [
  { name: 'numbers repeat', of: (rows: number) => Math.round(rows * 0.03) },
  { name: 'every number is another', of: (rows: number) => rows },
] as const;

/** Very many made-up calls in one month: the longest list that a person can open. */
export async function* measureScale(workspace: Workspace, rows: number): AsyncIterable<Table> {
  for (const { name, of } of NUMBERS) {
    const path = workspace.path('scale.db');
    const { result: made } = await runTask<ScaleCache>('scale-cache', {
      path,
      rows,
      months: [MONTH],
      numbers: of(rows),
    });
    const { result } = await runTask<ScaleReads>('scale-reads', { path, month: MONTH, rows });
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    const { index, reads } = result;
    yield {
      title: `One month of ${formatCount(rows)} calls, ${name}`,
      columns: ['', 'ours p50', 'ours p99', 'longest hold', 'by processor', 'plain SQL p50'],
      rows: reads.map((read) => [
        read.name,
        formatMs(read.p50),
        formatMs(read.p99),
        formatMs(read.hold.ms),
        formatMs(read.hold.cpuMs),
        formatMs(read.plain),
      ]),
      notes: [
        `Stored at ${formatCount((rows / made.ms) * 1000)} calls/s (${((made.cpuMs * 1000) / rows).toFixed(1)} µs of processor a call), ${made.mb.toFixed(0)} MB.`,
        `The index of numbers, made between syncs: ${formatMs(index.ms)} (${((index.cpuMs * 1000) / rows).toFixed(1)} µs of processor a call), longest hold ${formatMs(index.longestMs)}.`,
        'Longest hold: how long the event loop could not serve another call; by processor: the most that the process itself worked between two turns, whatever else the machine did. A tenth of the pages and all totals are compared with plain SQL.',
      ],
    };
  }
}
