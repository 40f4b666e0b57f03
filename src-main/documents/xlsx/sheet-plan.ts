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

/**
 * Splits the document's rows into sheets: parts that want one of their own begin on a new one, empty ones are left out.
 * @param maxRows rows that go on one sheet
 */
export function planSheets(document: TableDocument, maxRows: number): SheetPlan[] {
  return sheetParts(document, maxRows).map(({ name, rowCount }) => ({
    name,
    quotedName: quotedName(name),
    rowCount,
    lastRow: HEADER_ROW + rowCount,
  }));
}

type SheetPart = { name: string; rowCount: number };

function sheetParts({ sheets, sheetTitle, rowCount }: TableDocument, maxRows: number): SheetPart[] {
  const filled = sheets?.filter((sheet) => sheet.rowCount > 0) ?? [];
  if (filled.length === 0) {
    const parts = split(rowCount, maxRows);
    return parts.map((rows, at) => ({
      name: at === 0 ? sheetName(sheetTitle) : `Лист ${at + 1}`,
      rowCount: rows,
    }));
  }
  return filled.flatMap((sheet) => {
    const parts = split(sheet.rowCount, maxRows);
    return parts.map((rows, at) => ({
      name: parts.length === 1 ? sheetName(sheet.title) : `${sheetName(sheet.title)} (${at + 1})`,
      rowCount: rows,
    }));
  });
}

/** Full parts and what is left; one part when there is nothing. */
const split = (rowCount: number, maxRows: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(rowCount / maxRows)) }, (_, at) =>
    Math.min(maxRows, rowCount - at * maxRows),
  );

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
