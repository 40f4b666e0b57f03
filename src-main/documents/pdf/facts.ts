import { cleanText } from '../clean-text';
import type { Fact, TableDocument } from '../model';
import type { Fonts } from './layout';
import { INK, type PageWriter } from './page-writer';
import { wrapText } from './text-lines';

const TITLE_SIZE = 15;
const FACT_SIZE = 8.5;
const NOTE_SIZE = 7.5;
const LINE_HEIGHT = 1.35;
/** Of the title and of a note. */
const MAX_LINES = 4;
/** Of a fact: the longest names and addresses are whole, and so is what narrowed a list. */
const MAX_FACT_LINES = 30;
const GAP = 14;
/** Between the two columns of facts, and between a label and its value. */
const COLUMN_GAP = 24;
const LABEL_GAP = 8;

/** The title and the facts in two columns, at the top of the first page. */
export function drawFacts(pages: PageWriter, document: TableDocument, fonts: Fonts): void {
  const { left, right } = pages;
  const width = right - left;
  for (const words of wrapText(
    cleanText(document.title),
    fonts.bold,
    (width * 1000) / TITLE_SIZE,
    MAX_LINES,
  )) {
    pages.y -= TITLE_SIZE * LINE_HEIGHT;
    pages.text(fonts.bold, TITLE_SIZE, left, pages.y + TITLE_SIZE * 0.3, words);
  }
  pages.y -= GAP / 2;

  const columnWidth = (width - COLUMN_GAP) / 2;
  const perColumn = Math.ceil(document.facts.length / 2);
  const top = pages.y;
  let lowest = top;
  for (const [index, x] of [left, left + columnWidth + COLUMN_GAP].entries()) {
    pages.y = top;
    const facts = document.facts.slice(index * perColumn, (index + 1) * perColumn);
    drawFactColumn(pages, x, columnWidth, facts, fonts);
    lowest = Math.min(lowest, pages.y);
  }
  pages.y = lowest - GAP;
}

/** Labels with their values, one under the other; the values stand in line. */
export function drawFactColumn(
  pages: PageWriter,
  x: number,
  width: number,
  facts: readonly Fact[],
  fonts: Fonts,
): void {
  const labels = facts.map(({ label }) => (fonts.regular.widthOf(label) * FACT_SIZE) / 1000);
  const valueX = x + Math.max(0, ...labels) + LABEL_GAP;
  const room = ((x + width - valueX) * 1000) / FACT_SIZE;
  for (const { label, value } of facts) {
    const baseline = pages.y - FACT_SIZE;
    pages.text(fonts.regular, FACT_SIZE, x, baseline, label, { ink: INK.quiet });
    for (const words of wrapText(cleanText(value), fonts.regular, room, MAX_FACT_LINES)) {
      pages.text(fonts.regular, FACT_SIZE, valueX, pages.y - FACT_SIZE, words);
      pages.y -= FACT_SIZE * LINE_HEIGHT;
    }
  }
}

/** The notes under the table. */
export function drawNotes(pages: PageWriter, document: TableDocument, fonts: Fonts): void {
  const room = ((pages.right - pages.left) * 1000) / NOTE_SIZE;
  pages.y -= GAP / 2;
  for (const note of document.footnotes) {
    const lines = wrapText(cleanText(note), fonts.regular, room, MAX_LINES);
    if (pages.y - lines.length * NOTE_SIZE * LINE_HEIGHT < pages.bottom) pages.turn();
    for (const words of lines) {
      pages.text(fonts.regular, NOTE_SIZE, pages.left, pages.y - NOTE_SIZE, words, { ink: INK.quiet });
      pages.y -= NOTE_SIZE * LINE_HEIGHT;
    }
  }
}
