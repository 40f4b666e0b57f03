import { DuckDBConnection } from '@duckdb/node-api';
import { MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import { answer, taskInput } from '../lib/task';

/** The peer of the archive: DuckDB makes the same partitions of a CSV file that is ready. */
const { csv, folder } = taskInput<{ csv: string; folder: string }>();
const names = `id revision subscriber_id started_at direction service zone status party party_text duration_s
  billed_units package_s vat_rate net gross recorded_at late`.split(/\s+/);
const minsk = `make_timestamp((started_at + ${MINSK_OFFSET_MS}) * 1000)`;
const money = (column: string) => `(${column}::DECIMAL(14, 0) * 0.0001::DECIMAL(4, 4)) AS ${column}`;
const duck = await DuckDBConnection.create();
await duck.run(
  `COPY (
     SELECT * REPLACE (${money('net')}, ${money('gross')}), year(${minsk}) AS year, month(${minsk}) AS month
     FROM read_csv('${csv}', header = false, names = ['${names.join("', '")}'])
   ) TO '${folder}' (FORMAT parquet, COMPRESSION gzip, PARTITION_BY (year, month))`,
);
answer({});
