import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import type { CallSums } from '../lib/call-sums';
import { type ProcessRun, runTask } from '../lib/processes';
import { formatCount, formatMb, formatMs, formatRatio, type Table } from '../lib/report';
import { byTurns, type Contender } from '../lib/rounds';
import type { Workspace } from '../lib/workspace';

/** «Архив для анализа»: from the encrypted cache to Parquet files by month, and once more with nothing new. */
export async function measureArchive(workspace: Workspace, rounds: number): Promise<Table> {
  const { path: cache, sums } = workspace.cache;
  const folder = workspace.path('archive');
  const peerFolder = workspace.path('archive-duckdb');
  const afresh = (place: string) => rmSync(place, { recursive: true, force: true });
  const contender = (name: string, place: string, write: () => Promise<{ run: ProcessRun }>): Contender => ({
    name,
    async run() {
      const { run } = await write();
      await checkSums(name, place, sums);
      return { ms: run.ms, peakMb: run.peakMb, figures: { mb: sizeOf(place) / 1024 ** 2 } };
    },
  });
  const outcomes = await byTurns(
    [
      contender('ours: the export process, first archive', join(folder, 'cdrs'), () => {
        afresh(folder);
        return runTask('archive', { cache, folder });
      }),
      contender('… again, nothing new: every file is compared, none replaced', join(folder, 'cdrs'), () =>
        runTask('archive', { cache, folder }),
      ),
      contender('peer: DuckDB, CSV → the same partitions', peerFolder, () => {
        afresh(peerFolder);
        return runTask('archive-duckdb', { csv: workspace.path('calls.csv'), folder: peerFolder });
      }),
    ],
    rounds,
  );
  const [ours] = outcomes;
  return {
    title: `Parquet archive, ${formatCount(sums.rows)} calls`,
    columns: ['', 'time', 'ours ÷ it (least–greatest)', 'peak RSS', 'files'],
    rows: outcomes.map((outcome) => [
      outcome.name,
      formatMs(outcome.ms),
      ours && outcome !== ours ? formatRatio(ours, outcome) : '',
      formatMb(outcome.peakMb),
      `${(outcome.figures.mb ?? 0).toFixed(1)} MB`,
    ]),
    notes: [
      'DuckDB, in parallel on both cores, reads a CSV file that is not encrypted; the time to make that is not in its own.',
      'Every archive is queried by DuckDB: rows, seconds and money are those of the cache.',
    ],
  };
}

async function checkSums(name: string, folder: string, expected: CallSums): Promise<void> {
  const duck = await DuckDBConnection.create();
  const money = (column: string) => `(sum(${column}) * 10000)::BIGINT`;
  const answer = await duck.runAndReadAll(
    `SELECT count(*), sum(duration_s), ${money('net')}, ${money('gross')}
     FROM read_parquet('${join(folder, '**/*.parquet')}', hive_partitioning = false)`,
  );
  duck.disconnectSync();
  const found = answer.getRows()[0]?.map(Number);
  const wanted = [expected.rows, expected.durationS, expected.net, expected.gross];
  if (String(found) !== String(wanted)) throw new Error(`${name}: ${found}, not ${wanted}`);
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
