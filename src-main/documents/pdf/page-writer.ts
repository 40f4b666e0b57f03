import { type Fonts, MARGIN, type PageSize } from './layout';
import { type PdfFile, type PdfId, pdfNumber } from './pdf-file';
import type { PdfFont } from './pdf-font';
import { shorten } from './text-lines';

/** Greys, 0 black … 1 white. */
export const INK = {
  text: 0.1,
  quiet: 0.4,
  line: 0.82,
  strongLine: 0.45,
  headerFill: 0.93,
  groupFill: 0.97,
} as const;

const FOOTER_SIZE = 7;
const FOOTER_BASELINE = 26;
/** Between what the document is about and the page's number. */
const FOOTER_GAP = 16;
const COUNT_BOX = { width: 60, height: 10, baseline: 2 } as const;

export type TextOptions = { ink?: number; stretch?: number };

/** The pages of a document, written one after the other; `y` is where the next thing goes, from the bottom. */
export type PageWriter = {
  y: number;
  /** Lowest place for content. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  text(font: PdfFont, size: number, x: number, baseline: number, words: string, options?: TextOptions): void;
  /** A horizontal line; from margin to margin unless told otherwise. */
  line(y: number, ink: number, width: number, from?: number, to?: number): void;
  fill(top: number, height: number, ink: number): void;
  /** The outline of a box. */
  frame(x: number, top: number, width: number, height: number): void;
  /** The page that is being written. */
  page(): PdfId;
  /** Ends the page, if there is one, and begins the next. */
  turn(): void;
  /** Ends the last page and writes what all pages share. @returns the page tree */
  finish(): PdfId;
};

/**
 * @param fontIds objects of the two fonts
 * @param footer what the document is about, cut where it does not fit, and when it was made; `expectedPages`: how
 * many there will be about, room for the number in «Стр. 1 из N»
 */
export function createPageWriter(
  file: PdfFile,
  size: PageSize,
  fonts: Fonts,
  fontIds: { regular: PdfId; bold: PdfId },
  footer: { about: string; made: string; expectedPages: number },
): PageWriter {
  const tree = file.reserve();
  const count = file.reserve();
  const resources = file.reserve();
  const pages: PdfId[] = [];
  const right = size.width - MARGIN.side;
  let graphics = '';
  let texts = '';
  let state = '';
  let ink = Number.NaN;
  let stretch = 100;

  const writer: PageWriter = {
    y: 0,
    bottom: MARGIN.bottom,
    left: MARGIN.side,
    right,
    text(font, fontSize, x, baseline, words, options = {}) {
      if (words === '') return;
      const wanted = `/${font.name} ${fontSize} Tf`;
      if (wanted !== state) {
        texts += `${wanted}\n`;
        state = wanted;
      }
      const grey = options.ink ?? INK.text;
      if (grey !== ink) {
        texts += `${grey} g\n`;
        ink = grey;
      }
      const wide = options.stretch ?? 100;
      if (wide !== stretch) {
        texts += `${pdfNumber(wide)} Tz\n`;
        stretch = wide;
      }
      texts += `1 0 0 1 ${pdfNumber(x)} ${pdfNumber(baseline)} Tm(${font.encode(words)})Tj\n`;
    },
    line(y, grey, width, from = MARGIN.side, to = right) {
      graphics += `${grey} G ${width} w ${pdfNumber(from)} ${pdfNumber(y)} m ${pdfNumber(to)} ${pdfNumber(y)} l S\n`;
    },
    fill(top, height, grey) {
      graphics += `${grey} g ${MARGIN.side} ${pdfNumber(top - height)} ${pdfNumber(right - MARGIN.side)} ${pdfNumber(height)} re f\n`;
    },
    frame(x, top, width, height) {
      graphics += `${INK.strongLine} G 0.5 w ${pdfNumber(x)} ${pdfNumber(top - height)} ${pdfNumber(width)} ${pdfNumber(height)} re S\n`;
    },
    page: () => pages.at(-1) as PdfId,
    turn() {
      endPage();
      pages.push(file.reserve());
      writer.y = size.height - MARGIN.top;
    },
    finish() {
      endPage();
      const total = fonts.regular.encode(String(pages.length));
      const { regular, bold } = fonts;
      const fontEntries = `/Font<</${regular.name} ${fontIds.regular} 0 R/${bold.name} ${fontIds.bold} 0 R>>`;
      file.stream(
        count,
        `BT /${regular.name} ${FOOTER_SIZE} Tf ${INK.quiet} g 0 ${COUNT_BOX.baseline} Td(${total})Tj ET`,
        `/Type/XObject/Subtype/Form/BBox[0 0 ${COUNT_BOX.width} ${COUNT_BOX.height}]/Resources<<${fontEntries}>>`,
      );
      file.object(resources, `<<${fontEntries}/XObject<</N ${count} 0 R>>>>`);
      const kids = pages.map((id) => `${id} 0 R`).join(' ');
      file.object(tree, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
      return tree;
    },
  };

  function endPage(): void {
    const page = pages.at(-1);
    if (page === undefined) return;
    drawFooter();
    const contents = file.reserve();
    const body = `${graphics}BT\n${texts}ET\n`;
    graphics = '';
    texts = '';
    state = '';
    ink = Number.NaN;
    stretch = 100;
    file.object(
      page,
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${size.width} ${size.height}]/Resources ${resources} 0 R/Contents ${contents} 0 R>>`,
    );
    file.stream(contents, body);
  }

  /** The number of pages is not known yet: every page shows one shared drawing that is made at the end. */
  function drawFooter(): void {
    const { regular } = fonts;
    const points = (words: string) => (regular.widthOf(words) * FOOTER_SIZE) / 1000;
    const digits = '0'.repeat(Math.max(String(footer.expectedPages).length, String(pages.length).length));
    const countX = right - points(digits);
    const words = `Стр. ${pages.length} из `;
    const options = { ink: INK.quiet };
    const pageX = countX - points(words);
    const room = ((pageX - FOOTER_GAP - MARGIN.side) * 1000) / FOOTER_SIZE;
    const made = ` · ${footer.made}`;
    const about = shorten(footer.about, regular, room - regular.widthOf(made));
    writer.text(regular, FOOTER_SIZE, MARGIN.side, FOOTER_BASELINE, about + made, options);
    writer.text(regular, FOOTER_SIZE, pageX, FOOTER_BASELINE, words, options);
    graphics += `q 1 0 0 1 ${pdfNumber(countX)} ${FOOTER_BASELINE - COUNT_BOX.baseline} cm /N Do Q\n`;
  }

  return writer;
}
