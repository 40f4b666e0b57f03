import type { CommandState, CommandView } from '../../../src-shared/bridge/commands';
import type { Instant } from '../../../src-shared/domain/period';
import { type ReadableCache, row, rows } from '../cache';
import { foldText } from '../search-text';
import type { StoredError } from '../write/outbox';

type CommandRow = Omit<CommandView, 'body' | 'error' | 'resultId'> & {
  payload: string;
  result: string | null;
  error: string | null;
};

const COLUMNS = `id, kind, payload, subscriber_id AS subscriberId, created_at AS createdAt, finished_at AS finishedAt,
  state, attempts, next_try_at AS nextTryAt, result, error`;

function toView({ payload, result, error, ...command }: CommandRow): CommandView {
  const stored = error === null ? null : (JSON.parse(error) as StoredError);
  return {
    ...command,
    body: JSON.parse(payload) as CommandView['body'],
    resultId: result === null ? null : (JSON.parse(result) as { id: number | null }).id,
    error: stored && { code: stored.code, params: stored.params },
  };
}

export function readCommand(cache: ReadableCache, id: number): CommandView | null {
  const found = row<CommandRow>(cache, `SELECT ${COLUMNS} FROM outbox WHERE id = ?`, id);
  return found ? toView(found) : null;
}

export type JournalQuery = { search: string; states?: readonly CommandState[] | undefined };

/** «Журнал операций», newest first. */
export function listCommands(
  cache: ReadableCache,
  query: JournalQuery & { offset: number; limit: number },
): { items: CommandView[]; total: number } {
  const where = journalCondition(query);
  const counted = row<{ total: number }>(
    cache,
    `SELECT count(*) AS total FROM outbox ${where.sql}`,
    ...where.values,
  );
  const found = rows<CommandRow>(
    cache,
    `SELECT ${COLUMNS} FROM outbox ${where.sql} ORDER BY id DESC LIMIT ? OFFSET ?`,
    ...where.values,
    query.limit,
    query.offset,
  );
  return { items: found.map(toView), total: counted?.total ?? 0 };
}

/** Digits are a number or a mask of one (guide §3.1), whatever stands between them; words are looked for each apart. */
function journalCondition({ search, states }: JournalQuery): { sql: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (sql: string, ...more: string[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (states) add(`state IN (${states.map(() => '?').join(', ')})`, ...states);
  const digits = search.replace(/[\s()\-+\u00a0]/g, '');
  if (/^[\d%_]+$/.test(digits)) add('search_text LIKE ?', `%${digits}%`);
  else {
    for (const word of foldText(search).split(/\s+/).filter(Boolean)) add('instr(search_text, ?) > 0', word);
  }
  return { sql: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

/** True when anything is still to be sent or answered. */
export const hasUnfinished = (cache: ReadableCache): boolean =>
  row(cache, `SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') LIMIT 1`) !== undefined;

/** Commands that would be lost with the cache: unanswered ones, but for such as the operator may have done. */
export function countUnsent(cache: ReadableCache): number {
  const counted = row<{ count: number }>(
    cache,
    `SELECT count(*) AS count FROM outbox
     WHERE state IN ('waiting', 'sending') AND (error IS NULL OR json_extract(error, '$.mayBeDone') IS NULL)`,
  );
  return counted?.count ?? 0;
}

/** When the first of the commands that are put off is due; null: none is. */
export function earliestTry(cache: ReadableCache): Instant | null {
  return (
    row<{ at: number | null }>(cache, `SELECT min(next_try_at) AS at FROM outbox WHERE state = 'waiting'`)
      ?.at ?? null
  );
}
