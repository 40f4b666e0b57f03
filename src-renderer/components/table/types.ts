import type { ReactNode } from 'react';
import type { FetchRows } from './page-cache';

/** What a cell holds before it is put into words. Money is 1/10000 BYN, durations are seconds, instants ms. */
export type CellValue = string | number | null | undefined;

/**
 * How a column is shown, aligned, sorted and copied.
 * «charge» prints 2–4 decimals aligned on the comma, «sum» exactly two; «badge» is a word with a colour.
 */
export type ColumnType =
  | 'text'
  | 'phone'
  | 'instant'
  | 'day'
  | 'duration'
  | 'integer'
  | 'percent'
  | 'charge'
  | 'sum'
  | 'badge';

export type BadgeTone = 'neutral' | 'good' | 'warning' | 'bad';

export type Column<Row> = {
  /** Stable name: kept with the layout and handed to exports. */
  id: string;
  title: string;
  type: ColumnType;
  value: (row: Row) => CellValue;
  /** Words in place of the value («Исходящий» for `out`): shown and copied. */
  words?: (row: Row) => string;
  /** What a local table sorts by; by default the words, or the value. */
  sortBy?: (row: Row) => CellValue;
  tone?: (row: Row) => BadgeTone;
  /** Px; by default what the type needs. */
  width?: number;
  /** Px the column grows to where the window leaves room, until a person sets its width. */
  growTo?: number;
  sortable?: boolean;
  /** False keeps the column always on the screen. */
  hideable?: boolean;
  /** Not on the screen until the person asks for it. */
  hiddenAtFirst?: boolean;
  /** «Filter by this value» is offered for its cells. */
  filterable?: boolean;
  /** Marks after the value (late record, local note); the copied text is not changed by it. */
  mark?: (row: Row) => ReactNode;
};

export type SortState = { column: string; descending: boolean };

/** Rows that come by pages. A change of `key` is another list: the view goes to its top. */
export type PagedSource<Row> = {
  key: string;
  /** A change of it means the same list was changed behind: rows are read again without a jump. */
  version?: number;
  /** Null while it is not known. */
  rowCount: number | null;
  /** More rows are being found; they come after those that are here. */
  growing?: boolean;
  fetchRows: FetchRows<Row>;
};

/** A figure of the toolbar: «Длительность 12:40:03». */
export type TableSum = { id: string; label: string; value: CellValue; type: ColumnType };

export type Totals = { label: string; values: Readonly<Record<string, CellValue>> };

/** What more can be done with a row, in its menu. */
export type RowAction<Row> = {
  id: string;
  label: string;
  icon: ReactNode;
  /** What happens; or, as a menu of its own, one of several things. */
  run: ((row: Row) => void) | readonly { id: string; label: string; run: (row: Row) => void }[];
  /** False for rows that it makes no sense for. */
  offered?: (row: Row) => boolean;
};
