import { cleanText } from '../clean-text';
import { type PdfFile, type PdfId, pdfNumber, pdfText } from './pdf-file';

/** A place that a reader program lists beside the pages. */
export type Bookmark = { title: string; page: PdfId; y: number; under: readonly Bookmark[] };

/** Writes the bookmarks; those under another are folded. @returns the root of the outline */
export function writeOutline(file: PdfFile, bookmarks: readonly Bookmark[]): PdfId {
  const root = file.reserve();
  const { first, last } = writeLevel(file, root, bookmarks);
  file.object(root, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${bookmarks.length}>>`);
  return root;
}

function writeLevel(
  file: PdfFile,
  parent: PdfId,
  bookmarks: readonly Bookmark[],
): { first: PdfId; last: PdfId } {
  const ids = bookmarks.map(() => file.reserve());
  for (const [at, { title, page, y, under }] of bookmarks.entries()) {
    const id = ids[at] as PdfId;
    const before = at > 0 ? `/Prev ${ids[at - 1]} 0 R` : '';
    const after = at < ids.length - 1 ? `/Next ${ids[at + 1]} 0 R` : '';
    const inner = under.length > 0 ? writeLevel(file, id, under) : null;
    const children = inner ? `/First ${inner.first} 0 R/Last ${inner.last} 0 R/Count ${-under.length}` : '';
    file.object(
      id,
      `<</Title${pdfText(cleanText(title))}/Parent ${parent} 0 R${before}${after}${children}/Dest[${page} 0 R/XYZ 0 ${pdfNumber(y)} null]>>`,
    );
  }
  return { first: ids[0] as PdfId, last: ids.at(-1) as PdfId };
}
