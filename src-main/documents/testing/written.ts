import { readFileSync } from 'node:fs';
import type { DocumentWriter, TableDocument } from '../model';
import { createPdfWriter } from '../pdf/write-pdf';
import { memorySink } from './sample';

const font = (name: string): Buffer =>
  readFileSync(new URL(`../../../resources/fonts/NotoSans-${name}.ttf`, import.meta.url));

/** Test equipment: the writer of PDF with the program's own fonts. Not part of the program. */
export const writePdf = createPdfWriter({ regular: font('Regular'), bold: font('Bold') });

/** The whole file. */
export async function written(writer: DocumentWriter, document: TableDocument): Promise<Buffer> {
  const sink = memorySink();
  await writer(document, sink);
  return sink.bytes();
}
