import { addsUp, type Row, type TableDocument } from './model';

/**
 * The document's rows, counted and summed on their way to the page: what is printed under them must be
 * what stands above.
 * @throws Error when rows and totals disagree; such a file must not come into being
 */
export async function* checkedRows(document: TableDocument): AsyncGenerator<readonly Row[]> {
  const { columns, totals } = document;
  const totalled = columns.flatMap(({ type }, index) => {
    const total = totals?.values[index];
    return total === null || total === undefined || !addsUp(type) ? [] : [{ index, total }];
  });
  const sums = totalled.map(() => 0);
  let count = 0;
  for await (const rows of document.rows) {
    count += rows.length;
    totalled.forEach(({ index }, at) => {
      let sum = sums[at] as number;
      for (const row of rows) sum += (row[index] as number | null) ?? 0;
      sums[at] = sum;
    });
    if (rows.length > 0) yield rows;
  }
  if (count !== document.rowCount) throw new Error(`${count} rows instead of ${document.rowCount}`);
  totalled.forEach(({ index, total }, at) => {
    if (sums[at] !== total)
      throw new Error(`column ${columns[index]?.key} adds up to ${sums[at]}, not ${total}`);
  });
}
