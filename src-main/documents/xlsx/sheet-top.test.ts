import { describe, expect, it } from 'vitest';
import type { DocumentColumn } from '../model';
import { heightOf, lookOf } from '../testing/read-sheet';
import { readParts } from '../testing/read-xlsx';
import { documentOf } from '../testing/sample';
import { written } from '../testing/written';
import { linesOf } from './text-lines';
import { writeXlsx } from './write-xlsx';

const COLUMNS: readonly DocumentColumn[] = [
  { key: 'count', title: 'Занято каналов', type: 'integer', width: 12 },
  { key: 'seconds', title: 'Время', type: 'duration', width: 14 },
];
const WIDTH = 12 + 14 + 6;
const LONG = Array.from({ length: 60 }, (_, at) => `условие ${at + 1}`).join(', ');

const workbook = (columns: readonly DocumentColumn[], filters: string) =>
  written(
    writeXlsx,
    documentOf(
      [columns.map(() => 1)],
      { facts: [{ label: 'Фильтры', value: filters }], footnotes: [LONG] },
      columns,
    ),
  );
const xmlOf = (file: Uint8Array, sheet: number) => readParts(file)(`xl/worksheets/sheet${sheet}.xml`);

describe('title, facts and notes of a workbook', () => {
  it('are no wider than the table: what flows on beside it makes the whole print smaller', async () => {
    const file = await workbook(COLUMNS, 'короткие');
    expect(xmlOf(file, 1)).toContain(
      '<mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells><pageMargins',
    );
    // «Детализация за май 2021» in letters half as large again.
    expect(heightOf(file, 1)).toBe(2 * 21);
    for (const ref of ['A1', 'A2']) expect(lookOf(file, ref)).toContain('wrapText="1"');

    const note = Number(/<c r="A(\d+)"(?!.*<c r="A)/s.exec(xmlOf(file, 2))?.[1]);
    expect(xmlOf(file, 2)).toContain(`<mergeCell ref="A1:D1"/><mergeCell ref="A${note}:D${note}"/>`);
    for (const ref of ['A1', `A${note}`]) expect(lookOf(file, ref, 2)).toContain('wrapText="1"');
    expect(heightOf(file, note, 2)).toBeGreaterThanOrEqual(Math.ceil(LONG.length / 130) * 14);
  });

  it('leave room for the rows under them, which move while they stand', async () => {
    expect(LONG.length / WIDTH).toBeGreaterThan(20);
    expect(heightOf(await workbook(COLUMNS, LONG), 2)).toBe(10 * 14);
  });

  it('are not merged over a single column', async () => {
    expect(xmlOf(await workbook(COLUMNS.slice(0, 1), 'короткие'), 1)).not.toContain('mergeCell');
  });
});

describe('lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['три слова здесь', 30, 1],
    // Two lines by the number of its letters, but its words do not pair.
    ['Отделение организационно-методического обеспечения и контроля', 33, 3],
    ['длинныйдлинныйдлинный', 10, 3],
    ['и длинныйдлинныйдлинный', 10, 4],
  ])('%j in %i characters are %i', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});
