import type { BridgeError } from '../../../src-shared/bridge/errors';
import type { Instant } from '../../../src-shared/domain/period';
import type { CommandKind } from '../../../src-shared/operator-api/commands';
import { row, rows, run, transaction, type WritableCache } from '../cache';
import { inOneLane } from '../outbox-lanes';

/**
 * Writes of the outbox. All of them are durable: what is told to the window or sent to the operator is on the disk
 * before, so that a crash at any point repeats a command under its first key and never forgets one.
 */

export type NewCommand = {
  idempotencyKey: string;
  kind: CommandKind;
  /** The body without its secrets. */
  payload: Record<string, unknown>;
  /** Parts of the body that are wiped when the command is finished; null: none. */
  secret: Record<string, unknown> | null;
  subscriberId: number | null;
  /** Folded words by which the journal is searched. */
  searchText: string;
  createdAt: Instant;
};

/** A command on its way to the operator. */
export type TakenCommand = {
  id: number;
  idempotencyKey: string;
  kind: CommandKind;
  /** The whole body, the same text at every try. */
  body: unknown;
  /** Tries, this one included. */
  attempts: number;
};

/** Why a try did not get through; `mayBeDone` when the operator may have the command all the same. */
export type StoredError = BridgeError & { mayBeDone?: boolean };

const ADD = `INSERT INTO outbox (idempotency_key, kind, payload, secret, subscriber_id, search_text, created_at, state)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting') RETURNING id`;
const NEXT = `SELECT id, idempotency_key AS idempotencyKey, kind, payload, secret, attempts + 1 AS attempts FROM outbox
  WHERE state = 'waiting' AND id > ? AND (next_try_at IS NULL OR next_try_at <= ? OR next_try_at > ?)
  AND NOT EXISTS (SELECT 1 FROM outbox AS older WHERE older.state IN ('waiting', 'sending')
    AND older.id < outbox.id AND ${inOneLane('older', 'outbox')})
  ORDER BY id LIMIT 1`;
const TAKE = `UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_try_at = NULL WHERE id = ?`;
const PUT_BACK = `UPDATE outbox SET state = 'waiting', next_try_at = ?, error = ? WHERE id = ?`;
const FINISH = `UPDATE outbox SET state = ?, finished_at = ?, result = ?, error = ?, secret = NULL, next_try_at = NULL,
  search_text = search_text || ? WHERE id = ?`;
const DUE_NOW = `UPDATE outbox SET next_try_at = NULL WHERE id = ? AND state = 'waiting'`;
/** A command, and those that have to go before it. */
const LANE_DUE_NOW = `UPDATE outbox SET next_try_at = NULL FROM outbox AS wanted
  WHERE wanted.id = ? AND wanted.state = 'waiting' AND outbox.state = 'waiting' AND
  (outbox.id = wanted.id OR outbox.id < wanted.id AND ${inOneLane('outbox', 'wanted')}) RETURNING outbox.id`;

const durably = <Result>(cache: WritableCache, work: () => Result): Result =>
  transaction(cache, work, { durable: true });

/** @returns the command's id */
export function addCommand(cache: WritableCache, command: NewCommand): number {
  return durably(
    cache,
    () =>
      (
        row<{ id: number }>(
          cache,
          ADD,
          command.idempotencyKey,
          command.kind,
          JSON.stringify(command.payload),
          command.secret ? JSON.stringify(command.secret) : null,
          command.subscriberId,
          command.searchText,
          command.createdAt,
        ) as { id: number }
      ).id,
  );
}

/**
 * Takes the first command after this id whose time and turn have come and marks it «sending»: from now on it cannot be taken back.
 * @param due commands put off until then or earlier are taken, and such that are put off beyond `farthest`
 *   (the computer's clock was set back)
 */
