import { CabinetError } from '../../../src-shared/bridge/errors';
import { checkedRows } from '../checked-rows';
import { cleanText } from '../clean-text';
import { madeWords } from '../made-words';
import type { DocumentWriter, Row, Sink, TableDocument } from '../model';
import { drawFacts, drawNotes } from './facts';
import { finishPdf } from './finish-pdf';
import { readFont } from './font-file';
import { type Fonts, layoutTable, MARGIN, type TableLayout } from './layout';
import type { Bookmark } from './outline';
import { createPageWriter } from './page-writer';
import { createPdfFile } from './pdf-file';
import { createPdfFont } from './pdf-font';
import { createRowLayout, type LaidRow } from './row-layout';
import { createTableWriter } from './table-writer';

export type FontBytes = { regular: Uint8Array; bold: Uint8Array };

/** More rows are thousands of pages that nobody turns; XLSX and CSV are for those. */
export const MAX_PDF_ROWS = 200_000;
/** Rows by which the columns' widths are decided. */
const SAMPLE_ROWS = 1000;
/** About what a header takes of a page (in sizes of the font), and title, facts and notes of the first (in pages). */
const HEADER_SHARE = 4;
const FIRST_PAGE_SHARE = 0.2;

/**
 * Makes the writer of PDF: A4 with selectable text, the header on each page, «Стр. 1 из N», totals with at least
 * one row above them. Memory does not grow with the rows; the same document gives the same bytes.
 * @throws CabinetError export-too-large
 */
export function createPdfWriter(fontBytes: FontBytes): DocumentWriter {
  const files = { regular: readFont(fontBytes.regular), bold: readFont(fontBytes.bold) };
  return async (document, sink) => {
    if (document.rowCount > MAX_PDF_ROWS)
      throw new CabinetError('export-too-large', { rows: document.rowCount, limit: MAX_PDF_ROWS });
    await writePdf(document, sink, {
      regular: createPdfFont('F1', files.regular),
      bold: createPdfFont('F2', files.bold),
    });
  };
}

async function writePdf(document: TableDocument, sink: Sink, fonts: Fonts): Promise<void> {
  const { sample, rows } = await takeSample(checkedRows(document));
  const layout = layoutTable(document, sample, fonts);
  const rowLayout = createRowLayout(layout, fonts);
  const file = createPdfFile(sink);
  const fontIds = { regular: file.reserve(), bold: file.reserve() };
  const pages = createPageWriter(file, layout.page, fonts, fontIds, {
    about: cleanText([document.title, document.subject].filter((part) => part !== '').join(' · ')),
    made: madeWords(document).join(' · '),
    expectedPages: expectedPages(
      document,
      layout,
      sample.map((row) => rowLayout.lay(row).height),
    ),
  });
  const table = createTableWriter(pages, layout, rowLayout, fonts);

  pages.turn();
  drawFacts(pages, document, fonts);
  table.header();
  const bookmarks: Bookmark[] = [];
  const draw = ({ laid, section }: PendingRow, keep: number) => {
    table.row(laid, keep);
    if (section !== null && section !== bookmarks.at(-1)?.title)
      bookmarks.push({ title: section, page: pages.page(), y: pages.y + laid.height, under: [] });
  };
  // One row is kept back, so that the totals never stand alone on a page.
  let pending: PendingRow | null = null;
  for await (const piece of rows) {
    for (const row of piece) {
      if (pending) draw(pending, 0);
      pending = { laid: rowLayout.lay(row), section: sectionOf(document, row) };
    }
  }
  if (pending) draw(pending, document.totals ? table.totalsHeight : 0);
  if (document.totals) table.totals(document.totals);
  drawNotes(pages, document, fonts);

  finishPdf(file, pages, fonts, fontIds, document, bookmarks);
}

/** A row that is yet to be drawn, and the section it stands in. */
type PendingRow = { laid: LaidRow; section: string | null };

const sectionOf = ({ sections }: TableDocument, row: Row): string | null =>
  sections ? sections.words(row[sections.column] ?? null) : null;

/** The first rows, and all of them again. */
async function takeSample(source: AsyncGenerator<readonly Row[]>) {
  const pieces: (readonly Row[])[] = [];
  let count = 0;
  while (count < SAMPLE_ROWS) {
    const next = await source.next();
    if (next.done) break;
    pieces.push(next.value);
    count += next.value.length;
  }
  async function* rows(): AsyncGenerator<readonly Row[]> {
    yield* pieces;
    yield* source;
  }
  return { sample: pieces.flat().slice(0, SAMPLE_ROWS), rows: rows() };
}

/** How many pages, rather too many than too few: enough to know the number's width. */
function expectedPages(
  { rowCount }: TableDocument,
  { page, fontSize }: TableLayout,
  sampleHeights: readonly number[],
): number {
  if (rowCount === 0) return 1;
  const average = sampleHeights.reduce((sum, height) => sum + height, 0) / sampleHeights.length;
  const room = page.height - MARGIN.top - MARGIN.bottom - fontSize * HEADER_SHARE;
  return Math.ceil((rowCount / Math.floor(room / average)) * 1.05 + FIRST_PAGE_SHARE);
}
