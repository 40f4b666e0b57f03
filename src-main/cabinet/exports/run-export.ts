import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BridgeError, CabinetError, toBridgeError } from '../../../src-shared/bridge/errors';
import type { ExportFormat } from '../../../src-shared/bridge/exports';
import type { ExportReport, ExportStart } from '../../channel/core-contract';
import { writeCsv } from '../../documents/csv/write-csv';
import { writeExchange } from '../../documents/exchange/write-exchange';
import { createFileSink } from '../../documents/file-sink';
import { writeLetter } from '../../documents/letter/write-letter';
import type { DocumentWriter, Row, Sink, TableDocument } from '../../documents/model';
import { writePaperPdf } from '../../documents/paper/paper-pdf';
import { writePaperXlsx } from '../../documents/paper/paper-xlsx';
import { createPdfWriter, type FontBytes } from '../../documents/pdf/write-pdf';
import { writeXlsx } from '../../documents/xlsx/write-xlsx';
import { mapSqliteError } from '../../store/errors';
import { openCacheForReading } from '../../store/open';
import { inSnapshot } from '../../store/snapshot';
import { describeFault } from '../describe-fault';
import { type MadePaper, makeDocument, rowCountOf } from './make-document';

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
      const made = makeDocument(cache, job.document, job.madeAt);
      const totalRows = rowCountOf(made);
      if (totalRows === 0) throw new CabinetError('export-empty');
      const sink = createFileSink(targetPath, partialPath);
      try {
        if ('letter' in made) await writeLetter(made.letter, sink, fontsIn(fontFolder));
        else if ('paper' in made) await writePages(made, format, sink, fontFolder);
        else {
          const counted = counting(made.document, (rows) => report({ kind: 'progress', rows, totalRows }));
          await writerOf(format, fontFolder)(counted, sink);
        }
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

function fontsIn(folder: string): FontBytes {
  const font = (name: string) => readFileSync(join(folder, name));
  return { regular: font('NotoSans-Regular.ttf'), bold: font('NotoSans-Bold.ttf') };
}

function writerOf(format: ExportFormat, fontFolder: string): DocumentWriter {
  switch (format) {
    case 'xlsx':
      return writeXlsx;
    case 'csv':
      return writeCsv;
    case 'pdf':
      return createPdfWriter(fontsIn(fontFolder));
    case 'txt':
      throw noSuchFormat();
  }
}

/** The window asks for these formats only (`formatsOf`). */
const noSuchFormat = () => new CabinetError('bad-input', { field: 'format' });

async function writePages(
  { paper, order }: MadePaper,
  format: ExportFormat,
  sink: Sink,
  fontFolder: string,
): Promise<void> {
  if (format === 'pdf') await writePaperPdf(paper, sink, fontsIn(fontFolder));
  else if (format === 'xlsx') await writePaperXlsx(paper, sink);
  else if (format === 'txt' && order) writeExchange(order, paper.madeAt, sink);
  else throw noSuchFormat();
}

function counting(document: TableDocument, onRows: (rows: number) => void): TableDocument {
  async function* rows(): AsyncGenerator<readonly Row[]> {
    let done = 0;
    for await (const piece of document.rows) {
      yield piece;
      done += piece.length;
      onRows(done);
    }
  }
  return { ...document, rows: rows() };
}
