import { z } from 'zod';
import {
  type CdrFilter,
  type CdrGrouping,
  type CdrSort,
  cdrSortSchema,
} from '../../../src-shared/bridge/cabinet';
import { cdrDirections } from '../../../src-shared/domain/cdr';
import type { YearMonth } from '../../../src-shared/domain/period';
import { navigate, replaceRoute } from '../../state/navigation';
import { keepPreference, usePreference } from '../../state/preferences';
import type { RouteParams } from '../../state/routes';

/** Calls in the order they were made, as the operator prints them. */
const FIRST_SORT: CdrSort = { column: 'startedAt', descending: false };

const SORT = 'cdrs.sort';
const DIRECTION = 'cdrs.direction';
const directionSchema = z.enum([...cdrDirections, 'both']);

/** The kind of detalization chosen last; «Исходящие» at first, as in the guide's list. */
export const useLastDirection = (): [CdrFilter['direction'], (direction: CdrFilter['direction']) => void] =>
  usePreference<CdrFilter['direction']>(DIRECTION, directionSchema, 'out');

export type Detalization = {
  filter: CdrFilter;
  sort: CdrSort;
  /** Undefined: the list itself. */
  by: CdrGrouping | undefined;
  setFilter: (filter: CdrFilter) => void;
  setSort: (sort: CdrSort) => void;
  setBy: (by: CdrGrouping | undefined) => void;
  /** Another filter together with an order of rows. */
  setBoth: (filter: CdrFilter, sort: CdrSort) => void;
  /** The list of a narrower filter as a new step: going back returns to the sums. */
  jump: (filter: CdrFilter) => void;
};

/** What the list shows. It lives in the route, so going back and a restart bring it back. */
export function useDetalization(params: RouteParams<'subscriber-cdrs'>, month: YearMonth): Detalization {
  const [lastSort] = usePreference<CdrSort>(SORT, cdrSortSchema, FIRST_SORT);
  const [lastDirection] = useLastDirection();
  const sort = params.sort ?? lastSort;
  const whole = params.whole ?? false;
  // One subscriber told apart by subscriber would be one line.
  const by = params.by === 'subscriber' && !whole ? undefined : params.by;
  const filter: CdrFilter = {
    ...params.narrow,
    subscriberId: whole ? null : params.subscriberId,
    month,
    direction: params.direction ?? lastDirection,
  };

  const routeOf = (next: CdrFilter, nextSort: CdrSort) => {
    const { subscriberId, month: nextMonth, direction, ...narrow } = next;
    return {
      month: nextMonth,
      direction,
      narrow,
      sort: nextSort,
      subscriberId: subscriberId ?? params.subscriberId,
      whole: subscriberId === null,
    };
  };
  const setBoth = (next: CdrFilter, nextSort: CdrSort) => {
    const route = { ...routeOf(next, nextSort), by };
    keepPreference(DIRECTION, next.direction);
    // Another subscriber is another page: going back returns to the former one.
    if (route.subscriberId !== params.subscriberId) navigate('subscriber-cdrs', route);
    else replaceRoute('subscriber-cdrs', route);
  };
  return {
    filter,
    sort,
    by,
    setFilter: (next) => setBoth(next, sort),
    setSort: (next) => {
      keepPreference(SORT, next);
      replaceRoute('subscriber-cdrs', { ...params, sort: next });
    },
    setBy: (next) => replaceRoute('subscriber-cdrs', { ...params, by: next }),
    setBoth,
    jump: (next) => navigate('subscriber-cdrs', routeOf(next, sort)),
  };
}
