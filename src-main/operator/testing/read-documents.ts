import ExcelJS from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UNITS_PER_RUBLE } from '../../../src-shared/domain/money';

/** Test equipment: the operator's documents as reader programs see them. */

/** Texts of all pages, line ends between pages. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await file.loadingTask.destroy();
  return pages.join('\n').replace(/\s+/g, ' ');
}

/** Titles of the bookmarks, each with those under it. */
export async function pdfOutline(bytes: Uint8Array): Promise<{ title: string; under: string[] }[]> {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true }).promise;
  const outline = (await file.getOutline()) ?? [];
  await file.loadingTask.destroy();
  return outline.map(({ title, items }) => ({ title, under: items.map((one) => one.title) }));
}

export type Rows = (string | number | Date | null)[][];

/** Rows of every sheet below its heading. */
export async function workbookRows(bytes: Uint8Array): Promise<Map<string, Rows>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheets = new Map<string, Rows>();
  workbook.eachSheet((sheet) => {
    const rows: Rows = [];
    sheet.eachRow((row, number) => {
      if (number === 1) return;
      const cells = Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).value);
      rows.push(cells as Rows[number]);
    });
    sheets.set(sheet.name, rows);
  });
  return sheets;
}

/** A cell's rubles as exact money. */
export function moneyOf(cell: unknown): number {
  if (typeof cell !== 'number') throw new Error(`not a number: ${String(cell)}`);
  const units = Math.round(cell * UNITS_PER_RUBLE);
  if (units / UNITS_PER_RUBLE !== cell) throw new Error(`more than four decimals: ${cell}`);
  return units;
}
