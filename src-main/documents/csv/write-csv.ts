import { plainCell } from '../cell-text';
import { checkedRows } from '../checked-rows';
import type { Cell, DocumentColumn, Row, Sink, TableDocument } from '../model';

// Excel takes a file for UTF-8 only with this mark, and in Belarus splits columns at «;».
const BYTE_ORDER_MARK = '\ufeff';
const SEPARATOR = ';';
const LINE_END = '\r\n';
/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
/** Letters and digits with single spaces between them, as most texts are: nothing to guard or to quote. */
const PLAIN = /^[\wА-яЁё]+(?: [\wА-яЁё]+)*$/;

/**
 * Writes RFC 4180 with «;»: a line of titles, the rows, the totals. Nothing else stands in the way of programs
 * that read it. Texts that a spreadsheet would run as a formula get an apostrophe.
 */
export async function writeCsv(document: TableDocument, sink: Sink): Promise<void> {
  const { columns, totals } = document;
  const write = (text: string) => sink.write(Buffer.from(text, 'utf8'));
  write(`${BYTE_ORDER_MARK}${columns.map(({ title }) => textField(title)).join(SEPARATOR)}${LINE_END}`);
  for await (const rows of checkedRows(document)) {
    let text = '';
    for (const row of rows) text += line(columns, row);
    write(text);
  }
  if (totals) write(totalsLine(columns, totals.label, totals.values));
}

function line(columns: readonly DocumentColumn[], row: Row): string {
  let text = '';
  for (let index = 0; index < columns.length; index += 1) {
    if (index > 0) text += SEPARATOR;
    text += field((columns[index] as DocumentColumn).type, row[index] as Cell);
  }
  return text + LINE_END;
}

function field(type: DocumentColumn['type'], cell: Cell): string {
  const text = plainCell(type, cell);
  return typeof cell === 'string' ? textField(text) : text;
}

function textField(text: string): string {
  if (PLAIN.test(text)) return text;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function totalsLine(
  columns: readonly DocumentColumn[],
  label: string,
  values: readonly (number | null)[],
): string {
  const fields = columns.map(({ type }, index) => field(type, values[index] ?? null));
  const free = values.indexOf(null);
  if (free >= 0) fields[free] = textField(label);
  return fields.join(SEPARATOR) + LINE_END;
}
