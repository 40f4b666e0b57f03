import { getDocument, type PDFPageProxy, PDFWorker } from 'pdfjs-dist';

/** Points of PDF in an inch, and CSS pixels in it. */
const POINTS = 72;
const CSS_PIXELS = 96;

export type PdfPage = {
  /** CSS pixels at 100 %. */
  width: number;
  height: number;
  /** Draws the page so that one of its CSS pixels is `density` pixels of the canvas. */
  draw(canvas: HTMLCanvasElement, density: number): { done: Promise<void>; cancel(): void };
  /** Its words in the order of the file, for those who do not see. */
  text(): Promise<string>;
};

export type PdfFile = { pages: readonly PdfPage[]; close(): void };

/** Reads a PDF of the program’s own in a worker of its own. The bytes are taken over. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
  });
  const worker = PDFWorker.create({ port });
  const task = getDocument({ data: bytes, worker, useSystemFonts: false });
  const close = () => {
    void task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    const file = await task.promise;
    const numbers = Array.from({ length: file.numPages }, (_, at) => at + 1);
    return { pages: (await Promise.all(numbers.map((one) => file.getPage(one)))).map(pageOf), close };
  } catch (error) {
    close();
    throw error;
  }
}

function pageOf(page: PDFPageProxy): PdfPage {
  const natural = page.getViewport({ scale: CSS_PIXELS / POINTS });
  return {
    width: natural.width,
    height: natural.height,
    draw(canvas, density) {
      const viewport = page.getViewport({ scale: (CSS_PIXELS / POINTS) * density });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const task = page.render({ canvas, viewport });
      return { done: task.promise, cancel: () => task.cancel() };
    },
    async text() {
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
    },
  };
}
