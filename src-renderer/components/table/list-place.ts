import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { routeNow, useRoute } from '../../state/navigation';
import type { Route } from '../../state/routes';
import { useSession } from '../../state/session';
import type { GridPlace } from './grid-keys';
import { emptySelection, type Selection } from './selection';
import type { SortState } from './types';

/** Where a list stands and what is chosen in it. Written while it is shown, read when it is shown again. */
export type ListPlace = {
  /** Whose list it is, and which. */
  readonly list: string;
  /** Px from the first row. */
  offset: number;
  active: GridPlace;
  selection: Selection;
  /** How many rows there were: what is chosen is known by number, which says nothing among other rows. */
  rows: number;
};

/**
 * Places by the step of the way and the table's name: going back and unlocking find them, a page that is opened anew
 * begins at its top. In memory only, and gone with the step.
 */
const places = new WeakMap<Route, Map<string, ListPlace>>();
const sorts = new WeakMap<Route, Map<string, SortState>>();

/** The place of a table in the open page; another `listKey`, or another account, is another list. */
export function useListPlace(table: string, listKey: string): ListPlace {
  const route = useRoute();
  const account = useSession()?.account?.number ?? null;
  const shown = useRef<ListPlace | null>(null);
  const place = useMemo(
    () => placeIn(route, table, JSON.stringify([account, listKey]), shown.current),
    [route, table, account, listKey],
  );
  useLayoutEffect(() => {
    shown.current = place;
  }, [place]);
  return place;
}

/**
 * The kept place, or the beginning of a list that was not seen in this step.
 * @param shown what stands on the screen: the same list stays as it is when only the step around it is another
 */
export function placeIn(step: Route, table: string, list: string, shown: ListPlace | null = null): ListPlace {
  const tables = places.get(step) ?? new Map<string, ListPlace>();
  places.set(step, tables);
  const kept = tables.get(table);
  if (kept?.list === list) return kept;
  const beginning = { list, offset: 0, active: { row: 0, column: 0 }, selection: emptySelection, rows: 0 };
  const place = shown?.list === list ? { ...shown } : beginning;
  tables.set(table, place);
  return place;
}

/** The order of a table that sorts its rows itself: kept as its place is. */
export function useKeptSort(
  table: string,
  initial: SortState | null,
): [SortState | null, (sort: SortState) => void] {
  const [sort, setSort] = useState(() => sorts.get(routeNow())?.get(table) ?? initial);
  const choose = (next: SortState) => {
    sorts.set(routeNow(), new Map(sorts.get(routeNow())).set(table, next));
    setSort(next);
  };
  return [sort, choose];
}
