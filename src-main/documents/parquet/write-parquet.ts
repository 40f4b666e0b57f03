import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { DAY_MS } from '../../../src-shared/domain/period';
import type { Sink } from '../model';

/**
 * What a column holds. text; id: whole number of 64 bits; integer: of 32; instant: epoch ms, read as a time of UTC;
 * day: «2021-05-10»; money: 1/10000 BYN, read as DECIMAL(18,4), exact to the last unit; flag: yes or no.
 */
export type ParquetType = 'text' | 'id' | 'integer' | 'instant' | 'day' | 'money' | 'flag';
type Value = string | number | boolean | null;

export type ParquetColumn<Item> = {
  name: string;
  type: ParquetType;
  /** True where there may be nothing. */
  nullable?: true;
  value(item: Item): Value;
};

const whole = (value: Value): bigint => BigInt(value as number);
const same = (value: Value): Value => value;

const TYPES: Record<ParquetType, { stored: Partial<SchemaElement>; encode(value: Value): unknown }> = {
  text: {
    stored: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    encode: same,
  },
  id: { stored: { type: 'INT64' }, encode: whole },
  integer: { stored: { type: 'INT32' }, encode: same },
  instant: {
    stored: {
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    encode: whole,
  },
  day: {
    stored: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
    encode: (value) => Date.parse(`${value}T00:00:00Z`) / DAY_MS,
  },
  money: {
    stored: {
      type: 'INT64',
      converted_type: 'DECIMAL',
      precision: 18,
      scale: 4,
      logical_type: { type: 'DECIMAL', precision: 18, scale: 4 },
    },
    // The unscaled number: no decimal fraction is ever made of it.
    encode: whole,
  },
  flag: { stored: { type: 'BOOLEAN' }, encode: same },
};

/** Rows that are held in memory; a reader skips or takes them as one. */
const GROUP_ROWS = 20_000;
/** Every reader of Parquet knows gzip. */
const GZIP_LEVEL = 4;

/**
 * Writes items as one Parquet file, a group of rows in memory at a time. The same items give the same bytes.
 * @param onRows told after every group how many rows are done
 * @returns the number of rows
 */
export async function writeParquet<Item>(
  columns: readonly ParquetColumn<Item>[],
  items: Iterable<Item>,
  sink: Sink,
  onRows: (rows: number) => void,
): Promise<number> {
  const writer = writerTo(sink);
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    codec: 'GZIP',
    compressors: { GZIP: (bytes) => gzipSync(bytes, { level: GZIP_LEVEL }) },
    createdBy: 'SIP Cabinet',
  });
  let group: unknown[][] = columns.map(() => []);
  let held = 0;
  let done = 0;
  const writeGroup = () => {
    const columnData = columns.map(({ name }, at): ColumnSource => ({ name, data: group[at] ?? [] }));
    void file.write({ columnData, rowGroupSize: GROUP_ROWS });
    group = columns.map(() => []);
    done += held;
    held = 0;
    onRows(done);
  };
  for (const item of items) {
    for (const [at, column] of columns.entries()) {
      const value = column.value(item);
      group[at]?.push(value === null ? null : TYPES[column.type].encode(value));
    }
    if (++held < GROUP_ROWS) continue;
    writeGroup();
    // What was told leaves the process before the next group takes it.
    await nextTurn();
  }
  if (held > 0) writeGroup();
  await file.finish();
  return done;
}

function schemaOf<Item>(columns: readonly ParquetColumn<Item>[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ name, type, nullable }): SchemaElement => ({
        name,
        repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
        ...TYPES[type].stored,
      }),
    ),
  ];
}

/** Hands what has been gathered to the sink after every group, so that nothing but a group is ever held. */
function writerTo(sink: Sink): ByteWriter {
  const writer = new ByteWriter();
  const flush = () => {
    sink.write(writer.getBytes());
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}
