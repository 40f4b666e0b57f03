import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { sortRows } from './local-rows';
import { PageCache } from './page-cache';
import type { Column, PagedSource, SortState } from './types';

/** Rows by index, wherever they come from. */
export type RowReader<Row> = {
  /** Null while the number of rows is not known. */
  rowCount: number | null;
  /** More rows come after those that are here. */
  growing: boolean;
  /** Undefined while the row is on its way. */
  row: (index: number) => Row | undefined;
  /** The fault of rows that are looked at, or null. */
  readonly failure: unknown;
  retry: () => void;
  /** Says which rows are looked at. */
  want: (first: number, last: number) => void;
  /** Rows for copying, whether they are here or not. */
  fetchRows: (offset: number, limit: number) => Promise<readonly Row[]>;
  /** Rows and failure change without the reader being another one: see `useRowsVersion`. */
  subscribe: (listener: () => void) => () => void;
  version: () => number;
};

/** Draws the component again when rows arrive or fail. Only those who show rows follow them: they come on every step. */
export function useRowsVersion<Row>({ subscribe, version }: RowReader<Row>): void {
  useSyncExternalStore(subscribe, version);
}

/** All rows are here: sorts them in place of a server. */
export function useLocalRows<Row>(
  rows: readonly Row[] | null,
  columns: readonly Column<Row>[],
  sort: SortState | null,
): RowReader<Row> {
  return useMemo(() => {
    const sorted = rows && sortRows(rows, columns, sort);
    return {
      rowCount: sorted?.length ?? null,
      growing: false,
      row: (index) => sorted?.[index],
      failure: null,
      retry: nothing,
      want: nothing,
      fetchRows: async (offset, limit) => sorted?.slice(offset, offset + limit) ?? [],
      subscribe: () => nothing,
      version: () => 0,
    };
  }, [rows, columns, sort]);
}

const nothing = (): void => undefined;

/** A cache of pages together with what React needs to follow it. */
class PagedRows<Row> {
  #listeners = new Set<() => void>();
  #version = 0;
  readonly cache: PageCache<Row>;
  readonly fetchRows: PagedSource<Row>['fetchRows'];

  constructor(rowCount: number, fetchRows: PagedSource<Row>['fetchRows']) {
    this.fetchRows = fetchRows;
    this.cache = new PageCache({
      rowCount,
      fetchRows,
      onChange: () => {
        this.#version++;
        for (const listener of this.#listeners) listener();
      },
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.cache.rest();
    };
  };

  readonly version = (): number => this.#version;
}

/** Rows come by pages: another `key` starts anew, another `version` or count reads again in place. */
export function usePagedRows<Row>(source: PagedSource<Row>): RowReader<Row> {
  const latest = useRef(source);
  latest.current = source;
  const { key, rowCount, version, growing = false } = source;

  const rows = useMemo(() => {
    // The list behind a key is read by the function that came with the key, whatever is rendered later.
    void key;
    const own = latest.current;
    return new PagedRows<Row>(own.rowCount ?? 0, own.fetchRows);
  }, [key]);

  const shown = useRef({ rows, rowCount, version });
  useEffect(() => {
    const before = shown.current;
    shown.current = { rows, rowCount, version };
    const same = before.rows === rows && before.rowCount === rowCount && before.version === version;
    if (!same && rowCount !== null) rows.cache.refresh(rowCount);
  }, [rows, rowCount, version]);

  return useMemo(() => {
    const { cache, subscribe, version: rowsVersion, fetchRows } = rows;
    return {
      rowCount,
      growing,
      row: (index) => cache.row(index),
      get failure() {
        return cache.failure;
      },
      retry: () => cache.retry(),
      want: (first, last) => cache.want(first, last),
      fetchRows,
      subscribe,
      version: rowsVersion,
    };
  }, [rows, rowCount, growing]);
}
