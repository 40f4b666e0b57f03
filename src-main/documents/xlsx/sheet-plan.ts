import type { TableDocument } from '../model';
import { columnName } from './xml';

/** Rows of a sheet in Excel. */
const MAX_ROWS = 1_048_576;
export const CONTROL_SHEET_NAME = 'Сведения';
/** Title, facts, header. */
export const HEADER_ROW = 3;
export const FIRST_ROW = HEADER_ROW + 1;
/** A sheet's own totals and those of the document. */
const TOTAL_ROWS = 2;

/** Most rows of the document that go on one sheet. */
export const MAX_SHEET_ROWS = MAX_ROWS - HEADER_ROW - TOTAL_ROWS;

export type SheetPlan = {
  name: string;
  /** As it stands in formulas. */
  quotedName: string;
  rowCount: number;
  /** Last row with data; the header's when there is none. */
  lastRow: number;
};

/** Splits the document's rows into sheets. */
export function planSheets(document: TableDocument, maxRows: number): SheetPlan[] {
  const sheetCount = Math.max(1, Math.ceil(document.rowCount / maxRows));
  return Array.from({ length: sheetCount }, (_, index) => {
    const rowCount = Math.min(maxRows, document.rowCount - index * maxRows);
    const name = index === 0 ? sheetName(document.sheetTitle) : `Лист ${index + 1}`;
    return {
      name,
      quotedName: quotedName(name),
      rowCount,
      lastRow: HEADER_ROW + rowCount,
    };
  });
}

/** The name of a sheet as it stands in formulas. */
export const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const MAX_NAME = 31;

/** The title without what a sheet's name may not have; names must differ. */
function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, MAX_NAME)
    .replace(/^[\s']+|[\s']+$/g, '');
  return name === '' || name === CONTROL_SHEET_NAME ? 'Лист 1' : name;
}

/**
 * «K4:K20», the data of a column. On an empty sheet that is the header, whose sum is 0: totals stand in the row
 * under it and must not count themselves.
 */
export function dataRange(plan: SheetPlan, column: number): string {
  const name = columnName(column);
  return `${name}${Math.min(FIRST_ROW, plan.lastRow)}:${name}${plan.lastRow}`;
}
