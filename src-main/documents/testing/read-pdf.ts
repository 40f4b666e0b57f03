import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Test equipment: PDF files as a reader program sees them. Not part of the program. */
export type PdfText = { text: string; x: number; y: number; width: number; size: number; bold: boolean };
export type PdfPage = { width: number; height: number; texts: PdfText[] };

const open = (bytes: Uint8Array) =>
  getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true, fontExtraProperties: true })
    .promise;

/** Every text of every page, in the order in which it is drawn, and the file's properties. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ pages: PdfPage[]; info: Record<string, unknown> }> {
  const file = await open(bytes);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    await page.getOperatorList(); // brings in the fonts
    const { items } = await page.getTextContent();
    const { width, height } = page.getViewport({ scale: 1 });
    const texts = items.flatMap((item): PdfText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
      const font: { name: string } = page.commonObjs.get(item.fontName);
      return [{ text: item.str, x, y, width: item.width, size, bold: font.name.endsWith('-Bold') }];
    });
    pages.push({ width, height, texts });
  }
  const { info } = await file.getMetadata();
  await file.loadingTask.destroy();
  return { pages, info: info as Record<string, unknown> };
}

export type PdfBookmark = { title: string; page: number; y: number; under: PdfBookmark[] };

/** The bookmarks of a file with the page that each leads to, counted from 1, and the height on it. */
export async function bookmarksOf(bytes: Uint8Array): Promise<PdfBookmark[]> {
  const file = await open(bytes);
  type Items = NonNullable<Awaited<ReturnType<typeof file.getOutline>>>;
  const read = async (items: Items): Promise<PdfBookmark[]> => {
    const found: PdfBookmark[] = [];
    for (const { title, dest, items: inner } of items) {
      const [page, , , y] = dest as [Parameters<typeof file.getPageIndex>[0], unknown, unknown, number];
      found.push({ title, page: (await file.getPageIndex(page)) + 1, y, under: await read(inner) });
    }
    return found;
  };
  const bookmarks = await read((await file.getOutline()) ?? []);
  await file.loadingTask.destroy();
  return bookmarks;
}

/** The texts of a page line by line from the top, each line from the left. */
export function linesOf({ texts }: PdfPage): PdfText[][] {
  const lines = new Map<number, PdfText[]>();
  for (const text of texts) {
    const y = Math.round(text.y * 10);
    lines.set(y, [...(lines.get(y) ?? []), text]);
  }
  return [...lines].sort(([a], [b]) => b - a).map(([, line]) => line.sort((a, b) => a.x - b.x));
}

type Canvas = { width: number; height: number };
type Context = {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
};
type CanvasFactory = { create(width: number, height: number): { canvas: Canvas; context: Context } };

/** Tells of any spot of a page, in points from the lower left corner, whether there is ink on it. */
export async function renderPdf(
  bytes: Uint8Array,
  pageNumber: number,
): Promise<(x: number, y: number, width: number, height: number) => boolean> {
  const scale = 2;
  const file = await open(bytes);
  const page = await file.getPage(pageNumber);
  const viewport = page.getViewport({ scale });
  const factory = file.canvasFactory as CanvasFactory;
  const { canvas, context } = factory.create(viewport.width, viewport.height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const pageWidth = canvas.width;
  const pageHeight = canvas.height;
  await file.loadingTask.destroy();
  return (x, y, width, height) => {
    for (let row = Math.ceil(pageHeight - (y + height) * scale); row < pageHeight - y * scale; row += 1)
      for (let column = Math.ceil(x * scale); column < (x + width) * scale; column += 1)
        if ((pixels[(row * pageWidth + column) * 4] as number) < 128) return true;
    return false;
  };
}
