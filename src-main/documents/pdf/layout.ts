import { printedCell } from '../cell-text';
import type { CellType, DocumentColumn, DocumentTotals, Row } from '../model';
import type { PdfFont } from './pdf-font';

export type Fonts = { regular: PdfFont; bold: PdfFont };

/** Sizes in points. */
export type PageSize = { width: number; height: number };
export const PORTRAIT: PageSize = { width: 595.28, height: 841.89 };
const LANDSCAPE: PageSize = { width: 841.89, height: 595.28 };

export const MARGIN = { side: 36, top: 36, bottom: 44 } as const;

export type Align = 'left' | 'right' | 'comma';

export type PlacedColumn = {
  type: CellType;
  title: string;
  /** Left edge and width, margins of the cell included. */
  x: number;
  width: number;
  align: Align;
  /** From the comma to the right edge of the text, for «comma». */
  fraction: number;
};

/** What is measured of a table. */
type TableShape = {
  columns: readonly DocumentColumn[];
  totals: DocumentTotals | null;
  rowCount: number;
};

export type TableLayout = { page: PageSize; fontSize: number; padding: number; columns: PlacedColumn[] };

const ALIGNS: Record<CellType, Align> = {
  text: 'left',
  phone: 'left',
  instant: 'left',
  day: 'left',
  month: 'left',
  duration: 'right',
  integer: 'right',
  charge: 'comma',
  sum: 'right',
  percent: 'right',
  share: 'right',
};

/** A page and the size of its type. */
type Attempt = readonly [PageSize, number];

/** Tried in order: upright before lying, readable before small. */
const ATTEMPTS: readonly Attempt[] = [
  [PORTRAIT, 9],
  [PORTRAIT, 8.5],
  [PORTRAIT, 8],
  [LANDSCAPE, 9],
  [LANDSCAPE, 8.5],
  [LANDSCAPE, 8],
  [LANDSCAPE, 7.5],
  [LANDSCAPE, 7],
  [LANDSCAPE, 6.5],
  [LANDSCAPE, 6],
];
/** For pages that stay upright whatever stands on them. */
export const PORTRAIT_ONLY: readonly Attempt[] = [8.5, 8, 7.5, 7, 6.5, 6].map((size) => [PORTRAIT, size]);
const CELL_PADDING = 0.45;
/** Texts wrap before the type gets smaller than this. */
const SMALL = 7.5;
/** A text column wider than this (in sizes of the font) wraps rather than takes more. */
const WIDE_TEXT = 34;
/** Enough for texts of several lines to read well. */
const READABLE_TEXT = 16;
/** Any phone number stays on one line in this. */
const NARROW_TEXT = 9.5;
const LONGEST_FRACTION = ',0000';

/** Cells that take more than one line when they must. A party of a call may be a long SIP address. */
export const WRAPPING: readonly CellType[] = ['text', 'phone'];

/**
 * Widths of a column: with each cell on one line, with texts in a few lines, with texts in many lines.
 * `fraction`: the longest that is expected in the column, comma included.
 */
type Need = { wanted: number; readable: number; least: number; fraction: string };

/**
 * Decides page, size of type and columns' widths from the titles, the totals and the first rows.
 * Numbers, dates and phones get all they need; texts share the rest and wrap.
 */
export function layoutTable(
  table: TableShape,
  sample: readonly Row[],
  fonts: Fonts,
  attempts: readonly Attempt[] = ATTEMPTS,
): TableLayout {
  const needs = table.columns.map((column, at) => needOf(column, at, table, sample, fonts));
  const wanted = needs.reduce((sum, need) => sum + need.wanted, 0);
  const readable = needs.reduce((sum, need) => sum + need.readable, 0);
  const padding = CELL_PADDING * 1000;
  const margins = needs.length * padding * 2;
  const room = (page: PageSize, size: number) => ((page.width - MARGIN.side * 2) * 1000) / size - margins;
  const last = attempts.at(-1) as Attempt;
  const [page, fontSize] =
    attempts.find(([page, size]) => size >= SMALL && wanted <= room(page, size)) ??
    attempts.find(([page, size]) => page === last[0] && readable <= room(page, size)) ??
    last;

  const widths = shareRoom(needs, room(page, fontSize));
  const points = (thousandths: number): number => (thousandths * fontSize) / 1000;
  let x = MARGIN.side;
  const columns = table.columns.map((column, at): PlacedColumn => {
    const width = points((widths[at] as number) + padding * 2);
    const placed: PlacedColumn = {
      type: column.type,
      title: column.title,
      x,
      width,
      align: ALIGNS[column.type],
      fraction: points(fonts.regular.widthOf((needs[at] as Need).fraction)),
    };
    x += width;
    return placed;
  });
  return { page, fontSize, padding: points(padding), columns };
}

/** What a column needs, in thousandths of the font's size, margins left out. */
function needOf(
  { type, title }: DocumentColumn,
  at: number,
  table: TableShape,
  sample: readonly Row[],
  { regular, bold }: Fonts,
): Need {
  const longestWord = Math.max(...title.split(' ').map((word) => bold.widthOf(word)));
  const total = table.totals?.values[at] ?? null;
  const totalText = total === null ? labelIn(at, table.totals) : printedCell(type, total);
  const texts = sample.map((row) => printedCell(type, row[at] ?? null));
  // A row further down may have more places than the first ones.
  const fraction = sample.length < table.rowCount ? LONGEST_FRACTION : longestFraction([...texts, totalText]);
  const widthOf = (text: string, font: PdfFont) =>
    ALIGNS[type] === 'comma'
      ? font.widthOf(text.split(',')[0] as string) + font.widthOf(fraction)
      : font.widthOf(text);
  const totalWidth = widthOf(totalText, bold);
  const content = texts.reduce((widest, text) => Math.max(widest, widthOf(text, regular)), 0);
  // Where a wide title may wrap, the column should not be much wider than its content.
  const wanted = Math.max(longestWord, Math.min(bold.widthOf(title), content * 1.2), content, totalWidth);
  if (!WRAPPING.includes(type)) {
    const least = Math.max(longestWord, content, totalWidth);
    return { wanted, readable: wanted, least, fraction };
  }
  const upTo = (ems: number) => Math.max(longestWord, Math.min(wanted, ems * 1000));
  return { wanted: upTo(WIDE_TEXT), readable: upTo(READABLE_TEXT), least: upTo(NARROW_TEXT), fraction };
}

/** The label of the totals where it has this column alone to stand in. */
function labelIn(at: number, totals: DocumentTotals | null): string {
  if (totals?.values.indexOf(null) !== at) return '';
  return (totals.values[at + 1] ?? null) === null ? '' : totals.label;
}

/** «,00» to «,0000», zeros for any digits: those are all of one width. */
function longestFraction(amounts: readonly string[]): string {
  const places = amounts.map((text) => (text.includes(',') ? text.length - text.indexOf(',') : 0));
  return LONGEST_FRACTION.slice(0, Math.max(...places));
}

/** Gives each column its width so that the table fills the page's width exactly. */
function shareRoom(needs: readonly Need[], room: number): number[] {
  const wanted = needs.reduce((sum, need) => sum + need.wanted, 0);
  if (wanted <= room) {
    const factor = room / wanted;
    return needs.map((need) => need.wanted * factor);
  }
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least >= room) return needs.map((need) => (need.least * room) / least);
  const share = (room - least) / (wanted - least);
  return needs.map((need) => need.least + (need.wanted - need.least) * share);
}
