import type { DocumentTotals, Row } from '../model';
import { printSetup } from '../xlsx/print-setup';
import type { SharedStrings } from '../xlsx/shared-strings';
import { FIRST_ROW, HEADER_ROW } from '../xlsx/sheet-plan';
import { topMerges, topRows } from '../xlsx/sheet-top';
import { LINE_HEIGHT } from '../xlsx/text-lines';
import { columnName, XML_HEAD } from '../xlsx/xml';
import type { PaperDocument, PaperTable } from './model';
import { colsXml, columnWidths, createRowWriter, createSheetRows, headerLines, rowLines } from './xlsx-rows';

/** A table on a sheet of its own: one row a line with what it belongs to, header frozen, filter, live totals. */
export function tableSheet(
  paper: PaperDocument,
  table: PaperTable,
  strings: SharedStrings,
): { pieces: [string]; table: { columnCount: number; lastRow: number } } {
  const columns = [...table.keyColumns, ...table.columns];
  const keys = table.keyColumns.map(() => null);
  const rows = table.groups.flatMap(({ key, rows }) => rows.map((row): Row => [...key, ...row]));
  const totals: DocumentTotals | null = table.totals && {
    label: table.totals.label,
    values: [...keys, ...table.totals.values],
  };
  const widths = columnWidths(columns, rows, totals);
  const writer = createRowWriter(
    columns,
    strings,
    columns.map((_, at) => at),
    paper.parts,
  );
  const top = topRows(`${paper.title}. ${table.title}`, paper.subject, widths, strings);
  const sheet = createSheetRows(HEADER_ROW);
  sheet.add(writer.header(HEADER_ROW), headerLines(columns, widths));
  for (const [at, row] of rows.entries()) {
    const formulas = table.formulas?.[at] && [...keys, ...table.formulas[at]];
    sheet.add(writer.row(sheet.next, row, formulas), rowLines(columns, widths, row));
  }
  const lastRow = sheet.next - 1;
  if (totals) sheet.add(writer.totals(sheet.next, totals, FIRST_ROW, 'SUBTOTAL(9,'));

  const lastColumn = columnName(columns.length - 1);
  const texts = columns.flatMap(({ type }, at) =>
    (type === 'phone' || type === 'text') && lastRow >= FIRST_ROW
      ? [`${columnName(at)}${FIRST_ROW}:${columnName(at)}${lastRow}`]
      : [],
  );
  const ignored =
    texts.length > 0
      ? `<ignoredErrors><ignoredError sqref="${texts.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`
      : '';
  return {
    table: { columnCount: columns.length, lastRow },
    pieces: [
      `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEADER_ROW}" topLeftCell="A${FIRST_ROW}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${FIRST_ROW}" sqref="A${FIRST_ROW}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>${colsXml(widths)}<sheetData>${top}${sheet.xml()}</sheetData><autoFilter ref="A${HEADER_ROW}:${lastColumn}${lastRow}"/>${topMerges(columns.length)}${printSetup('landscape', paper.title)}${ignored}</worksheet>`,
    ],
  };
}
