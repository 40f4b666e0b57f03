import type { EventPayload, Handlers } from '../../../src-shared/bridge/contract';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { requestProcedures } from '../../../src-shared/bridge/requests';
import type { Appeal } from '../../../src-shared/domain/requests';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listItems, readItem, type WholeFeed } from '../../store/read/items';
import { markRead, readMarks } from '../../store/read-marks';
import type { CabinetContext } from '../context';
import type { CabinetSession } from '../session/session';
import { callCentreCalls } from './call-centre-calls';

type Names = Exclude<keyof typeof requestProcedures, 'requests.saveDocument'>;

/** The account's own requests and their answers, newest first (guide §2.2.2–2.6). */
export function requestHandlers(
  { cache, clock }: CabinetContext,
  session: () => CabinetSession,
  onChanged: (change: EventPayload<'cache.changed'>) => void,
): Handlers<Names> {
  return {
    'requests.guarantees': () => newestFirst(cache(), 'guarantees'),
    'requests.orders': () => newestFirst(cache(), 'orders'),
    'requests.installments': ({ subscriberId }) => {
      const { items, asOf } = newestFirst(cache(), 'installments');
      return { items: items.filter((one) => concerns(one, subscriberId)), asOf };
    },
    'requests.appeals': ({ subscriberId }) => {
      const { items, asOf } = newestFirst(cache(), 'appeals');
      const marks = readMarks(cache());
      const appeals = items
        .filter((one) => concerns(one, subscriberId))
        .map((appeal) => ({ appeal, unread: countUnread(appeal, marks.get(appeal.id) ?? 0) }));
      return { items: appeals, unread: appeals.reduce((sum, { unread }) => sum + unread, 0), asOf };
    },
    'requests.markAppealRead': ({ id }) => {
      const appeal = readItem(cache(), 'appeals', id);
      if (!appeal) throw new CabinetError('not-found', { what: 'appeal' });
      if (countUnread(appeal, readMarks(cache()).get(id) ?? 0) === 0) return;
      markRead(session().active().opened.cache, id, Math.max(...appeal.messages.map((one) => one.id)));
      onChanged({ sets: ['appeals'] });
    },
    'requests.callCentre': () => ({
      callCentre: readItem(cache(), 'call-centre', 1),
      asOf: readFeedState(cache(), 'call-centre').dataAsOf,
    }),
    'requests.callCentreCalls': ({ month }) => callCentreCalls(cache(), month, clock.now()),
  };
}

function newestFirst<Name extends WholeFeed>(cache: ReadableCache, feed: Name) {
  return { items: listItems(cache, feed).reverse(), asOf: readFeedState(cache, feed).dataAsOf };
}

/** The whole account's when nobody is asked for. */
const concerns = (item: { subscriberId: number | null }, subscriberId: number | null): boolean =>
  subscriberId === null || item.subscriberId === subscriberId;

const countUnread = (appeal: Appeal, readUpTo: number): number =>
  appeal.messages.filter(({ id, from }) => from === 'operator' && id > readUpTo).length;
