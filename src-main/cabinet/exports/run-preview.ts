import { CabinetError } from '../../../src-shared/bridge/errors';
import type { PreviewReport, PreviewStart } from '../../channel/core-contract';
import { createMemorySink } from '../../documents/memory-sink';
import { openCacheForReading } from '../../store/open';
import { inSnapshot } from '../../store/snapshot';
import { makeAnyDocument, rowCountOf } from './make-document';
import { toReport } from './run-export';
import { writeMade } from './write-made';

/** Makes the PDF that an export would write, in memory. Never rejects; its one report is «made» or «failed». */
export async function runPreview(
  start: PreviewStart,
  report: (report: PreviewReport) => void,
): Promise<void> {
  try {
    report({ kind: 'made', bytes: await makePdf(start) });
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}

async function makePdf({ preview, fontFolder }: PreviewStart): Promise<Uint8Array> {
  const cache = openCacheForReading(preview.databasePath, preview.databaseKey);
  try {
    return await inSnapshot(cache, async () => {
      const made = await makeAnyDocument(cache, preview.document, preview.madeAt);
      if (rowCountOf(made) === 0) throw new CabinetError('export-empty');
      const sink = createMemorySink();
      await writeMade(made, { format: 'pdf', fontFolder, sink, onRows: () => {} });
      return sink.bytes();
    });
  } finally {
    cache.close();
  }
}
