import { join } from 'node:path';
import { addPiece, type DocumentMaker, emptyContent } from '../documents/model';
import { readFonts } from '../documents/thread';

const FONTS = join(import.meta.dirname, '../../../resources/fonts');

/** Makes documents here and now: tests need no bundle and no thread. What it takes is loaded when it is needed. */
export const localDocuments: DocumentMaker = {
  make: async (head, pieces, signal) => {
    const content = emptyContent();
    for await (const piece of pieces) addPiece(content, piece);
    signal.throwIfAborted();
    const { renderDocument } = await import('../documents/render');
    signal.throwIfAborted();
    return renderDocument(head, content, await readFonts(FONTS));
  },
};
