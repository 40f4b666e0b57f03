import { addsUp, type TableDocument } from '../model';
import { cellNumber, formulaCell, numberCell, textCell } from './cells';
import type { SharedStrings } from './shared-strings';
import { dataRange, type SheetPlan } from './sheet-plan';
import { styles } from './styles';
import { XML_HEAD, xmlText } from './xml';

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

  add((row) => text(`A${row}`, styles.title, document.title), ' ht="21" customHeight="1"');
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
  for (const note of document.footnotes) add((row) => text(`A${row}`, styles.quiet, note));

  return `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14"/><cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="48" customWidth="1"/><col min="3" max="4" width="24" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}
