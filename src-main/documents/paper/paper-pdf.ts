import { cleanText } from '../clean-text';
import { madeWords } from '../made-words';
import type { Sink } from '../model';
import { finishPdf } from '../pdf/finish-pdf';
import { readFont } from '../pdf/font-file';
import { type Fonts, PORTRAIT } from '../pdf/layout';
import type { Bookmark } from '../pdf/outline';
import { createPageWriter } from '../pdf/page-writer';
import { createPdfFile } from '../pdf/pdf-file';
import { createPdfFont } from '../pdf/pdf-font';
import type { FontBytes } from '../pdf/write-pdf';
import { checkPaper } from './check-paper';
import type { PaperDocument } from './model';
import { drawBlocks, drawForm, drawSignatures, drawText, drawTitle } from './pdf-parts';
import { drawTable } from './pdf-table';

/** Two digits are room enough for «Стр. 1 из 99»; longer ones push the words aside. */
const EXPECTED_PAGES = 99;

/**
 * Writes the pages as PDF: A4 upright, headers of tables on each page, totals never alone, a bookmark for every table
 * and group. The same document gives the same bytes.
 */
export function writePaperPdf(paper: PaperDocument, sink: Sink, fontBytes: FontBytes): void {
  checkPaper(paper);
  const fonts: Fonts = {
    regular: createPdfFont('F1', readFont(fontBytes.regular)),
    bold: createPdfFont('F2', readFont(fontBytes.bold)),
  };
  const file = createPdfFile(sink);
  const fontIds = { regular: file.reserve(), bold: file.reserve() };
  const pages = createPageWriter(file, PORTRAIT, fonts, fontIds, {
    about: cleanText(paper.foot === '' ? paper.title : `${paper.title} · ${paper.foot}`),
    made: madeWords(paper).join(' · '),
    expectedPages: EXPECTED_PAGES,
  });
  const bookmarks: Bookmark[] = [];
  pages.turn();
  drawTitle(pages, fonts, paper);
  for (const part of paper.parts) {
    switch (part.kind) {
      case 'facts':
        drawBlocks(pages, fonts, part.blocks);
        break;
      case 'text':
        drawText(pages, fonts, part);
        break;
      case 'table':
        bookmarks.push(drawTable(pages, fonts, part));
        break;
      case 'signatures':
        drawSignatures(pages, fonts, part.places);
        break;
      case 'form':
        drawForm(pages, fonts, part.rows);
    }
  }
  finishPdf(file, pages, fonts, fontIds, paper, bookmarks);
}
