import type { Cell, CellType, DocumentColumn, DocumentTotals, FileFacts, Row } from '../model';

/** A label with a value of some type: text where none is told. */
export type PaperFact = { label: string; value: Cell; type?: CellType };

/** Rows that belong together: of a subscriber, say. */
export type PaperGroup = {
  /** One cell for each of the table's key columns. */
  key: Row;
  rows: readonly Row[];
  totals: DocumentTotals | null;
};

/**
 * How a cell follows from others, so that a workbook calculates it anew. «sheets»: the sum of the columns of a key on
 * sheets of their own; the others read columns of their own row.
 */
export type CellFormula =
  | { kind: 'sheets'; names: readonly string[]; column: string }
  | { kind: 'difference'; of: string; from: string }
  | { kind: 'verdict'; of: string; zero: string; other: string };

export type PaperTable = {
  kind: 'table';
  title: string;
  /** What names a group: a line above its rows on paper, columns of their own in a workbook. */
  keyColumns: readonly DocumentColumn[];
  columns: readonly DocumentColumn[];
  groups: readonly PaperGroup[];
  totals: DocumentTotals | null;
  /** The sheet of its own that it gets in a workbook; null: it stands on the first one with the rest. */
  sheet: string | null;
  /** For every row what its cells follow from, column by column; null: the cell is a fact. */
  formulas?: readonly (readonly (CellFormula | null)[])[];
};

/** A box of a bank's form. Widths are shares of the row. */
export type FormBox = { label: string; value: string; share: number; strong?: boolean };

export type PaperPart =
  /** Blocks of facts side by side: the parties. */
  | { kind: 'facts'; blocks: readonly { title: string; facts: readonly PaperFact[] }[] }
  | { kind: 'text'; text: string; look?: 'strong' | 'quiet' }
  | PaperTable
  /** Places to sign at, side by side. */
  | { kind: 'signatures'; places: readonly { party: string; post: string; name: string }[] }
  | { kind: 'form'; rows: readonly (readonly FormBox[])[] };

/**
 * A document of pages that is printed, signed and booked: an invoice, an act. Calculated once; writers only
 * print it, so that all formats show the same numbers.
 */
export type PaperDocument = FileFacts & {
  /** Under the title. */
  subtitle: string;
  /** Name of the first sheet: «Счет». */
  sheetTitle: string;
  parts: readonly PaperPart[];
  /** What stands at the foot of every page between the title and when it was made: the period. */
  foot: string;
};
