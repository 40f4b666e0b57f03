import { jsPDF, type OutlineItem } from 'jspdf';
import { formatInstant, type Instant } from '../../../src-shared/domain/period';
import type { Fonts } from './model';

/** A4 in millimetres. */
const PAGE = { width: 210, height: 297, margin: 14, bottom: 16 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const FONT = 'NotoSans';
const MM_PER_POINT = 25.4 / 72;
const LINE_SPACING = 1.3;
const CELL_PADDING = 1;
const SIZE = { title: 14, subtitle: 11, text: 9, table: 7.5, footer: 7 } as const;
const LABEL_WIDTH = 52;

/** Share of the page's width; texts stand left, figures right. */
export type PaperColumn = { title: string; share: number; align: 'left' | 'right' };
export type PaperRow = {
  cells: readonly string[];
  bold?: boolean;
  /** Listed beside the pages under the last subtitle. */
  bookmark?: string;
};

/** A document that grows down the page and goes on on the next one. */
export type Paper = {
  title(text: string): void;
  /** A heading; listed beside the pages. */
  subtitle(text: string): void;
  text(text: string): void;
  facts(facts: readonly (readonly [label: string, value: string])[]): void;
  /** The head of the table is repeated on every page. */
  table(columns: readonly PaperColumn[], rows: Iterable<PaperRow>): void;
  finish(): Uint8Array;
};

export function createPaper(fonts: Fonts, about: { title: string; author: string; madeAt: Instant }): Paper {
  const doc = new jsPDF({ unit: 'mm', format: 'a4', compress: true });
  for (const [style, bytes] of [
    ['normal', fonts.regular],
    ['bold', fonts.bold],
  ] as const) {
    doc.addFileToVFS(`${FONT}-${style}.ttf`, Buffer.from(bytes).toString('base64'));
    doc.addFont(`${FONT}-${style}.ttf`, FONT, style);
  }
  doc.setProperties({ title: about.title, author: about.author });
  doc.setCreationDate(new Date(about.madeAt));
  let top: number = PAGE.margin;
  /** Where the rows' bookmarks go. */
  let under: OutlineItem | null = null;
  const bookmark = (parent: OutlineItem | null, text: string): OutlineItem =>
    doc.outline.add(parent, printable(text), { pageNumber: doc.getCurrentPageInfo().pageNumber });

  const setFont = (size: number, bold: boolean) => {
    doc.setFont(FONT, bold ? 'bold' : 'normal');
    doc.setFontSize(size);
  };
  const lineHeight = (size: number) => size * MM_PER_POINT * LINE_SPACING;
  const wrap = (text: string, width: number): string[] => {
    const printed = printable(text);
    if (doc.getTextWidth(printed) <= width) return [printed];
    return doc.splitTextToSize(printed, width) as string[];
  };
  /** Begins a new page when so much does not fit. @returns true when it did. */
  const need = (height: number): boolean => {
    if (top + height <= PAGE.height - PAGE.bottom) return false;
    doc.addPage();
    top = PAGE.margin;
    return true;
  };
  const paragraph = (text: string, size: number, bold: boolean, after: number) => {
    setFont(size, bold);
    for (const line of wrap(text, TEXT_WIDTH)) {
      need(lineHeight(size));
      top += lineHeight(size);
      doc.text(line, PAGE.margin, top);
    }
    top += after;
  };

  const tableRow = (columns: readonly PaperColumn[], cells: readonly string[], bold: boolean) => {
    setFont(SIZE.table, bold);
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (TEXT_WIDTH * share) / shares);
    const lines = widths.map((width, index) => wrap(cells[index] ?? '', width - 2 * CELL_PADDING));
    const height = Math.max(...lines.map(({ length }) => length)) * lineHeight(SIZE.table) + CELL_PADDING;
    return {
      height,
      draw: (fill: boolean) => {
        if (fill) {
          doc.setFillColor(233, 236, 239);
          doc.rect(PAGE.margin, top, TEXT_WIDTH, height, 'F');
        }
        setFont(SIZE.table, bold);
        let left: number = PAGE.margin;
        for (const [index, width] of widths.entries()) {
          const right = columns[index]?.align === 'right';
          const x = right ? left + width - CELL_PADDING : left + CELL_PADDING;
          for (const [number, line] of (lines[index] ?? []).entries()) {
            const y = top + lineHeight(SIZE.table) * (number + 0.85);
            doc.text(line, x, y, right ? { align: 'right' } : undefined);
          }
          left += width;
        }
        top += height;
        doc.setDrawColor(200);
        doc.setLineWidth(0.1);
        doc.line(PAGE.margin, top, PAGE.margin + TEXT_WIDTH, top);
      },
    };
  };

  return {
    title: (text) => paragraph(text, SIZE.title, true, 1),
    subtitle: (text) => {
      top += 2;
      need(4 * lineHeight(SIZE.subtitle));
      under = bookmark(null, text);
      paragraph(text, SIZE.subtitle, true, 1.5);
    },
    text: (text) => paragraph(text, SIZE.text, false, 1),
    facts: (facts) => {
      for (const [label, value] of facts) {
        setFont(SIZE.text, false);
        const lines = wrap(value, TEXT_WIDTH - LABEL_WIDTH);
        need(lines.length * lineHeight(SIZE.text));
        doc.text(printable(label), PAGE.margin, top + lineHeight(SIZE.text));
        for (const line of lines) {
          top += lineHeight(SIZE.text);
          doc.text(line, PAGE.margin + LABEL_WIDTH, top);
        }
      }
      top += 2;
    },
    table: (columns, rows) => {
      const header = tableRow(
        columns,
        columns.map(({ title }) => title),
        true,
      );
      need(header.height * 2);
      header.draw(true);
      for (const { cells, bold = false, bookmark: words } of rows) {
        const row = tableRow(columns, cells, bold);
        if (need(row.height)) header.draw(true);
        if (words !== undefined) bookmark(under, words);
        row.draw(false);
      }
      top += 3;
    },
    finish: () => {
      const pages = doc.getNumberOfPages();
      const made = `${printable(about.title)} · ${formatInstant(about.madeAt)}`;
      for (let page = 1; page <= pages; page++) {
        doc.setPage(page);
        setFont(SIZE.footer, false);
        const y = PAGE.height - PAGE.bottom / 2;
        doc.text(made, PAGE.margin, y);
        doc.text(`Стр. ${page} из ${pages}`, PAGE.width - PAGE.margin, y, { align: 'right' });
      }
      return new Uint8Array(doc.output('arraybuffer'));
    },
  };
}

/** Narrow spaces between thousands become those that every reader copies and searches well. */
const printable = (text: string): string => text.replace(/\u202f/g, '\u00a0');
