import { printedCell } from '../cell-text';
import { addsUp, type DocumentColumn, type Row, type TableDocument } from '../model';
import { cellNumber, createCellWriter, formulaCell, numberCell, textCell } from './cells';
import { printSetup } from './print-setup';
import type { SharedStrings } from './shared-strings';
import { dataRange, FIRST_ROW, HEADER_ROW, type SheetPlan } from './sheet-plan';
import { topMerges, topRows } from './sheet-top';
import { styles } from './styles';
import { fittingIn, LINE_HEIGHT, linesOf } from './text-lines';
import { columnName, XML_HEAD, xmlText } from './xml';

/** Text is handed on to compression in pieces of about this size. */
const PIECE = 384 * 1024;
/** A4 upright holds about this many characters of 10 pt. */
const PORTRAIT_WIDTH = 95;
/** Of a row: enough for texts of the operator, and the rows around are still seen. */
const MAX_LINES = 12;
/** Room for the cell's margins, and for the filter's button beside a word of the title, in characters. */
const CELL_MARGIN = 3;
const BUTTON_MARGIN = 5;

export type SheetContext = {
  document: TableDocument;
  plans: readonly SheetPlan[];
  index: number;
  strings: SharedStrings;
};

/** The XML of one sheet with its part of the rows: header frozen, filter, live totals, set up for printing. */
export async function* sheetPieces(
  context: SheetContext,
  rows: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const { document, index, strings } = context;
  const { columns, totals } = document;
  const plan = context.plans[index] as SheetPlan;
  const names = columns.map((_, at) => columnName(at));
  const widths = columnWidths(document);
  const writers = columns.map(({ type }, at) =>
    createCellWriter(type, strings, fittingIn(widths[at] as number)),
  );
  const heightOf = createHeights(columns, widths);
  const sums = columns.map(() => 0);
  let xml = sheetHead(context, plan);
  let rowNumber = FIRST_ROW;

  for await (const piece of rows) {
    for (const row of piece) {
      xml += `<row r="${rowNumber}"${heightOf(row)}>`;
      for (let at = 0; at < writers.length; at += 1) {
        const cell = row[at] ?? null;
        if (typeof cell === 'number') (sums[at] as number) += cell;
        xml += (writers[at] as ReturnType<typeof createCellWriter>)(cell, `${names[at]}${rowNumber}`);
      }
      xml += '</row>';
      rowNumber += 1;
    }
    if (xml.length < PIECE) continue;
    yield xml;
    xml = '';
  }
  if (totals) xml += totalRows(context, plan, totals, sums);
  yield `${xml}</sheetData>${sheetTail(document, plan)}`;
}

/** Tells what a row needs to show its texts whole: nothing where all are on one line, as in nearly every row. */
function createHeights(columns: readonly DocumentColumn[], widths: readonly number[]): (row: Row) => string {
  const texts = columns.flatMap(({ type }, at) =>
    type === 'text' ? [{ at, width: widths[at] as number, fits: fittingIn(widths[at] as number) }] : [],
  );
  return (row) => {
    let lines = 1;
    for (const { at, width, fits } of texts) {
      const text = row[at];
      if (typeof text === 'string' && text.length > fits) lines = Math.max(lines, linesOf(text, width));
    }
    return lines === 1 ? '' : ` ht="${Math.min(lines, MAX_LINES) * LINE_HEIGHT}" customHeight="1"`;
  };
}

function sheetHead({ document, plans, index, strings }: SheetContext, plan: SheetPlan): string {
  const { columns, totals } = document;
  const lastColumn = columnName(columns.length - 1);
  const lastRow = plan.lastRow + (totals ? (plans.length > 1 && index === plans.length - 1 ? 2 : 1) : 0);
  const widths = columnWidths(document);
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const headers = columns.map(({ title, type }, at) =>
    textCell(`${columnName(at)}${HEADER_ROW}`, styles.header[type], title, strings),
  );
  const facts = document.facts.map(({ label, value }) => `${label}: ${value}`).join('   ');
  return `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${lastColumn}${lastRow}"/><sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="${HEADER_ROW}" topLeftCell="A${FIRST_ROW}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${FIRST_ROW}" sqref="A${FIRST_ROW}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${cols.join('')}</cols><sheetData>${topRows(document.title, facts, widths, strings)}<row r="${HEADER_ROW}" ht="${headerHeight(columns)}" customHeight="1">${headers.join('')}</row>`;
}

