import { copyCell } from './cell-text';
import type { RowRange } from './selection';
import type { Column } from './types';

/** Most rows that one copy takes: beyond it an export is the better way. */
export const COPY_LIMIT = 50_000;

const quote = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const line = (cells: readonly string[]): string => cells.map(quote).join('\t');

/** Rows as tab-separated text that pastes into a spreadsheet with types. */
export function toTsv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  withTitles: boolean,
): string {
  const lines = rows.map((row) => line(columns.map((column) => copyCell(column, row))));
  if (withTitles) lines.unshift(line(columns.map((column) => column.title)));
  return lines.join('\r\n');
}

/** Reads all rows of the ranges, page by page, in the order of the screen. */
export async function readRanges<Row>(
  ranges: readonly RowRange[],
  fetchRows: (offset: number, limit: number) => Promise<readonly Row[]>,
  pageSize: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const range of ranges) {
    for (let offset = range.from; offset <= range.to; offset += pageSize) {
      for (const row of await fetchRows(offset, Math.min(pageSize, range.to - offset + 1))) rows.push(row);
    }
  }
  return rows;
}
