import { chmodSync, constants, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BridgeError, CabinetError } from '../../src-shared/bridge/errors';
import type { Instant } from '../../src-shared/domain/period';
import { finishCopies, newBackupPath, UNWIPED } from './backups';
import { rows, run, transaction, type WritableCache } from './cache';
import { NEW, putRow, takePlace } from './damage';
import { mapSqliteError } from './errors';
import { removeDatabase } from './keys/account-files';
import { fileError } from './keys/write-file';
import { openCache } from './open';

const PRIVATE_FILE = 0o600;
const OUTCOME_UNKNOWN: BridgeError = { code: 'command-outcome-unknown', params: {} };

type Row = Record<string, unknown>;

export type Replacement = {
  /** The copy to go back to; null: an empty cache, which a sync fills. */
  copy: string | null;
  at: Instant;
  /** Looks at what is to come; false: it is another account's. */
  mayReplace(cache: WritableCache): boolean;
};

/**
 * Puts a copy in the place of the open cache, or begins anew. What no sync brings back is taken along: the present
 * outbox as it is, the person's own facts of both. The file that was there becomes a copy itself.
 *
 * Commands that only the copy knows as unanswered may have been done or taken back since; they are ended and never
 * sent again.
 * @returns the cache that is open in the end; where `error` is not null it is what was there before
 * @throws SqliteError when the present cache cannot be read
 */
export function replaceCache(
  present: WritableCache,
  keyHex: string,
  replacement: Replacement,
): { cache: WritableCache; error: unknown } {
  const { path } = present;
  const coming = path + NEW;
  const kept = keptOf(present);
  try {
    prepare(kept, keyHex, coming, replacement);
  } catch (thrown) {
    drop(coming);
    return { cache: present, error: asUnusable(fileError(mapSqliteError(thrown))) };
  }
  present.close();
  if (existsSync(`${path}-wal`)) {
    // Another process reads it: the log, which is still in use, would become that of the new file.
    drop(coming);
    return { cache: openCache(path, keyHex), error: new CabinetError('file-busy') };
  }
  const retired = newBackupPath(path, replacement.at) + UNWIPED;
  try {
    renameSync(path, retired);
    takePlace(coming, path, retired);
  } catch (thrown) {
    // Another process has one of them open.
    drop(coming);
    return { cache: openCache(path, keyHex), error: fileError(thrown) };
  }
  const cache = openCache(path, keyHex);
  finishCopies(path, keyHex);
  return { cache, error: null };
}

const keptOf = (present: WritableCache) => ({
  own: rows<Row>(present, 'SELECT * FROM own'),
  outbox: rows<Row>(present, 'SELECT * FROM outbox ORDER BY id'),
});
type Kept = ReturnType<typeof keptOf>;

function prepare(kept: Kept, keyHex: string, coming: string, { copy, at, mayReplace }: Replacement): void {
  removeDatabase(coming);
  if (copy !== null) {
    copyFileSync(copy, coming, constants.COPYFILE_FICLONE);
    chmodSync(coming, PRIVATE_FILE);
  }
  const made = openCache(coming, keyHex);
  try {
    if (!mayReplace(made)) throw new CabinetError('backup-unusable');
    transaction(
      made,
      () => {
        for (const fact of kept.own) putRow(made, 'own', fact, 'REPLACE');
        takeOutbox(kept.outbox, made, at);
      },
      { durable: true },
    );
  } finally {
    made.close();
    removeOldVersions(coming);
  }
}

/** Takes away what does not take the place; the next start does it where somebody has it open. */
function drop(coming: string): void {
  try {
    removeDatabase(coming);
  } catch {
    // What was there is open and whole.
  }
}

/** The present commands after those that only the copy has; ids stay unless the same one is taken by another command. */
function takeOutbox(current: readonly Row[], made: WritableCache, at: Instant): void {
  for (const { idempotency_key } of current)
    run(made, 'DELETE FROM outbox WHERE idempotency_key = ?', idempotency_key);
  run(
    made,
    `UPDATE outbox SET state = 'rejected', error = ?, finished_at = ?, next_try_at = NULL
     WHERE state IN ('waiting', 'sending')`,
    JSON.stringify(OUTCOME_UNKNOWN),
    at,
  );
  const taken = new Set(rows<{ id: number }>(made, 'SELECT id FROM outbox').map(({ id }) => id));
  const collide = current.some(({ id }) => taken.has(id as number));
  for (const { id, ...command } of current) putRow(made, 'outbox', collide ? command : { id, ...command });
}

/** A copy of an older schema was migrated, and kept as it had been: the copy itself is there for that. */
function removeOldVersions(coming: string): void {
  const prefix = `${basename(coming)}.before-`;
  for (const name of readdirSync(dirname(coming))) {
    if (name.startsWith(prefix)) rmSync(join(dirname(coming), name), { force: true });
  }
}

const asUnusable = (error: unknown): unknown =>
  error instanceof CabinetError && error.code === 'cache-damaged'
    ? new CabinetError('backup-unusable', {}, { cause: error })
    : error;