/** In characters. A number wider than its column would be shown as «####»: totals are measured, too. */
function columnWidths({ columns, totals }: TableDocument): number[] {
  return columns.map(({ type, title, width }, at) => {
    const total = totals?.values[at] ?? null;
    const totalWidth = total === null ? 0 : printedCell(type, total).length;
    const longestWord = Math.max(...title.split(' ').map(({ length }) => length));
    return Math.max(Math.max(width, totalWidth) + CELL_MARGIN, longestWord + BUTTON_MARGIN);
  });
}

function headerHeight(columns: readonly DocumentColumn[]): number {
  const lines = columns.map(({ title, width }) => Math.ceil(title.length / (width + 1)));
  return Math.max(1, ...lines) * LINE_HEIGHT + 6;
}

/** The sheet's live totals; on the last of several sheets those of the document, too. */
function totalRows(
  { document, plans, index, strings }: SheetContext,
  plan: SheetPlan,
  totals: NonNullable<TableDocument['totals']>,
  sums: readonly number[],
): string {
  const several = plans.length > 1;
  const ownRow = plan.lastRow + 1;
  const own = rowOf(ownRow, several ? `${totals.label} (лист ${index + 1})` : totals.label, (at) => ({
    formula: `SUBTOTAL(9,${dataRange(plan, at)})`,
    value: several ? (sums[at] as number) : (totals.values[at] as number),
  }));
  if (!several || index < plans.length - 1) return own;
  const all = rowOf(ownRow + 1, totals.label, (at) => ({
    formula: plans
      .map(({ quotedName, lastRow }) => `${quotedName}!${columnName(at)}${lastRow + 1}`)
      .join('+'),
    value: totals.values[at] as number,
  }));
  return own + all;

  function rowOf(
    rowNumber: number,
    label: string,
    total: (column: number) => { formula: string; value: number },
  ): string {
    const labelAt = totals.values.indexOf(null);
    const cells = document.columns.map(({ type }, at) => {
      const ref = `${columnName(at)}${rowNumber}`;
      if (at === labelAt) return textCell(ref, styles.totalLabel, label, strings);
      const whole = totals.values[at] ?? null;
      // Of one of several sheets a total that is no sum would say nothing.
      if (whole === null || (!addsUp(type) && several && rowNumber === ownRow))
        return `<c r="${ref}" s="${styles.totalLabel}"/>`;
      if (!addsUp(type)) return numberCell(ref, styles.total[type], cellNumber(type, whole));
      const { formula, value } = total(at);
      return formulaCell(ref, styles.total[type], xmlText(formula), cellNumber(type, value));
    });
    return `<row r="${rowNumber}">${cells.join('')}</row>`;
  }
}

function sheetTail(document: TableDocument, plan: SheetPlan): string {
  const { columns, title } = document;
  const lastColumn = columnName(columns.length - 1);
  const wide = columnWidths(document).reduce((sum, width) => sum + width, 0) > PORTRAIT_WIDTH;
  const texts = columns.flatMap(({ type }, at) =>
    type === 'phone' || type === 'text' ? [dataRange(plan, at)] : [],
  );
  return `<autoFilter ref="A${HEADER_ROW}:${lastColumn}${plan.lastRow}"/>${topMerges(columns.length)}${printSetup(wide ? 'landscape' : 'portrait', title)}${texts.length > 0 ? `<ignoredErrors><ignoredError sqref="${texts.join(' ')}" numberStoredAsText="1"/></ignoredErrors>` : ''}</worksheet>`;
}
