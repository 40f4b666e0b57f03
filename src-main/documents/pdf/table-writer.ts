import { printedCell } from '../cell-text';
import type { DocumentTotals } from '../model';
import type { Fonts, PlacedColumn, TableLayout } from './layout';
import { INK, type PageWriter } from './page-writer';
import type { PdfFont } from './pdf-font';
import type { LaidRow, RowLayout } from './row-layout';
import { shorten, wrapText } from './text-lines';

const MAX_HEADER_LINES = 3;
const ROW_LINE = 0.3;
const STRONG_LINE = 0.7;
const MAX_HEADING_LINES = 3;

export type TableWriter = {
  /** Draws a row and sees to it that `keep` more points stay free under it on its page. */
  row(row: LaidRow, keep: number): void;
  header(): void;
  /**
   * Draws a line over the whole width that names the rows under it, with `keep` more points free under it; when they
   * go on over the page, it is drawn again. @returns its top
   */
  heading(words: string, keep: number): number;
  /** What comes now belongs to no heading. */
  endGroup(): void;
  totals(totals: DocumentTotals): void;
  headerHeight: number;
  totalsHeight: number;
};

/** Draws the table over the pages; the header stands on top of each. */
export function createTableWriter(
  pages: PageWriter,
  layout: TableLayout,
  rowLayout: RowLayout,
  fonts: Fonts,
): TableWriter {
  const { columns, fontSize: size, padding } = layout;
  const { lineHeight, heightOf, roomIn } = rowLayout;
  const titles = columns.map(({ title, width }) =>
    wrapText(title, fonts.bold, roomIn(width), MAX_HEADER_LINES),
  );
  const headerLines = Math.max(...titles.map((lines) => lines.length));
  const tableWidth = columns.reduce((sum, { width }) => sum + width, 0);
  let group: string | null = null;

  const firstBaseline = (top: number, font: PdfFont): number =>
    top - rowLayout.padding - (lineHeight + (font.capHeight * size) / 1000) / 2;

  function drawCell(column: PlacedColumn, words: string, baseline: number, font: PdfFont): void {
    const room = roomIn(column.width);
    const natural = font.widthOf(words);
    // A number is never cut: one that is too wide is set narrower.
    const stretch = natural > room ? Math.floor((room / natural) * 100) : 100;
    const width = (natural * size * stretch) / 100_000;
    const end = column.x + column.width - padding;
    let x = column.x + padding;
    if (column.align === 'right') x = end - width;
    if (column.align === 'comma') {
      const comma = words.indexOf(',');
      const whole = comma < 0 ? words : words.slice(0, comma);
      const atComma = end - column.fraction - (font.widthOf(whole) * size) / 1000;
      x = stretch < 100 || atComma < x || comma < 0 ? end - width : atComma;
    }
    pages.text(font, size, x, baseline, words, stretch < 100 ? { stretch } : undefined);
  }

  const headingLines = (words: string) => wrapText(words, fonts.bold, roomIn(tableWidth), MAX_HEADING_LINES);

  function drawHeading(lines: readonly string[]): void {
    const top = pages.y;
    const first = firstBaseline(top, fonts.bold);
    pages.fill(top, heightOf(lines.length), INK.groupFill);
    lines.forEach((words, line) => {
      pages.text(fonts.bold, size, pages.left + padding, first - line * lineHeight, words);
    });
    pages.y = top - heightOf(lines.length);
  }

  const writer: TableWriter = {
    headerHeight: heightOf(headerLines),
    totalsHeight: heightOf(1),
    row({ cells, height }, keep) {
      if (pages.y - height - keep < pages.bottom) {
        pages.turn();
        writer.header();
        if (group !== null) drawHeading(headingLines(`${group} (продолжение)`));
      }
      const top = pages.y;
      const baseline = firstBaseline(top, fonts.regular);
      for (let at = 0; at < cells.length; at += 1) {
        const column = columns[at] as PlacedColumn;
        const words = cells[at] as string | string[];
        if (typeof words === 'string') drawCell(column, words, baseline, fonts.regular);
        else
          for (let line = 0; line < words.length; line += 1)
            drawCell(column, words[line] as string, baseline - line * lineHeight, fonts.regular);
      }
      pages.y = top - height;
      pages.line(pages.y, INK.line, ROW_LINE);
    },
    header() {
      const top = pages.y;
      pages.fill(top, heightOf(headerLines), INK.headerFill);
      titles.forEach((lines, index) => {
        const column = columns[index] as PlacedColumn;
        const align = column.align === 'comma' ? 'right' : column.align;
        // Titles of fewer lines stand at the bottom, next to their column.
        const first = firstBaseline(top - (headerLines - lines.length) * lineHeight, fonts.bold);
        lines.forEach((words, line) => {
          drawCell({ ...column, align }, words, first - line * lineHeight, fonts.bold);
        });
      });
      pages.y = top - heightOf(headerLines);
      pages.line(pages.y, INK.strongLine, STRONG_LINE);
    },
    heading(words, keep) {
      const lines = headingLines(words);
      if (pages.y - heightOf(lines.length) - keep < pages.bottom) {
        pages.turn();
        writer.header();
      }
      const top = pages.y;
      drawHeading(lines);
      group = words;
      return top;
    },
    endGroup() {
      group = null;
    },
    totals({ label, values }) {
      const baseline = firstBaseline(pages.y, fonts.bold);
      pages.line(pages.y, INK.strongLine, STRONG_LINE);
      columns.forEach((column, index) => {
        const value = values[index];
        if (value !== null && value !== undefined)
          drawCell(column, printedCell(column.type, value), baseline, fonts.bold);
      });
      const labelAt = values.indexOf(null);
      if (labelAt >= 0) {
        let end = labelAt;
        while (values[end + 1] === null) end += 1;
        const from = columns[labelAt] as PlacedColumn;
        const to = columns[end] as PlacedColumn;
        const words = shorten(label, fonts.bold, roomIn(to.x + to.width - from.x));
        pages.text(fonts.bold, size, from.x + padding, baseline, words);
      }
      pages.y -= heightOf(1);
    },
  };
  return writer;
}
