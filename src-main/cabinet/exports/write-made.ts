import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { ExportFormat } from '../../../src-shared/bridge/export-formats';
import { writeCsv } from '../../documents/csv/write-csv';
import { writeExchange } from '../../documents/exchange/write-exchange';
import { writeLetter } from '../../documents/letter/write-letter';
import type { DocumentWriter, Row, Sink, TableDocument } from '../../documents/model';
import { writePaperPdf } from '../../documents/paper/paper-pdf';
import { writePaperXlsx } from '../../documents/paper/paper-xlsx';
import { createPdfWriter, type FontBytes } from '../../documents/pdf/write-pdf';
import { writeXlsx } from '../../documents/xlsx/write-xlsx';
import type { Made, MadePaper } from './make-document';

export type WriteTarget = {
  format: ExportFormat;
  fontFolder: string;
  sink: Sink;
  /** Told of the rows that are written; letters and pages have none. */
  onRows(rows: number): void;
};

/** Writes what was made in a format. @throws CabinetError bad-input, export-too-large */
export async function writeMade(
  made: Made,
  { format, fontFolder, sink, onRows }: WriteTarget,
): Promise<void> {
  if ('letter' in made) await writeLetter(made.letter, sink, fontsIn(fontFolder));
  else if ('paper' in made) await writePages(made, format, sink, fontFolder);
  else await writerOf(format, fontFolder)(counting(made.document, onRows), sink);
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
  if (format === 'pdf') writePaperPdf(paper, sink, fontsIn(fontFolder));
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
