import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv/write-csv';
import type { Row, TableDocument } from './model';
import { chunked, documentOf, sampleRows } from './testing/sample';
import { writePdf, written } from './testing/written';
import { writeXlsx } from './xlsx/write-xlsx';

const writers = { csv: writeCsv, pdf: writePdf, xlsx: writeXlsx };
const rows = sampleRows(1200);
const gross = 9;

function totalsWith(change: number): TableDocument['totals'] {
  const totals = documentOf(rows).totals as NonNullable<TableDocument['totals']>;
  return {
    ...totals,
    values: totals.values.map((value, at) => (at === gross ? Number(value) + change : value)),
  };
}

function changed(at: number, column: number, cell: number): Row[] {
  return rows.map((row, index) =>
    index === at ? row.map((old, key) => (key === column ? cell : old)) : row,
  );
}

async function* failing(): AsyncGenerator<readonly Row[]> {
  yield rows.slice(0, 700);
  throw new Error('the cache is gone');
}

describe.each(Object.entries(writers))('%s', (_, writer) => {
  it.each<[string, Partial<TableDocument>, RegExp]>([
    ['a total one unit too high', { totals: totalsWith(1) }, /column gross/],
    ['a total one unit too low', { totals: totalsWith(-1) }, /column gross/],
    ['a changed amount in the last row', { rows: chunked(changed(1199, 8, 1)) }, /column net/],
    ['a changed duration in the first row', { rows: chunked(changed(0, 5, 1)) }, /column durationS/],
    ['a row too few', { rows: chunked(rows.slice(1)) }, /1199 rows instead of 1200/],
    ['a row too many', { rows: chunked([...rows, rows[0] as Row]) }, /1201 rows instead of 1200/],
    ['no rows at all', { rows: [] }, /0 rows instead of 1200/],
    ['a source that fails', { rows: failing() }, /the cache is gone/],
  ])('refuses %s', async (_, changes, message) => {
    await expect(written(writer, documentOf(rows, changes))).rejects.toThrow(message);
  });

  it('tells of a file that cannot be written', async () => {
    const sink = {
      write() {
        throw new Error('no space left');
      },
    };
    await expect(writer(documentOf(rows), sink)).rejects.toThrow('no space left');
  });

  it('gives the same bytes for the same document', async () => {
    const document = () => documentOf(rows, { rows: chunked(rows, 100) });
    expect((await written(writer, document())).equals(await written(writer, document()))).toBe(true);
  });
});
