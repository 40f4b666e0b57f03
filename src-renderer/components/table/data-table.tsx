import { useKeptSort } from './list-place';
import { TableView, type TableViewProps } from './table-view';
import type { PagedSource, SortState } from './types';
import { useLocalRows, usePagedRows } from './use-rows';

type Shared<Row> = Omit<TableViewProps<Row>, 'sort' | 'onSort'>;

export type DataTableProps<Row> = Shared<Row> & {
  /** All rows; null while they are on their way. */
  rows: readonly Row[] | null;
  initialSort?: SortState;
  /** What decides which rows there are (a month, a filter): rows of another one are another list. */
  of?: string;
};

/** A table whose rows are all here: it sorts them itself. */
export function DataTable<Row>({ rows, initialSort, of = '', ...rest }: DataTableProps<Row>) {
  const [sort, setSort] = useKeptSort(rest.id, initialSort ?? null);
  const reader = useLocalRows(rows, rest.columns, sort);
  const listKey = JSON.stringify([of, sort]);
  return <TableView {...rest} reader={reader} listKey={listKey} sort={sort} onSort={setSort} />;
}

export type PagedTableProps<Row> = Shared<Row> & {
  /** Its `key` must name everything that decides which rows there are and in what order. */
  source: PagedSource<Row>;
  sort: SortState | null;
  onSort: (sort: SortState) => void;
};

/** A table of any length whose rows come by pages, sorted where they come from. */
export function PagedTable<Row>({ source, ...rest }: PagedTableProps<Row>) {
  const reader = usePagedRows(source);
  return <TableView {...rest} reader={reader} listKey={source.key} />;
}
