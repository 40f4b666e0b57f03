import type { DocumentColumn, DocumentTotals, Row } from '../model';
import { calculatedCell } from './formulas';
import type { PaperDocument, PaperTable } from './model';

/**
 * Sees to it that what is printed under the rows of every table is what stands above, and that cells that follow from
 * others say what follows.
 * @throws Error when they disagree; such a file must not come into being
 */
export function checkPaper({ parts }: PaperDocument): void {
  for (const part of parts) {
    if (part.kind !== 'table') continue;
    checkFormulas(parts, part);
    for (const { rows, totals } of part.groups) checkTotals(part.columns, rows, totals);
    checkTotals(
      part.columns,
      part.groups.flatMap(({ rows }) => rows),
      part.totals,
    );
  }
}

function checkFormulas(parts: PaperDocument['parts'], table: PaperTable): void {
  const rows = table.groups.flatMap((group) => group.rows);
  table.formulas?.forEach((formulas, at) => {
    const row = rows[at] ?? [];
    formulas.forEach((formula, column) => {
      if (formula === null) return;
      const value = calculatedCell(parts, table, row, formula);
      if (value !== row[column])
        throw new Error(`cell ${table.columns[column]?.key} of row ${at} is ${row[column]}, not ${value}`);
    });
  });
}

function checkTotals(
  columns: readonly DocumentColumn[],
  rows: readonly Row[],
  totals: DocumentTotals | null,
): void {
  totals?.values.forEach((total, at) => {
    if (total === null) return;
    const sum = rows.reduce((before, row) => before + ((row[at] as number | null) ?? 0), 0);
    if (sum !== total) throw new Error(`column ${columns[at]?.key} adds up to ${sum}, not ${total}`);
  });
}
