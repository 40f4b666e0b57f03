import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { Row } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { makeAnyDocument } from '../exports/make-document';

/** Test equipment: cells of a document's rows, the name of its file and what stands above the table. */
export async function tableOf(cache: ReadableCache, request: DocumentRequest, madeAt: number) {
  const found = await makeAnyDocument(cache, request, madeAt);
  if (!('document' in found)) throw new Error('not a table');
  const { document, fileName } = found;
  return {
    fileName,
    rows: [...(document.rows as Iterable<readonly Row[]>)].flat(),
    facts: Object.fromEntries(document.facts.map(({ label, value }) => [label, value])),
  };
}
