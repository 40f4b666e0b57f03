import { describe, expect, it } from 'vitest';
import { sortRows } from './local-rows';
import type { Column } from './types';

type Row = { id: number; name: string; sum: number | null };
const columns: Column<Row>[] = [
  { id: 'name', title: 'Имя', type: 'text', value: (row) => row.name },
  { id: 'sum', title: 'Сумма', type: 'sum', value: (row) => row.sum },
];
const rows: Row[] = [
  { id: 1, name: 'Ёлка', sum: 5 },
  { id: 2, name: 'абонент 10', sum: null },
  { id: 3, name: 'Абонент 9', sum: -7 },
  { id: 4, name: 'жук', sum: 5 },
];
const ids = (sort: { column: string; descending: boolean } | null) =>
  sortRows(rows, columns, sort).map((row) => row.id);

describe('local sort', () => {
  it('follows the Russian alphabet and numbers inside names', () => {
    expect(ids({ column: 'name', descending: false })).toEqual([3, 2, 1, 4]);
  });

  it('keeps nothing last and equal rows in place both ways', () => {
    expect(ids({ column: 'sum', descending: false })).toEqual([3, 1, 4, 2]);
    expect(ids({ column: 'sum', descending: true })).toEqual([1, 4, 3, 2]);
  });

  it('takes a text of nothing for nothing, as the cell shows it', () => {
    const reasons = ['по заявлению', '', 'долг', ''].map((name, id) => ({ id, name, sum: null }));
    const sorted = (column: Column<Row>, descending: boolean) =>
      sortRows(reasons, [column], { column: column.id, descending }).map(({ id }) => id);
    const [value] = columns as [Column<Row>];
    const words: Column<Row> = { ...value, words: ({ name }) => name };
    for (const column of [value, words]) {
      expect(sorted(column, false)).toEqual([2, 0, 1, 3]);
      expect(sorted(column, true)).toEqual([0, 2, 1, 3]);
    }
  });

  it('leaves the order without a sort or with an unknown column', () => {
    expect(ids(null)).toEqual([1, 2, 3, 4]);
    expect(ids({ column: 'gone', descending: true })).toEqual([1, 2, 3, 4]);
  });
});
