import type { CdrFilter, CdrSort, CdrView } from '../../../src-shared/bridge/cabinet';

/** The filters of the page as they are kept under a name: without whose and which month's they are. */
export function viewOf(name: string, filter: CdrFilter, sort: CdrSort): CdrView {
  const { subscriberId: _, month: __, fromDay: ___, toDay: ____, direction, ...narrow } = filter;
  return { name: name.trim(), direction, narrow, sort };
}

/** A kept view on the open page: the month and the subscriber stay, everything else is the view's. */
export function filterOfView({ direction, narrow }: CdrView, { subscriberId, month }: CdrFilter): CdrFilter {
  return { ...narrow, subscriberId, month, direction };
}

/** The view that the page shows now, if it is one of them. */
export function shownView(views: readonly CdrView[], filter: CdrFilter, sort: CdrSort): CdrView | undefined {
  if (filter.fromDay !== undefined || filter.toDay !== undefined) return undefined;
  const now = canonical(viewOf('', filter, sort));
  return views.find((view) => canonical({ ...view, name: '' }) === now);
}

/** The same content gives the same text, whatever the order of the keys. */
const canonical = (view: CdrView): string =>
  JSON.stringify(view, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
