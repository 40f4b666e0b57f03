import type { Handlers } from '../../../src-shared/bridge/contract';
import { readFeedState } from '../../store/feed-state';
import { cdrGroupsInTurns } from '../../store/read/cdr-groups';
import { cdrPage, countCdrs, summarizeCdrs } from '../../store/read/cdr-pages';
import { cdrMonths } from '../../store/read/cdr-summary';
import type { CabinetContext } from '../context';
import { monthChoices } from '../months';

/** The operator shows the current month and six before it (guide §3.6). */
const PREVIOUS_SHOWN = 6;
/** A person should see the counting move, and be able to end it. */
const COUNT_MS = 150;

/** «Просмотр детализации» (guide §3.6). */
export function cdrHandlers({
  cache,
  clock,
}: CabinetContext): Handlers<'cdrs.months' | 'cdrs.summary' | 'cdrs.count' | 'cdrs.page' | 'cdrs.groups'> {
  /** The page shows one grouping: who asks for another has left the one before. */
  let lastGroups = 0;
  return {
    'cdrs.months': ({ subscriberId }) => ({
      items: monthChoices(clock.now(), PREVIOUS_SHOWN, cdrMonths(cache(), subscriberId)),
    }),
    'cdrs.summary': ({ filter }) => summarizeCdrs(cache(), filter),
    'cdrs.count': async (query) => {
      const until = performance.now() + COUNT_MS;
      const counted = await countCdrs(cache(), query, () => performance.now() >= until);
      return { summary: null, progress: null, ...counted };
    },
    'cdrs.page': async (query) => ({ items: await cdrPage(cache(), query) }),
    'cdrs.groups': async ({ filter, by }) => {
      const mine = ++lastGroups;
      const asOf = readFeedState(cache(), 'cdrs').dataAsOf;
      return { ...(await cdrGroupsInTurns(cache(), filter, by, () => mine === lastGroups)), asOf };
    },
  };
}
