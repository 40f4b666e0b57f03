import { utils, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellType, Row, TableDocument } from '../model';
import { calculate, cellAt, formulasOf, readWorkbook } from '../testing/read-xlsx';
import { documentOf, memorySink, SAMPLE_COLUMNS, sampleRows } from '../testing/sample';
import { writeXlsx } from './write-xlsx';

const UNITS: Partial<Record<CellType, number>> = {
  duration: 86_400,
  integer: 1,
  charge: 10_000,
  sum: 10_000,
};
const TOTALLED = SAMPLE_COLUMNS.flatMap(({ type }, at) => (UNITS[type] ? [{ at, unit: UNITS[type] }] : []));

async function readBack(document: TableDocument, maxSheetRows: number): Promise<WorkBook> {
  const sink = memorySink();
  await writeXlsx(document, sink, maxSheetRows);
  return readWorkbook(sink.bytes());
}

/** Every formula, calculated anew, must give what the file says. @returns how many there are */
function checkFormulas(book: WorkBook): number {
  const formulas = book.SheetNames.flatMap((sheet) =>
    formulasOf(book, sheet).map((one) => ({ sheet, ...one })),
  );
  for (const { sheet, ref, cell } of formulas)
    expect(calculate(book, sheet, ref), `${sheet}!${ref} ${cell.f}`).toBeCloseTo(cell.v as number, 6);
  return formulas.length;
}

const sheetsOf = (rows: number, maxSheetRows: number): number => Math.max(1, Math.ceil(rows / maxSheetRows));

/** Adds up the data rows of all sheets, in the document's units. */
function sumsOf(book: WorkBook, rowCount: number, maxSheetRows: number): number[] {
  return TOTALLED.map(({ at, unit }) => {
    let sum = 0;
    for (let row = 0; row < rowCount; row += 1) {
      const sheet = book.SheetNames[Math.floor(row / maxSheetRows)] as string;
      const cell = cellAt(book, sheet, `${utils.encode_col(at)}${4 + (row % maxSheetRows)}`);
      sum += Math.round(Number(cell?.v ?? 0) * unit);
    }
    return sum;
  });
}

describe('totals', () => {
  it.each([
    [0, 10],
    [1, 10],
    [10, 10],
    [11, 10],
    [25, 10],
    [25, 1_000_000],
  ])('of %i rows, %i a sheet, are live and right on every sheet', async (count, maxSheetRows) => {
    const document = documentOf(sampleRows(count));
    const book = await readBack(document, maxSheetRows);
    const sheets = sheetsOf(count, maxSheetRows);
    const names = Array.from({ length: sheets }, (_, at) => (at === 0 ? 'Детализация' : `Лист ${at + 1}`));
    expect(book.SheetNames).toEqual([...names, 'Сведения']);
    // Each sheet has its own totals, several have those of the document, the last sheet has two control sums each.
    expect(checkFormulas(book)).toBe(TOTALLED.length * (sheets + (sheets > 1 ? 1 : 0) + 2));

    const lastSheet = names.at(-1) as string;
    const lastRow = utils.decode_range(book.Sheets[lastSheet]?.['!ref'] as string).e.r + 1;
    expect(cellAt(book, lastSheet, `A${lastRow}`)?.v).toBe('Итого');
    for (const { at, unit } of TOTALLED) {
      const total = cellAt(book, lastSheet, `${utils.encode_col(at)}${lastRow}`);
      expect(Math.round((total?.v as number) * unit)).toBe(document.totals?.values[at]);
    }
  });

  it('stand beside the facts on the control sheet', async () => {
    const book = await readBack(documentOf(sampleRows(25)), 10);
    const table = utils.sheet_to_json<string[]>(book.Sheets.Сведения ?? {}, {
      header: 1,
      raw: false,
      defval: '',
    });
    expect(table.map((row) => row.slice(0, 2))).toEqual([
      ['Детализация за май 2021', ''],
      ['', ''],
      ['Организация', 'ООО «Ромашка & Ко»'],
      ['Л/с', '123456789'],
      ['Период', 'май 2021'],
      ['Данные на', '10.05.2021 09:14:00'],
      ['Строк', '25'],
      ['', ''],
      ['Контрольная сумма', 'По данным кабинета'],
      ['Длительность', '06:11:17'],
      ['SMS', '0'],
      ['Сумма без НДС', '25.0677'],
      ['Всего с НДС', '24.94'],
      ['', ''],
      ['Суммы в белорусских рублях (BYN).', ''],
    ]);
  });

  it('show a row that somebody lost', async () => {
    const book = await readBack(documentOf(sampleRows(25)), 10);
    delete book.Sheets['Лист 2']?.J5;
    const gone = (sampleRows(25)[11] as Row)[9] as number;
    expect(calculate(book, 'Сведения', 'D13')).toBeCloseTo(gone / 10_000, 6);
  });

  it('equal the rows, whatever they are', async () => {
    const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    const orNothing = (values: fc.Arbitrary<number>) => fc.option(values, { freq: 5 });
    const row = fc
      .tuple(orNothing(fc.nat(1_000_000)), orNothing(fc.nat(1000)), orNothing(amount), orNothing(amount))
      .map(([duration, parts, net, gross]): Row => {
        return [0, '375291234567', 'СНГ', null, null, duration, parts, null, net, gross];
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, max) => {
          const document = documentOf(rows);
          const book = await readBack(document, max);
          expect(sumsOf(book, rows.length, max)).toEqual(
            TOTALLED.map(({ at }) => document.totals?.values[at]),
          );
          checkFormulas(book);
        },
      ),
      { numRuns: 25 },
    );
  });
});