export function takeNext(
  cache: WritableCache,
  { after, due, farthest }: { after: number; due: Instant; farthest: Instant },
): TakenCommand | null {
  // Looked for outside the transaction: nobody else writes, and looking must not cost a write.
  const found = row<Omit<TakenCommand, 'body'> & { payload: string; secret: string | null }>(
    cache,
    NEXT,
    after,
    due,
    farthest,
  );
  if (!found) return null;
  durably(cache, () => run(cache, TAKE, found.id));
  const { payload, secret, ...command } = found;
  return { ...command, body: { ...JSON.parse(payload), ...(secret ? JSON.parse(secret) : {}) } };
}

/** The try came to nothing: the command waits again; null: until somebody wakes it. */
export function putBack(
  cache: WritableCache,
  id: number,
  { nextTryAt, error }: { nextTryAt: Instant | null; error: StoredError },
): void {
  const mayBeDone = error.mayBeDone || readError(cache, id)?.mayBeDone;
  const kept: StoredError = { code: error.code, params: error.params, ...(mayBeDone ? { mayBeDone } : {}) };
  durably(cache, () => run(cache, PUT_BACK, nextTryAt, JSON.stringify(kept), id));
}

/** The operator has done the command. */
export function accept(
  cache: WritableCache,
  id: number,
  { resultId, at }: { resultId: number | null; at: Instant },
): void {
  durably(cache, () => run(cache, FINISH, 'accepted', at, JSON.stringify({ id: resultId }), null, '', id));
}

/** The operator has refused the command for good. `words`: folded words of the reason, to be searched for. */
export function reject(
  cache: WritableCache,
  id: number,
  { error, words, at }: { error: BridgeError; words: string; at: Instant },
): void {
  durably(cache, () =>
    run(cache, FINISH, 'rejected', at, null, JSON.stringify(error), words && `\n${words}`, id),
  );
}

/** Takes a command back. @returns what it was found to be; only «cancelled» changes anything */
export function cancel(
  cache: WritableCache,
  id: number,
  at: Instant,
): 'cancelled' | 'may-be-done' | 'not-waiting' | 'not-found' {
  return durably(cache, () => {
    const found = row<{ state: string }>(cache, 'SELECT state FROM outbox WHERE id = ?', id);
    if (!found) return 'not-found';
    if (found.state !== 'waiting') return 'not-waiting';
    if (readError(cache, id)?.mayBeDone) return 'may-be-done';
    run(cache, FINISH, 'cancelled', at, null, null, '', id);
    return 'cancelled';
  });
}

/** Makes a waiting command due at once, with those that go before it. @returns their ids; none: it does not wait */
export function hurry(cache: WritableCache, id: number): number[] {
  return durably(cache, () => rows<{ id: number }>(cache, LANE_DUE_NOW, id).map((found) => found.id));
}

/** Commands that waited for the network are due at once: it is back. @returns their ids */
export function hurryUnreachable(cache: WritableCache): number[] {
  const waiting = rows<{ id: number; error: string }>(
    cache,
    `SELECT id, error FROM outbox WHERE state = 'waiting' AND next_try_at IS NOT NULL AND error IS NOT NULL`,
  );
  const ids = waiting.flatMap(({ id, error }) =>
    (JSON.parse(error) as StoredError).code === 'operator-unreachable' ? [id] : [],
  );
  if (ids.length > 0) durably(cache, () => ids.map((id) => run(cache, DUE_NOW, id)));
  return ids;
}

/**
 * Commands found «sending» although nothing is on its way: the program ended while the answer was awaited.
 * They wait again and go out under the same key; whether the operator has them is not known. @returns their ids
 */
export function reviveSending(cache: WritableCache): number[] {
  const found = rows<{ id: number }>(cache, `SELECT id FROM outbox WHERE state = 'sending' ORDER BY id`);
  for (const { id } of found) {
    const error = readError(cache, id) ?? { code: 'timeout', params: {} };
    putBack(cache, id, { nextTryAt: null, error: { ...error, mayBeDone: true } });
  }
  return found.map(({ id }) => id);
}

function readError(cache: WritableCache, id: number): StoredError | null {
  const found = row<{ error: string | null }>(cache, 'SELECT error FROM outbox WHERE id = ?', id);
  return found?.error ? (JSON.parse(found.error) as StoredError) : null;
}
