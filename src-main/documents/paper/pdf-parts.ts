import { printedCell } from '../cell-text';
import { cleanText } from '../clean-text';
import { drawFactColumn } from '../pdf/facts';
import type { Fonts } from '../pdf/layout';
import { INK, type PageWriter } from '../pdf/page-writer';
import type { PdfFont } from '../pdf/pdf-font';
import { wrapText } from '../pdf/text-lines';
import type { FormBox, PaperDocument, PaperPart } from './model';

/** Sizes in points. */
const TITLE_SIZE = 15;
const SUBTITLE_SIZE = 9.5;
const BLOCK_TITLE_SIZE = 9.5;
const HEADING_SIZE = 10.5;
const TEXT_SIZE = 9;
const QUIET_SIZE = 7.5;
const SMALL_SIZE = 6.5;
const LINE_HEIGHT = 1.35;
const GAP = 10;
const COLUMN_GAP = 24;
/** Enough for any text of a document; what is longer ends with «…». */
const MAX_LINES = 20;

type Part<Kind extends PaperPart['kind']> = Extract<PaperPart, { kind: Kind }>;

/** Begins a new page when so much does not fit on this one. */
function makeRoom(pages: PageWriter, height: number): void {
  if (pages.y - height < pages.bottom) pages.turn();
}

const linesIn = (text: string, font: PdfFont, size: number, width: number): string[] =>
  wrapText(cleanText(text), font, (width * 1000) / size, MAX_LINES);

/** Lines one under the other from the left margin, each on a page that has room for it. */
function drawLines(
  pages: PageWriter,
  font: PdfFont,
  size: number,
  text: string,
  ink: number = INK.text,
): void {
  for (const words of linesIn(text, font, size, pages.right - pages.left)) {
    makeRoom(pages, size * LINE_HEIGHT);
    pages.y -= size * LINE_HEIGHT;
    pages.text(font, size, pages.left, pages.y + size * 0.3, words, { ink });
  }
}

export function drawTitle(pages: PageWriter, fonts: Fonts, { title, subtitle }: PaperDocument): void {
  drawLines(pages, fonts.bold, TITLE_SIZE, title);
  if (subtitle !== '') drawLines(pages, fonts.regular, SUBTITLE_SIZE, subtitle, INK.quiet);
  pages.y -= GAP;
}

/** A heading with room under it for what it heads. */
export function drawHeading(pages: PageWriter, fonts: Fonts, title: string, keep: number): void {
  const lines = linesIn(title, fonts.bold, HEADING_SIZE, pages.right - pages.left).length;
  makeRoom(pages, lines * HEADING_SIZE * LINE_HEIGHT + keep);
  drawLines(pages, fonts.bold, HEADING_SIZE, title);
  pages.y -= GAP * 0.3;
}

export function drawText(pages: PageWriter, fonts: Fonts, { text, look }: Part<'text'>): void {
  if (look === 'quiet') drawLines(pages, fonts.regular, QUIET_SIZE, text, INK.quiet);
  else drawLines(pages, look === 'strong' ? fonts.bold : fonts.regular, TEXT_SIZE, text);
  pages.y -= GAP * 0.4;
}

export function drawBlocks(pages: PageWriter, fonts: Fonts, blocks: Part<'facts'>['blocks']): void {
  const top = pages.y;
  const width = (pages.right - pages.left - COLUMN_GAP * (blocks.length - 1)) / blocks.length;
  let lowest = top;
  for (const [index, { title, facts }] of blocks.entries()) {
    const x = pages.left + index * (width + COLUMN_GAP);
    pages.y = top;
    if (title !== '') {
      pages.y -= BLOCK_TITLE_SIZE * LINE_HEIGHT;
      pages.text(fonts.bold, BLOCK_TITLE_SIZE, x, pages.y + BLOCK_TITLE_SIZE * 0.3, title);
      pages.line(pages.y - 1, INK.line, 0.5, x, x + width);
      pages.y -= 4;
    }
    const printed = facts.map(({ label, value, type = 'text' }) => ({
      label,
      value: printedCell(type, value),
    }));
    drawFactColumn(pages, x, width, printed, fonts);
    lowest = Math.min(lowest, pages.y);
  }
  pages.y = lowest - GAP;
}

