import { mkdirSync } from 'node:fs';
import { GUIDE_TIME } from '../../../src-main/operator/testing/client';
import { runTask, startTask } from '../lib/processes';
import { formatCount, formatMs, type Table } from '../lib/report';
import type { Workspace } from '../lib/workspace';
import type { IdleSync } from '../tasks/idle-sync';
import type { OperatorReady } from '../tasks/operator';

/** A background sync when the operator has nothing new, for accounts of different sizes. */
export async function measureIdleSync(workspace: Workspace, rounds: number): Promise<Table> {
  const rows: string[][] = [];
  for (const size of ['small', 'medium'] as const) {
    const operator = await startTask<OperatorReady>('operator', { size, at: GUIDE_TIME });
    try {
      const folder = workspace.path(`idle-${size}`);
      mkdirSync(folder);
      const input = { ...operator.ready, folder, rounds };
      const { result } = await runTask<IdleSync>('idle-sync', input);
      rows.push([
        `${formatCount(result.rows)} calls in the cache`,
        String(result.requests),
        formatMs(result.cpuMs),
        formatMs(result.ms),
      ]);
    } finally {
      await operator.end();
    }
  }
  return {
    title: 'A sync when nothing has changed',
    columns: ['', 'requests', 'processor time of the core', 'time'],
    rows,
    notes: [
      `Median of ${rounds} rounds against the embedded operator in a process of its own; requests: the most of any round.`,
      'Both answers are 304: the heads of the feeds and the account are as the client has them.',
    ],
  };
}
