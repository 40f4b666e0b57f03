import { describe, expect, it } from 'vitest';
import { copyValue, missingDecimals, showCell, showValue } from './cell-text';
import { readRanges, toTsv } from './tsv';
import type { Column } from './types';

type Row = { at: number; phone: string; s: number; money: number; note: string | null };
const columns: Column<Row>[] = [
  { id: 'at', title: 'Время', type: 'instant', value: (row) => row.at },
  { id: 'phone', title: 'Номер', type: 'phone', value: (row) => row.phone },
  { id: 's', title: 'Длительность', type: 'duration', value: (row) => row.s },
  { id: 'money', title: 'Всего', type: 'charge', value: (row) => row.money },
  { id: 'note', title: 'Тип', type: 'text', value: (row) => row.note },
];
const row: Row = {
  at: Date.UTC(2021, 4, 10, 6, 14, 5),
  phone: '375291234567',
  s: 3725,
  money: -12_345_600,
  note: null,
};

describe('cells', () => {
  it('are shown as a ledger prints them', () => {
    expect(columns.map((column) => showCell(column, row))).toEqual([
      '10.05.2021 09:14:05',
      '+375 29 123-45-67',
      '01:02:05',
      '−1\u202f234,56',
      '—',
    ]);
  });

  it('keep zero apart from nothing', () => {
    expect(showValue('charge', 0)).toBe('0,00');
    expect(showValue('charge', null)).toBe('—');
    expect(showValue('integer', 1_234_567)).toBe('1\u202f234\u202f567');
  });

  it('align charges on the comma', () => {
    expect(['77,008', '96,26', '300,0839'].map((text) => text.length + missingDecimals(text).length)).toEqual(
      [7, 7, 8],
    );
    expect(missingDecimals('—')).toBe('');
  });
});

describe('copied text', () => {
  it('pastes with types: plain phones, decimal comma, plain minus, day first', () => {
    expect(toTsv(columns, [row], true)).toBe(
      'Время\tНомер\tДлительность\tВсего\tТип\r\n10.05.2021 09:14:05\t375291234567\t01:02:05\t-1234,56\t',
    );
  });

  it('keeps four decimals of a sum that the screen rounds', () => {
    expect(showValue('sum', 3_000_839)).toBe('300,08');
    expect(copyValue('sum', 3_000_839)).toBe('300,0839');
    expect(copyValue('sum', -100)).toBe('-0,01');
  });

  it('runs nothing in the spreadsheet and quotes what would break cells', () => {
    expect(toTsv(columns, [{ ...row, phone: '=HYPERLINK("x")' }], false).split('\t')[1]).toBe(
      `"'=HYPERLINK(""x"")"`,
    );
    expect(copyValue('text', '-1+1')).toBe("'-1+1");
  });

  it('reads chosen ranges by pages and nothing beside them', async () => {
    const asked: [number, number][] = [];
    const rows = await readRanges(
      [
        { from: 3, to: 7 },
        { from: 100, to: 100 },
      ],
      async (offset, limit) => {
        asked.push([offset, limit]);
        return Array.from({ length: limit }, (_, i) => offset + i);
      },
      4,
    );
    expect(rows).toEqual([3, 4, 5, 6, 7, 100]);
    expect(asked).toEqual([
      [3, 4],
      [7, 1],
      [100, 1],
    ]);
  });
});
