import { type BridgeError, CabinetError, toBridgeError } from '../../../src-shared/bridge/errors';
import type { ExportReport, ExportStart } from '../../channel/core-contract';
import { createFileSink } from '../../documents/file-sink';
import { mapSqliteError } from '../../store/errors';
import { openCacheForReading } from '../../store/open';
import { inSnapshot } from '../../store/snapshot';
import { describeFault } from '../describe-fault';
import { makeAnyDocument, rowCountOf } from './make-document';
import { writeMade } from './write-made';

/**
 * Writes one document into one file, telling how far it is. Everything is read in one snapshot of the cache:
 * a sync that goes on beside it changes neither rows nor totals.
 * Never rejects; the last report is «done» or «failed», and a failed export leaves no file.
 */
export async function runExport(start: ExportStart, report: (report: ExportReport) => void): Promise<void> {
  try {
    report({ kind: 'done', rows: await exportDocument(start, report) });
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}

/** What people are told of a failure, and what the log is. */
export function toReport(thrown: unknown): { error: BridgeError; fault?: string } {
  const error = mapSqliteError(thrown);
  return {
    error: toBridgeError(error),
    ...(error instanceof CabinetError ? {} : { fault: describeFault(error) }),
  };
}

async function exportDocument(
  { job, format, targetPath, partialPath, fontFolder }: ExportStart,
  report: (report: ExportReport) => void,
): Promise<number> {
  const cache = openCacheForReading(job.databasePath, job.databaseKey);
  try {
    return await inSnapshot(cache, async () => {
      const made = await makeAnyDocument(cache, job.document, job.madeAt);
      const totalRows = rowCountOf(made);
      if (totalRows === 0) throw new CabinetError('export-empty');
      const sink = createFileSink(targetPath, partialPath);
      try {
        const onRows = (rows: number) => report({ kind: 'progress', rows, totalRows });
        await writeMade(made, { format, fontFolder, sink, onRows });
        sink.finish();
      } catch (error) {
        sink.discard();
        throw error;
      }
      return totalRows;
    });
  } finally {
    cache.close();
  }
}
