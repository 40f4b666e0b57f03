import { printedCell } from '../cell-text';
import type { Row } from '../model';
import { type Fonts, type TableLayout, WRAPPING } from './layout';
import { wrapText } from './text-lines';

const LINE_HEIGHT = 1.28;
/** Above and below the lines of a row, in sizes of the font. */
const ROW_PADDING = 0.3;
const MAX_LINES = 12;

/** A row ready to be drawn: the printed words of each cell, one or more lines. */
export type LaidRow = { cells: (string | string[])[]; height: number };

/** Measures of the table's rows, in points. */
export type RowLayout = {
  lay(row: Row): LaidRow;
  /** Room for text in a cell, in thousandths of the font's size. */
  roomIn(width: number): number;
  heightOf(lines: number): number;
  lineHeight: number;
  /** From the top of a row to its first line. */
  padding: number;
};

export function createRowLayout({ columns, fontSize, padding }: TableLayout, { regular }: Fonts): RowLayout {
  const lineHeight = fontSize * LINE_HEIGHT;
  const edge = fontSize * ROW_PADDING;
  const heightOf = (lines: number) => lines * lineHeight + edge * 2;
  // Half a thousandth for rounding: a text measured for this very column must fit into it.
  const roomIn = (width: number) => ((width - padding * 2) * 1000) / fontSize + 0.5;

  return {
    lay(row) {
      let lines = 1;
      const cells = columns.map(({ type, width }, at) => {
        const words = printedCell(type, row[at] ?? null);
        if (!WRAPPING.includes(type) || regular.widthOf(words) <= roomIn(width)) return words;
        const wrapped = wrapText(words, regular, roomIn(width), MAX_LINES);
        lines = Math.max(lines, wrapped.length);
        return wrapped;
      });
      return { cells, height: heightOf(lines) };
    },
    roomIn,
    heightOf,
    lineHeight,
    padding: edge,
  };
}
