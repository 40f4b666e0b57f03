import { mkdirSync, rmSync } from 'node:fs';
import { migrations } from '../../../src-main/store/migrate';
import { CALL_SUMS_SQL, type CallSums, expectSums } from '../lib/call-sums';
import { findProgram, runMeasured, runTask, startTask } from '../lib/processes';
import { formatCount, formatMb, formatMs, formatRatio, type Table } from '../lib/report';
import { byTurns, type Contender } from '../lib/rounds';
import type { Workspace } from '../lib/workspace';
import type { FilledCache } from '../tasks/fill-cache';
import type { Replay } from '../tasks/replay';
import type { SyncResult } from '../tasks/sync';

/** A first sync of all calls, against the same rows read by the command line's `.import`. */
export async function measureIngest(workspace: Workspace, rounds: number): Promise<Table> {
  const { sums: expected } = workspace.cache;
  const replay = await startTask<Replay>('replay', { folder: workspace.path('pages') });
  const sync: Contender = {
    name: 'first sync: HTTP, gzip, JSON, checks, encrypted cache',
    async run() {
      const folder = workspace.path('sync');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const { credentials } = workspace.recording;
      const { run, result } = await runTask<SyncResult>('sync', {
        url: replay.ready.url,
        folder,
        ...credentials,
      });
      expectSums('sync', result.sums, expected);
      return { ms: result.ms, peakMb: run.peakMb, figures: { lagMs: result.lagMaxMs } };
    },
  };
  const store: Contender = {
    name: 'the cache’s writer alone, pages in memory',
    async run() {
      const path = workspace.path('store.db');
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      const pages = workspace.path('pages');
      const { run, result } = await runTask<FilledCache>('fill-cache', { pages, path });
      expectSums('store', result.sums, expected);
      return { ms: result.ms, peakMb: run.peakMb };
    },
  };
  const cli = findProgram('sqlite3');
  const peer: Contender[] = cli ? [sqliteImport(cli, workspace, expected)] : [];
  try {
    const outcomes = await byTurns([sync, store, ...peer], rounds);
    const baseline = cli ? outcomes.at(-1) : undefined;
    return {
      title: `Taking in ${formatCount(expected.rows)} calls`,
      columns: ['', 'time', 'rows/s', 'time ÷ .import (least–greatest)', 'peak RSS', 'longest pause'],
      rows: outcomes.map((outcome) => [
        outcome.name,
        formatMs(outcome.ms),
        formatCount((expected.rows / outcome.ms) * 1000),
        baseline ? formatRatio(outcome, baseline) : 'peer not here',
        formatMb(outcome.peakMb),
        outcome.figures.lagMs === undefined ? '' : formatMs(outcome.figures.lagMs),
      ]),
      notes: [
        'All three end with the same number of rows and the same sums of durations and money.',
        'Longest pause: how long the core’s event loop could not answer a screen during the sync (median of rounds).',
      ],
    };
  } finally {
    await replay.end();
  }
}

/** The same table and indexes, unencrypted and not STRICT: `.import` cannot write NULL into an integer column. */
function sqliteImport(cli: string, workspace: Workspace, expected: CallSums): Contender {
  const script = `PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 10000;
${cdrSchema()}
.import --csv ${workspace.path('calls.csv')} cdrs
.mode json
${CALL_SUMS_SQL};
`;
  return {
    name: 'peer: sqlite3 .import --csv',
    async run() {
      const path = workspace.path('plain.db');
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      const { ms, peakMb, output } = await runMeasured(cli, [path], { input: script });
      expectSums('.import', JSON.parse(output.slice(output.indexOf('['))).at(0), expected);
      return { ms, peakMb };
    },
  };
}

/** Statements that make the table of calls and its indexes, taken from the program's own migrations. */
function cdrSchema(): string {
  return migrations
    .flatMap(({ sql }) => sql.split('--> statement-breakpoint'))
    .filter((statement) => /(TABLE|ON) `cdrs`/.test(statement))
    .map((statement) => `${statement.replace(/\) STRICT;/, ');').trim()}\n`)
    .join('');
}
