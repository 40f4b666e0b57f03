import { type Instant, minskTime } from '../../../src-shared/domain/period';
import { cleanText } from '../clean-text';
import type { FileFacts } from '../model';
import { embedFont } from './embed-font';
import type { Fonts } from './layout';
import { type Bookmark, writeOutline } from './outline';
import type { PageWriter } from './page-writer';
import { type PdfFile, type PdfId, pdfText } from './pdf-file';

/** Writes what follows the pages: the fonts, the bookmarks, the file's properties and its end. */
export function finishPdf(
  file: PdfFile,
  pages: PageWriter,
  fonts: Fonts,
  fontIds: { regular: PdfId; bold: PdfId },
  facts: FileFacts,
  bookmarks: readonly Bookmark[] = [],
): void {
  const tree = pages.finish();
  embedFont(file, fontIds.regular, fonts.regular, { postScriptName: 'NotoSans-Regular', bold: false });
  embedFont(file, fontIds.bold, fonts.bold, { postScriptName: 'NotoSans-Bold', bold: true });
  const outline = bookmarks.length > 0 ? `/Outlines ${writeOutline(file, bookmarks)} 0 R` : '';
  const root = file.reserve();
  const info = file.reserve();
  file.object(
    root,
    `<</Type/Catalog/Pages ${tree} 0 R${outline}/Lang(ru-RU)/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  const made = pdfDate(facts.madeAt);
  const texts = {
    Title: facts.title,
    Subject: facts.subject,
    Author: facts.organisation,
    Creator: 'SIP Cabinet',
    Producer: 'SIP Cabinet',
  };
  const entries = Object.entries(texts).map(([key, text]) => `/${key}${pdfText(cleanText(text))}`);
  file.object(info, `<<${entries.join('')}/CreationDate(${made})/ModDate(${made})>>`);
  file.finish(root, info);
}

/** «D:20210510121415+03'00'» */
function pdfDate(at: Instant): string {
  const { year, month, day, hour, minute, second } = minskTime(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `D:${year}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}+03'00'`;
}
