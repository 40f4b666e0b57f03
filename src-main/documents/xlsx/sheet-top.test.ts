import { describe, expect, it } from 'vitest';
import type { DocumentColumn } from '../model';
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

async function sheets(columns: readonly DocumentColumn[], filters: string) {
  const facts = [{ label: 'Фильтры', value: filters }];
  const footnotes = [LONG];
  const xml = readParts(
    await written(writeXlsx, documentOf([columns.map(() => 1)], { facts, footnotes }, columns)),
  );
  return [xml('xl/worksheets/sheet1.xml'), xml('xl/worksheets/sheet2.xml'), xml('xl/styles.xml')] as const;
}

/** Whether the look of a cell breaks its text into lines. */
function wraps(sheet: string, styles: string, ref: string): boolean {
  const look = Number(new RegExp(`<c r="${ref}" s="(\\d+)"`).exec(sheet)?.[1]);
  const looks = styles.split('<cellXfs')[1]?.match(/<xf [^>]*?(\/>|>.*?<\/xf>)/g) ?? [];
  return looks[look]?.includes('wrapText="1"') ?? false;
}
const heightOf = (sheet: string, row: number): number =>
  Number(new RegExp(`<row r="${row}" ht="([\\d.]+)"`).exec(sheet)?.[1]);

describe('title, facts and notes of a workbook', () => {
  it('are no wider than the table: what flows on beside it makes the whole print smaller', async () => {
    const [table, control, styles] = await sheets(COLUMNS, 'короткие');
    expect(table).toContain('<mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells><pageMargins');
    // «Детализация за май 2021» in letters half as large again.
    expect(heightOf(table, 1)).toBe(2 * 21);
    for (const ref of ['A1', 'A2']) expect(wraps(table, styles, ref)).toBe(true);

    const note = Number(/<c r="A(\d+)"(?!.*<c r="A)/s.exec(control)?.[1]);
    expect(control).toContain(`<mergeCell ref="A1:D1"/><mergeCell ref="A${note}:D${note}"/>`);
    for (const ref of ['A1', `A${note}`]) expect(wraps(control, styles, ref)).toBe(true);
    expect(heightOf(control, note)).toBeGreaterThanOrEqual(Math.ceil(LONG.length / 130) * 14);
  });

  it('leave room for the rows under them, which move while they stand', async () => {
    const [table] = await sheets(COLUMNS, LONG);
    expect(LONG.length / WIDTH).toBeGreaterThan(20);
    expect(heightOf(table, 2)).toBe(10 * 14);
  });

  it('are not merged over a single column', async () => {
    const [table] = await sheets(COLUMNS.slice(0, 1), 'короткие');
    expect(table).not.toContain('mergeCell');
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