const SIGN_LINE = 26;
/** Between the line to sign on and the name. */
const NAME_GAP = 6;

export function drawSignatures(pages: PageWriter, fonts: Fonts, places: Part<'signatures'>['places']): void {
  // One alone takes its half of the page as well.
  const columns = Math.max(2, places.length);
  const width = (pages.right - pages.left - COLUMN_GAP * (columns - 1)) / columns;
  const laid = places.map(({ party, post, name }) => ({
    party: linesIn(party, fonts.bold, TEXT_SIZE, width),
    post: linesIn(post, fonts.regular, TEXT_SIZE, width),
    name: linesIn(name, fonts.regular, TEXT_SIZE, width * 0.5 - NAME_GAP),
  }));
  const line = TEXT_SIZE * LINE_HEIGHT;
  // Beside the line to sign on there is room for a name of one line; longer ones stand on more above it.
  const above = Math.max(
    ...laid.map(({ party, post, name }) => (party.length + post.length + name.length - 1) * line),
  );
  const height = above + SIGN_LINE + GAP;
  makeRoom(pages, height + GAP);
  pages.y -= GAP;
  const top = pages.y;
  const bottom = top - above - SIGN_LINE;
  for (const [index, { party, post, name }] of laid.entries()) {
    const x = pages.left + index * (width + COLUMN_GAP);
    let y = top;
    for (const [font, texts] of [[fonts.bold, party] as const, [fonts.regular, post] as const]) {
      for (const words of texts) {
        y -= line;
        pages.text(font, TEXT_SIZE, x, y + TEXT_SIZE * 0.3, words);
      }
    }
    const half = x + width * 0.5;
    pages.line(bottom, INK.strongLine, 0.5, x, half);
    pages.text(fonts.regular, SMALL_SIZE, x, bottom - SMALL_SIZE * 1.3, '(подпись)', { ink: INK.quiet });
    for (const [at, words] of name.entries())
      pages.text(fonts.regular, TEXT_SIZE, half + NAME_GAP, bottom + (name.length - 1 - at) * line, words);
  }
  pages.y = bottom - GAP * 1.5;
}

const BOX = { padding: 4, label: 6.5, value: 9.5, least: 30 } as const;

/** Boxes of a bank's form: a small label, under it what was filled in. */
export function drawForm(pages: PageWriter, fonts: Fonts, rows: Part<'form'>['rows']): void {
  for (const row of rows) {
    const shares = row.reduce((sum, { share }) => sum + share, 0);
    const boxes = row.map(({ label, value, share, strong }: FormBox) => {
      const width = ((pages.right - pages.left) * share) / shares;
      const font = strong ? fonts.bold : fonts.regular;
      return { label, width, font, lines: linesIn(value, font, BOX.value, width - BOX.padding * 2) };
    });
    const most = Math.max(...boxes.map(({ lines }) => lines.length));
    const height = Math.max(BOX.least, BOX.label * 1.8 + most * BOX.value * 1.25 + BOX.padding);
    makeRoom(pages, height);
    let x = pages.left;
    for (const { label, width, font, lines } of boxes) {
      pages.frame(x, pages.y, width, height);
      pages.text(fonts.regular, BOX.label, x + BOX.padding, pages.y - BOX.label * 1.35, label, {
        ink: INK.quiet,
      });
      for (const [at, words] of lines.entries()) {
        const baseline = pages.y - BOX.label * 1.8 - BOX.value * (0.9 + at * 1.25);
        pages.text(font, BOX.value, x + BOX.padding, baseline, words);
      }
      x += width;
    }
    pages.y -= height;
  }
  pages.y -= GAP;
}
