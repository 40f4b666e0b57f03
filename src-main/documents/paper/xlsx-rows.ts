import { printedCell } from '../cell-text';
import { cleanText } from '../clean-text';
import type { Cell, DocumentColumn, DocumentTotals, Row } from '../model';
import { cellNumber, createCellWriter, formulaCell, textCell, textFormulaCell } from '../xlsx/cells';
import type { SharedStrings } from '../xlsx/shared-strings';
import { styles } from '../xlsx/styles';
import { LINE_HEIGHT, linesOf } from '../xlsx/text-lines';
import { columnName, xmlText } from '../xlsx/xml';
import { formulaText } from './formulas';
import type { CellFormula, PaperPart } from './model';

/** Characters that a cell's margins and the filter's button take. */
const MARGIN = 3;

/** The rows of a sheet, written one under the other. */
export type SheetRows = {
  /** Number of the next row. */
  readonly next: number;
  /** @param lines height of the row in lines of text */
  add(cells: string, lines?: number): void;
  xml(): string;
};

/** @param first number of the first of them */
export function createSheetRows(first = 1): SheetRows {
  let xml = '';
  let next = first;
  return {
    get next() {
      return next;
    },
    add(cells, lines = 1) {
      const height = lines === 1 ? '' : ` ht="${lines * LINE_HEIGHT + 2}" customHeight="1"`;
      xml += `<row r="${next}"${height}>${cells}</row>`;
      next += 1;
    },
    xml: () => xml,
  };
}

/** In characters: everything in a column can be read, texts may wrap. */
export function columnWidths(
  columns: readonly DocumentColumn[],
  rows: readonly Row[],
  totals: DocumentTotals | null,
): number[] {
  return columns.map(({ type, title, width }, at) => {
    const longestWord = Math.max(...title.split(' ').map(({ length }) => length));
    const total = totals?.values[at] ?? null;
    const numbers = type === 'text' ? [] : [...rows.map((row) => row[at] ?? null), total];
    const widest = numbers.reduce<number>(
      (most, cell) => Math.max(most, cell === null ? 0 : printedCell(type, cell).length),
      0,
    );
    return Math.max(width, longestWord, widest) + MARGIN;
  });
}

/** Cells of a row in its columns' places; texts wrap. Nothing is a blank cell. */
export function createRowWriter(
  columns: readonly DocumentColumn[],
  strings: SharedStrings,
  places: number[],
  parts: readonly PaperPart[],
) {
  const writers = columns.map(({ type }) =>
    type === 'text'
      ? (cell: Cell, ref: string) =>
          cell === null || cell === '' ? '' : textCell(ref, styles.value, cleanText(String(cell)), strings)
      : createCellWriter(type, strings),
  );
  const ref = (at: number, row: number) => `${columnName(places[at] as number)}${row}`;
  const columnRef = (row: number) => (key: string) =>
    ref(
      columns.findIndex((column) => column.key === key),
      row,
    );
  function calculated(at: number, row: number, cell: Cell, formula: CellFormula): string {
    const type = columns[at]?.type ?? 'text';
    const text = xmlText(formulaText(parts, formula, columnRef(row)));
    return typeof cell === 'number'
      ? formulaCell(ref(at, row), styles.cell[type], text, cellNumber(type, cell))
      : textFormulaCell(ref(at, row), styles.value, text, String(cell ?? ''));
  }

  return {
    header: (row: number): string =>
      columns
        .map(({ title, type }, at) => textCell(ref(at, row), styles.header[type], title, strings))
        .join(''),
    /** @param formulas what the cells follow from, where they do */
    row: (row: number, cells: Row, formulas: readonly (CellFormula | null)[] = []): string =>
      writers
        .map((write, at) => {
          const formula = formulas[at];
          const cell = cells[at] ?? null;
          return formula ? calculated(at, row, cell, formula) : write(cell, ref(at, row));
        })
        .join(''),
    /** The label under the first column, sums that the spreadsheet makes anew under theirs. */
    totals: (row: number, { label, values }: DocumentTotals, firstRow: number, formula: string): string =>
      columns
        .map(({ type }, at) => {
          const value = values[at] ?? null;
          if (value === null) {
            if (at === 0) return textCell(ref(at, row), styles.totalLabel, label, strings);
            return `<c r="${ref(at, row)}" s="${styles.totalLabel}"/>`;
          }
          const name = columnName(places[at] as number);
          const range = `${name}${Math.min(firstRow, row - 1)}:${name}${row - 1}`;
          const sum = xmlText(`${formula}${range})`);
          return formulaCell(ref(at, row), styles.total[type], sum, cellNumber(type, value));
        })
        .join(''),
  };
}

/** Lines of the tallest cell of a row: texts wrap, the rest stands on one line. */
export function rowLines(columns: readonly DocumentColumn[], widths: readonly number[], row: Row): number {
  const lines = columns.map(({ type }, at) =>
    type === 'text' ? linesOf(String(row[at] ?? ''), widths[at] as number) : 1,
  );
  return Math.max(...lines);
}

/** Lines of the titles, which wrap at words. */
export const headerLines = (columns: readonly DocumentColumn[], widths: readonly number[]): number =>
  Math.max(...columns.map(({ title }, at) => linesOf(title, (widths[at] as number) - MARGIN)));

export const colsXml = (widths: readonly number[]): string =>
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
