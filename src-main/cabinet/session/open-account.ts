import { type BridgeError, CabinetError } from '../../../src-shared/bridge/errors';
import type { Instant } from '../../../src-shared/domain/period';
import { backupPath, finishCopies, setAllAside } from '../../store/backups';
import type { WritableCache } from '../../store/cache';
import { openOrReplace, replaceDamaged, wasLeftOpen } from '../../store/damage';
import { removeVisit } from '../../store/keys/account-files';
import { readMeta, writeMeta } from '../../store/meta';
import { openCache } from '../../store/open';
import { replaceCache } from '../../store/restore';

/** Whose cache it is; known offline too. */
export type AccountFacts = { id: number; number: string; organisation: string };

/** An open cache with its key. */
export type OpenedCache = {
  readonly cache: WritableCache;
  readonly path: string;
  readonly keyHex: string;
  readonly forVisit: boolean;
  /** What happened to an older file, for people to know. */
  readonly notice: BridgeError | null;
};

export type OpenRequest = {
  path: string;
  key: Buffer;
  forVisit: boolean;
  /** The account the operator named; null when it was not asked. */
  account: AccountFacts | null;
  at: Instant;
};

/** Caches closed by this process: a log beside one is left by a reader that was killed later, not by a crash. */
const closedHere = new Set<string>();

/**
 * Opens the cache of an account, or begins one. A damaged file and a file of another account (the operator gave the
 * number to somebody else) are set aside.
 * @throws CabinetError cache-newer, disk-full, data-not-writable
 */
export function openAccountCache(request: OpenRequest): OpenedCache & { leftOpen: boolean } {
  const { path, account, at } = request;
  const keyHex = request.key.toString('hex');
  const closed = closedHere.delete(path);
  const leftOpen = !closed && wasLeftOpen(path);
  const { replaced, ...first } = openOrReplace(path, keyHex, at);
  let cache = first.cache;
  finishCopies(path, keyHex);
  const known = readAccountFacts(cache);
  if (account && known && known.id !== account.id) {
    cache.close();
    cache = beginForAccount(path, keyHex, account, at);
  } else if (account) {
    storeFacts(cache, account);
  }
  const notice: BridgeError | null = replaced ? damageNotice(replaced) : null;
  return { cache, path, keyHex, forVisit: request.forVisit, notice, leftOpen: leftOpen && !replaced };
}

/** Sets a cache that was found damaged while in use aside and begins a new one. */
export function reopenDamaged(opened: OpenedCache, account: AccountFacts | null, at: Instant): OpenedCache {
  if (opened.cache.isOpen) opened.cache.close();
  const { cache, replaced } = replaceDamaged(opened.path, opened.keyHex, at);
  if (account) storeFacts(cache, account);
  return { ...opened, cache, notice: damageNotice(replaced) };
}

/** Sets the cache of another account aside and begins a new one. */
export function reopenForAccount(opened: OpenedCache, account: AccountFacts, at: Instant): OpenedCache {
  if (opened.cache.isOpen) opened.cache.close();
  const cache = beginForAccount(opened.path, opened.keyHex, account, at);
  return { ...opened, cache, notice: null };
}

/**
 * Puts a copy in the place of the cache, or an empty one to be loaded anew; a visit's cache has no copies.
 * @param name the copy's; null: begin anew
 * @returns what is open in the end, and why the copy could not be taken; null: it was
 * @throws CabinetError not-found, not-available
 */
export function reopenRestored(
  opened: OpenedCache,
  name: string | null,
  at: Instant,
): { opened: OpenedCache; error: unknown } {
  if (opened.forVisit) throw new CabinetError('not-available', { name: 'backups' });
  const known = readAccountFacts(opened.cache);
  const { cache, error } = replaceCache(opened.cache, opened.keyHex, {
    copy: name === null ? null : backupPath(opened.path, name),
    at,
    mayReplace: (coming) => {
      if (name === null && known) storeFacts(coming, known);
      return known === null || readAccountFacts(coming)?.id === known.id;
    },
  });
  return { opened: { ...opened, cache, notice: error ? opened.notice : null }, error };
}

function beginForAccount(path: string, keyHex: string, account: AccountFacts, at: Instant): WritableCache {
  setAllAside(path, 'other-account', at);
  const cache = openCache(path, keyHex);
  storeFacts(cache, account);
  return cache;
}

function storeFacts(cache: WritableCache, account: AccountFacts): void {
  const { id, number, organisation } = account;
  writeMeta(cache, 'account', JSON.stringify({ id, number, organisation }));
}

const damageNotice = (file: string): BridgeError => ({ code: 'cache-damaged', params: { file } });

export function readAccountFacts(cache: WritableCache): AccountFacts | null {
  const text = readMeta(cache, 'account');
  return text ? (JSON.parse(text) as AccountFacts) : null;
}

/** Closes the cache; one that was for this visit only goes. */
export function closeAccountCache(opened: OpenedCache): void {
  if (opened.cache.isOpen) {
    opened.cache.close();
    closedHere.add(opened.path);
  }
  if (opened.forVisit) removeVisit(opened.path);
}
