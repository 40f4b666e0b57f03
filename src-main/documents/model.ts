import type { Instant } from '../../src-shared/domain/period';

/**
 * What a column holds; every writer has one way to write each.
 * text; phone: digits as text; instant: epoch ms; day: «2021-05-10»; month: «2021-05»; duration: seconds;
 * integer; charge: money printed with two to four decimals; sum: money with two; percent: whole percents;
 * share: tenths of a percent of the whole, whose total is the whole and no sum.
 */
export type CellType =
  | 'text'
  | 'phone'
  | 'instant'
  | 'day'
  | 'month'
  | 'duration'
  | 'integer'
  | 'charge'
  | 'sum'
  | 'percent'
  | 'share';

/** Whether a column's total is what its cells add up to. */
export const addsUp = (type: CellType): boolean => type !== 'share';

/** Null: there is nothing («—»). An empty text is left blank. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export type DocumentColumn = {
  key: string;
  title: string;
  type: CellType;
  /** Characters that usually fill it; writers measure for themselves where they can. */
  width: number;
};

export type Fact = { label: string; value: string };

export type DocumentTotals = {
  label: string;
  /** One value a column; null where a total means nothing. */
  values: readonly (number | null)[];
};

/** Rows that stand together: where the words of a column change, a PDF has a bookmark. */
export type DocumentSections = {
  /** Place of the column among the document's. */
  column: number;
  /** Title of the bookmark over rows with this cell. */
  words(cell: Cell): string;
};

/** What a file says about itself. */
export type FileFacts = {
  /** «Начисления за май 2021» */
  title: string;
  /** Whose or what it is about, in a few words: «Л/с 123456789». */
  subject: string;
  /** Whose it is; becomes the file's author. */
  organisation: string;
  madeAt: Instant;
  /** As of when a document of pages has its data; tables say it among their facts. */
  asOf?: Instant | null;
  /** `madeAt` is when the data last changed, not when the file was written: the same data gives the same bytes. */
  settled?: boolean;
};

/**
 * A table with what an accountant needs around it. Calculated once; writers only print it,
 * so that all formats show the same numbers.
 */
export type TableDocument = FileFacts & {
  /** Short name of the sheet: «Начисления». */
  sheetTitle: string;
  facts: readonly Fact[];
  columns: readonly DocumentColumn[];
  rowCount: number;
  /** Parts of the rows that begin on a sheet of their own, in the order of the rows; absent: the rows are one part. */
  sheets?: readonly { title: string; rowCount: number }[];
  /** The rows in pieces; read once. */
  rows: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;
  totals: DocumentTotals | null;
  footnotes: readonly string[];
  /** Absent: the rows stand in no such order. */
  sections?: DocumentSections | undefined;
};

/** Where a writer's bytes go, in order. May throw whatever the file throws. */
export type Sink = { write(bytes: Uint8Array): void };

export type DocumentWriter = (document: TableDocument, sink: Sink) => Promise<void>;
