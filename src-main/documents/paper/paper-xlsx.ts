import type { Sink } from '../model';
import { createSharedStrings } from '../xlsx/shared-strings';
import { type WorkbookSheet, writeWorkbook } from '../xlsx/write-workbook';
import { checkPaper } from './check-paper';
import type { PaperDocument, PaperTable } from './model';
import { faceSheet } from './xlsx-face';
import { tableSheet } from './xlsx-table';

/**
 * Writes the pages as a workbook: the first sheet is what is printed and signed, long tables have sheets of their own
 * with one row a line, so that they can be filtered and summed. The same document gives the same bytes.
 */
export async function writePaperXlsx(paper: PaperDocument, sink: Sink): Promise<void> {
  checkPaper(paper);
  const strings = createSharedStrings();
  const tables = paper.parts.filter((part): part is PaperTable => part.kind === 'table');
  const sheets: WorkbookSheet[] = [
    { name: paper.sheetTitle, pieces: [faceSheet(paper, strings)], table: null },
  ];
  for (const table of tables) {
    if (table.sheet !== null) sheets.push({ name: table.sheet, ...tableSheet(paper, table, strings) });
  }
  await writeWorkbook(paper, sheets, strings, sink);
}
