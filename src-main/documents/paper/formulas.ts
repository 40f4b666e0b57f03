import type { Cell, Row } from '../model';
import { FIRST_ROW, HEADER_ROW, quotedName } from '../xlsx/sheet-plan';
import { columnName } from '../xlsx/xml';
import type { CellFormula, PaperPart, PaperTable } from './model';

type Parts = readonly PaperPart[];

const rowsOf = ({ groups }: PaperTable): Row[] => groups.flatMap(({ rows }) => rows);

/** Columns of a key on the sheets that a formula names. @throws Error for a sheet or column that is not there */
function columnsOn(parts: Parts, names: readonly string[], key: string) {
  return names.map((name) => {
    const table = parts.find((part): part is PaperTable => part.kind === 'table' && part.sheet === name);
    const at = table?.columns.findIndex((column) => column.key === key) ?? -1;
    if (!table || at < 0) throw new Error(`no column ${key} on the sheet ${name}`);
    return { table, at };
  });
}

function cellOf(table: PaperTable, row: Row, key: string): Cell {
  return row[table.columns.findIndex((column) => column.key === key)] ?? null;
}

/** What a cell that follows from others has to say. */
export function calculatedCell(parts: Parts, table: PaperTable, row: Row, formula: CellFormula): Cell {
  const numberOf = (key: string) => Number(cellOf(table, row, key));
  switch (formula.kind) {
    case 'sheets':
      return columnsOn(parts, formula.names, formula.column)
        .flatMap(({ table: one, at }) => rowsOf(one).map((cells) => Number(cells[at] ?? 0)))
        .reduce((sum, value) => sum + value, 0);
    case 'difference':
      return numberOf(formula.of) - numberOf(formula.from);
    case 'verdict':
      return numberOf(formula.of) === 0 ? formula.zero : formula.other;
  }
}

/**
 * The same as a spreadsheet writes it.
 * @param refOf the cell of a column in the formula's own row
 */
export function formulaText(parts: Parts, formula: CellFormula, refOf: (key: string) => string): string {
  switch (formula.kind) {
    case 'sheets':
      return columnsOn(parts, formula.names, formula.column)
        .map(({ table, at }) => {
          const name = columnName(table.keyColumns.length + at);
          const last = HEADER_ROW + rowsOf(table).length;
          // Without rows: the header, whose sum is 0.
          return `SUM(${quotedName(table.sheet ?? '')}!${name}${Math.min(FIRST_ROW, last)}:${name}${last})`;
        })
        .join('+');
    case 'difference':
      // Six places: below 1/10000 of a ruble, far above what adding fractions loses.
      return `ROUND(${refOf(formula.of)}-${refOf(formula.from)},6)`;
    case 'verdict':
      return `IF(${refOf(formula.of)}=0,"${formula.zero}","${formula.other}")`;
  }
}
