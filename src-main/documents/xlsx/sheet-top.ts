import { textCell } from './cells';
import type { SharedStrings } from './shared-strings';
import { styles } from './styles';
import { LINE_HEIGHT, linesOf, TITLE_SCALE } from './text-lines';
import { columnName } from './xml';

/** The top stays on the screen while the rows move: it must leave them room. */
const MAX_LINES = 10;

/**
 * The title and a line of facts as the first two rows, over the whole width of the table and no wider: spreadsheets
 * print what flows on beside a table, too, and make all of it smaller for that. `topMerges` belongs to them.
 * @param widths of the columns, in characters
 */
export function topRows(
  title: string,
  facts: string,
  widths: readonly number[],
  strings: SharedStrings,
): string {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const height = (text: string, room: number) => Math.min(MAX_LINES, linesOf(text, room));
  const row = (number: number, points: number, cell: string) =>
    `<row r="${number}" ht="${points}" customHeight="1">${cell}</row>`;
  return (
    row(
      1,
      height(title, width / TITLE_SCALE) * LINE_HEIGHT * TITLE_SCALE,
      textCell('A1', styles.title, title, strings),
    ) + row(2, height(facts, width) * LINE_HEIGHT, textCell('A2', styles.quiet, facts, strings))
  );
}

/** The cells that the rows of the top go over. */
export const topMerges = (columnCount: number): string =>
  mergesXml(columnCount > 1 ? [1, 2].map((row) => `A${row}:${columnName(columnCount - 1)}${row}`) : []);

export const mergesXml = (ranges: readonly string[]): string =>
  ranges.length > 0
    ? `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : '';
