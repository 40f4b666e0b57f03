import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Subscriber } from '../../../src-shared/domain/account';
import { type ReadableCache, row, rows } from '../cache';
import { searchCondition } from '../search-text';

type SubscriberRow = Omit<Subscriber, 'isConnection' | 'packages'> & {
  isConnection: number;
  packages: string;
};

const COLUMNS = `id, number, name, plan_id AS planId, plan_title AS planTitle, is_connection AS isConnection, status,
  status_reason AS statusReason, connected_at AS connectedAt, current_charges AS currentCharges, packages`;

const toSubscriber = (found: SubscriberRow): Subscriber => ({
  ...found,
  isConnection: found.isConnection === 1,
  packages: JSON.parse(found.packages) as Subscriber['packages'],
});

/** Labels are the person's own (`own.ts`), a list of texts by subscriber. */
const LABELLED = `id IN (SELECT CAST(key AS INTEGER) FROM own
  WHERE kind = 'labels' AND EXISTS (SELECT 1 FROM json_each(own.body) WHERE value = ?))`;

/**
 * Subscribers by number mask or part of a name or plan; an empty mask is all. The administrator comes first.
 * @throws CabinetError mask-invalid
 */
export function searchSubscribers(
  cache: ReadableCache,
  query: { mask: string; label?: string | undefined; offset: number; limit: number },
): { items: Subscriber[]; total: number } {
  const found = searchCondition(query.mask, 'number', 'search_text');
  const conditions = [
    ...(found ? [found] : []),
    ...(query.label === undefined ? [] : [{ sql: LABELLED, values: [query.label] }]),
  ];
  const where = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const values = conditions.flatMap((condition) => condition.values);
  const counted = row<{ total: number }>(
    cache,
    `SELECT count(*) AS total FROM subscribers ${where}`,
    ...values,
  );
  const items = rows<SubscriberRow>(
    cache,
    `SELECT ${COLUMNS} FROM subscribers ${where} ORDER BY is_connection DESC, number LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  );
  return { items: items.map(toSubscriber), total: counted?.total ?? 0 };
}

export function readSubscriber(cache: ReadableCache, id: number): Subscriber | null {
  const found = row<SubscriberRow>(cache, `SELECT ${COLUMNS} FROM subscribers WHERE id = ?`, id);
  return found ? toSubscriber(found) : null;
}

/** @throws CabinetError not-found */
export function requireSubscriber(cache: ReadableCache, id: number): Subscriber {
  const subscriber = readSubscriber(cache, id);
  if (!subscriber) throw new CabinetError('not-found', { what: 'subscriber' });
  return subscriber;
}

/** Names of subscribers by their numbers; a number that several had is not told from them and is left out. */
export function namesByNumber(cache: ReadableCache): Map<string, string> {
  const found = rows<{ number: string; name: string }>(
    cache,
    'SELECT number, max(name) AS name FROM subscribers GROUP BY number HAVING count(*) = 1',
  );
  return new Map(found.map(({ number, name }) => [number, name]));
}
