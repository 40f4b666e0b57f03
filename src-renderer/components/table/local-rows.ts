import type { CellValue, Column, SortState } from './types';

const collator = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' });

/** Rows sorted by a column; rows with nothing in it stay last both ways, equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: SortState | null,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.id === sort?.column);
  if (!column || !sort) return rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(column, row) }));
  const direction = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    const aNothing = a.key === null || a.key === undefined;
    const bNothing = b.key === null || b.key === undefined;
    if (aNothing || bNothing) return Number(aNothing) - Number(bNothing);
    return direction * compare(a.key, b.key);
  });
  return keyed.map((entry) => entry.row);
}

function sortKey<Row>(column: Column<Row>, row: Row): CellValue {
  const shown = column.words ?? column.value;
  const key = (column.sortBy ?? shown)(row);
  return key === '' ? null : key;
}

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
