import ExcelJS from 'exceljs';
import { cdrDocument } from '../../../src-main/cabinet/exports/cdr-document';
import type { Cell, CellType } from '../../../src-main/documents/model';
import { openCacheForReading } from '../../../src-main/store/open';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { UNITS_PER_RUBLE } from '../../../src-shared/domain/money';
import { MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import { MADE_AT, MONTH_REQUEST, type WriteInput } from '../lib/month-document';
import { answer, taskInput } from '../lib/task';

/** The same rows from the same cache by exceljs' streaming writer: types, formats, header, frozen row, filter. */
const input = taskInput<WriteInput>();
const cache = openCacheForReading(input.cache, SAMPLE_KEY);
const { document } = cdrDocument(cache, MONTH_REQUEST, MADE_AT);
const FORMATS: Partial<Record<CellType, string>> = {
  instant: 'dd.mm.yyyy hh:mm:ss',
  duration: '[h]:mm:ss',
  charge: '#,##0.00##',
};
const DAY_S = 86_400;

function cellValue(type: CellType, cell: Cell): Cell | Date {
  if (typeof cell !== 'number') return cell;
  if (type === 'instant') return new Date(cell + MINSK_OFFSET_MS);
  if (type === 'duration') return cell / DAY_S;
  return type === 'charge' ? cell / UNITS_PER_RUBLE : cell;
}

const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: input.target, useStyles: true });
const sheet = book.addWorksheet(document.sheetTitle, { views: [{ state: 'frozen', ySplit: 1 }] });
const types = document.columns.map(({ type }) => type);
sheet.columns = document.columns.map(({ title, width, type }) => ({
  header: title,
  width,
  style: { numFmt: FORMATS[type] ?? 'General' },
}));
sheet.getRow(1).font = { bold: true };
sheet.getRow(1).commit();
sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: types.length } };
let rows = 0;
for await (const piece of document.rows) {
  for (const row of piece) {
    sheet.addRow(row.map((cell, at) => cellValue(types[at] as CellType, cell))).commit();
    rows += 1;
  }
}
sheet.commit();
await book.commit();
cache.close();
answer({ rows });
