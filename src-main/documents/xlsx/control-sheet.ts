import { addsUp, type TableDocument } from '../model';
import { cellNumber, formulaCell, numberCell, textCell } from './cells';
import type { SharedStrings } from './shared-strings';
import { dataRange, type SheetPlan } from './sheet-plan';
import { mergesXml } from './sheet-top';
import { styles } from './styles';
import { LINE_HEIGHT, linesOf, TITLE_SCALE } from './text-lines';
import { XML_HEAD, xmlText } from './xml';

/** Of the columns, in characters. */
const WIDTHS = [34, 48, 24, 24];
const WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

/**
 * The XML of the last sheet: every fact of the document and the control sums. Each sum stands beside what the
 * spreadsheet adds up itself, so that a row lost or changed later is seen.
 */
export function controlSheet(
  document: TableDocument,
  plans: readonly SheetPlan[],
  strings: SharedStrings,
): string {
  const rows: string[] = [];
  const add = (cells: (rowNumber: number) => string, attributes = '') => {
    const rowNumber = rows.length + 1;
    rows.push(`<row r="${rowNumber}"${attributes}>${cells(rowNumber)}</row>`);
  };
  const text = (ref: string, style: number, words: string) => textCell(ref, style, words, strings);

  const merges: string[] = [];
  /** A text over all columns. */
  const across = (style: number, words: string, scale: number) => {
    merges.push(`A${rows.length + 1}:D${rows.length + 1}`);
    const height = linesOf(words, WIDTH / scale) * LINE_HEIGHT * scale;
    add((row) => text(`A${row}`, style, words), ` ht="${height}" customHeight="1"`);
  };
  across(styles.title, document.title, TITLE_SCALE);
  add(() => '');
  for (const { label, value } of [...document.facts, { label: 'Строк', value: String(document.rowCount) }]) {
    add((row) => text(`A${row}`, styles.label, label) + text(`B${row}`, styles.value, value));
  }
  const controls = document.columns.flatMap((column, at) => {
    const total = document.totals?.values[at];
    return total === null || total === undefined || !addsUp(column.type) ? [] : [{ column, at, total }];
  });
  if (controls.length > 0) {
    add(() => '');
    const titles = ['Контрольная сумма', 'По данным кабинета', 'В этом файле', 'Разница'];
    add((row) => titles.map((title, at) => text(`${'ABCD'[at]}${row}`, styles.header.sum, title)).join(''));
    for (const { column, at, total } of controls) {
      const value = cellNumber(column.type, total);
      const style = styles.cell[column.type];
      const sum = plans.map((plan) => `SUM(${plan.quotedName}!${dataRange(plan, at)})`).join('+');
      add(
        (row) =>
          text(`A${row}`, styles.label, column.title) +
          numberCell(`B${row}`, style, value) +
          formulaCell(`C${row}`, style, xmlText(sum), value) +
          // Six places: below a second or 1/10000 of a ruble, far above what adding fractions loses.
          // No sign: spreadsheets cannot show a negative duration.
          formulaCell(`D${row}`, style, `ROUND(ABS(C${row}-B${row}),6)`, '0'),
      );
    }
  }
  if (document.footnotes.length > 0) add(() => '');
  for (const note of document.footnotes) across(styles.quiet, note, 1);

  const cols = WIDTHS.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14"/><cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>${mergesXml(merges)}<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}
