import { describe, expect, it } from 'vitest';
import type { DocumentColumn, Row } from '../model';
import { heightOf, lookOf } from '../testing/read-sheet';
import { documentOf } from '../testing/sample';
import { written } from '../testing/written';
import { writeXlsx } from './write-xlsx';

const COLUMNS: readonly DocumentColumn[] = [
  { key: 'day', title: 'Дата', type: 'day', width: 11 },
  { key: 'purpose', title: 'Назначение платежа', type: 'text', width: 40 },
  { key: 'amount', title: 'Сумма', type: 'sum', width: 12 },
];
const PURPOSE =
  'Оплата за услуги электросвязи за март 2021 по счету № 202103-012345 от 03.04.2021, л/с 300012345';
const texts = ['Аванс', PURPOSE, `=${PURPOSE}`, PURPOSE.repeat(20)];
const rows = texts.map((text): Row => ['2021-04-21', text, 10_540_000]);

describe('texts longer than their column', () => {
  it('stand in as many lines as they need, where the next cell would hide their end', async () => {
    const file = await written(writeXlsx, documentOf(rows, {}, COLUMNS));
    expect(lookOf(file, 'B4')).not.toContain('wrapText');
    expect(heightOf(file, 4)).toBeNull();
    for (const row of [5, 6]) {
      expect(lookOf(file, `B${row}`)).toContain('wrapText="1"');
      expect(heightOf(file, row)).toBe(3 * 14);
    }
    expect(lookOf(file, 'B6')).toContain('quotePrefix="1"');
    // A date beside it stands by its first line.
    expect(lookOf(file, 'A5')).toContain('vertical="top"');
  });

  it('never make a row that fills the window', async () => {
    expect(heightOf(await written(writeXlsx, documentOf(rows, {}, COLUMNS)), 7)).toBe(12 * 14);
  });
});
