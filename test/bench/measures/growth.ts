import { rmSync } from 'node:fs';
import { runTask } from '../lib/processes';
import { formatCount, formatMb, formatMs, type Table } from '../lib/report';
import type { Workspace } from '../lib/workspace';
import type { Grown } from '../tasks/grow';

/** Whether the writer becomes slower as the account grows. */
export async function measureGrowth(workspace: Workspace, count: number): Promise<Table> {
  const path = workspace.path('grown.db');
  try {
    const { run, result } = await runTask<Grown>('grow', { path, count });
    const rate = (tenth: Grown['tenths'][number] | undefined, time: 'ms' | 'cpuMs') =>
      tenth ? (tenth.rows / tenth[time]) * 1000 : Number.NaN;
    const [first, last] = [result.tenths.at(0), result.tenths.at(-1)];
    const against = (time: 'ms' | 'cpuMs') => (rate(last, time) / rate(first, time)).toFixed(2);
    return {
      title: `Growth: the writer alone, ${formatCount(count)} made-up calls`,
      columns: ['', 'time', 'rows/s', 'processor time', 'rows per second of it'],
      rows: [
        ...result.tenths.flatMap((tenth, at) =>
          at === 0 || at === 4 || at === 9
            ? [
                [
                  `tenth ${at + 1} of 10`,
                  formatMs(tenth.ms),
                  formatCount(rate(tenth, 'ms')),
                  formatMs(tenth.cpuMs),
                  formatCount(rate(tenth, 'cpuMs')),
                ],
              ]
            : [],
        ),
        ['last ÷ first', '', against('ms'), '', against('cpuMs')],
      ],
      notes: [
        `One run. File at the end: ${formatMb(result.fileMb)}; peak RSS ${formatMb(run.peakMb)}.`,
        'Rows and monthly sums are compared with what was made, to the last unit.',
      ],
    };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}
