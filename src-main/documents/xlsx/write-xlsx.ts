import { checkedRows } from '../checked-rows';
import type { Row, Sink, TableDocument } from '../model';
import { controlSheet } from './control-sheet';
import { createSharedStrings } from './shared-strings';
import { sheetPieces } from './sheet';
import { CONTROL_SHEET_NAME, MAX_SHEET_ROWS, planSheets } from './sheet-plan';
import { type WorkbookSheet, writeWorkbook } from './write-workbook';

/**
 * Writes an XLSX workbook from front to back: typed cells, live totals, a sheet of facts and control sums.
 * Memory does not grow with the rows; the same document gives the same bytes.
 * @param maxSheetRows rows that go on one sheet; the rest continues on the next
 */
export async function writeXlsx(
  document: TableDocument,
  sink: Sink,
  maxSheetRows: number = MAX_SHEET_ROWS,
): Promise<void> {
  const plans = planSheets(document, maxSheetRows);
  const strings = createSharedStrings();
  const rows = createRowReader(checkedRows(document));
  async function* control(): AsyncGenerator<string> {
    await rows.finish();
    yield controlSheet(document, plans, strings);
  }
  const sheets = plans.map(
    ({ name, rowCount, lastRow }, index): WorkbookSheet => ({
      name,
      pieces: sheetPieces({ document, plans, index, strings }, rows.take(rowCount)),
      table: { columnCount: document.columns.length, lastRow },
    }),
  );
  sheets.push({ name: CONTROL_SHEET_NAME, pieces: control(), table: null });
  await writeWorkbook(document, sheets, strings, sink);
}

/** Hands out a stream of pieces in parts of a given number of rows. */
function createRowReader(source: AsyncGenerator<readonly Row[]>) {
  let rest: readonly Row[] = [];
  return {
    async *take(count: number): AsyncGenerator<readonly Row[]> {
      for (let left = count; left > 0; ) {
        if (rest.length === 0) {
          const next = await source.next();
          if (next.done) return;
          rest = next.value;
        }
        const part = rest.length <= left ? rest : rest.slice(0, left);
        rest = rest.length <= left ? [] : rest.slice(left);
        left -= part.length;
        yield part;
      }
    },
    /** Reads to the end, where the source checks its sums. */
    async finish(): Promise<void> {
      while (!(await source.next()).done);
    },
  };
}
