import { useEffect } from 'react';
import type { Order } from '../../../src-shared/domain/requests';
import { useProcedure } from '../../state/procedures';
import { operatorNow, startSync } from '../../state/sync';
import { useVisible } from '../../state/visible';

/** How often the operator is asked about an order whose time has come. */
const ASK_EVERY_MS = 4000;
/** The operator's clock and this page's are a little apart. */
const LATE_MS = 500;

/** Orders of a kind, newest first. */
export function useOrders(wanted: Order['kind']) {
  const answer = useProcedure('requests.orders', undefined);
  const items = answer.data?.items
    .filter(({ kind }) => kind === wanted)
    .sort((a, b) => b.orderedAt - a.orderedAt || b.id - a.id);
  return { ...answer, items };
}

/**
 * Watches until an order is made: data is updated at the moment when it should be ready, and again until it is.
 * @param wanted id of an order that may not be here yet
 */
export function useFollowedOrders(orders: readonly Order[] | undefined, wanted: number | null = null): void {
  const missing = wanted !== null && orders !== undefined && !orders.some(({ id }) => id === wanted);
  const nextAt = orders
    ?.filter(({ status }) => status === 'forming')
    .reduce<number | null>(
      (least, { readyAt }) => (least === null || readyAt < least ? readyAt : least),
      null,
    );
  const waitUntil = missing ? 0 : (nextAt ?? null);
  const visible = useVisible();
  useEffect(() => {
    if (waitUntil === null || !visible) return;
    const delay = Math.max(0, waitUntil + LATE_MS - operatorNow());
    // Farther than a page stays open, and than a timer counts.
    if (delay > 3_600_000) return;
    // Without a network there is nothing to ask; the next sync brings the order.
    const ask = () => void startSync().catch(() => undefined);
    let again: ReturnType<typeof setInterval> | undefined;
    const first = setTimeout(() => {
      ask();
      again = setInterval(ask, ASK_EVERY_MS);
    }, delay);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [waitUntil, visible]);
}
