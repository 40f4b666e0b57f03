import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { CabinetError, type ErrorCode } from '../../../src-shared/bridge/errors';
import type { Instant } from '../../../src-shared/domain/period';
import { setAllAside } from '../../store/backups';
import { type AccountFiles, visitDatabase } from '../../store/keys/account-files';
import type { Vault } from '../../store/keys/vault';

/** The key of a cache and where the cache is. */
export type CacheKey = { key: Buffer; path: string; forVisit: boolean };

/** The key that a password opens, or null; deriving it takes a third of a second. */
export type KeyTry = Promise<Buffer | null>;

/**
 * The key after the operator has accepted the password. A new account gets a new key; a cache that an older
 * password closes is opened by the system's keyring where there is one, and closed by this password from now on.
 * @param trying the key by this password, when deriving it has begun already
 * @returns null when only the older password can open it
 */
export async function keyByAcceptedPassword(
  vault: Vault,
  files: AccountFiles,
  password: string,
  at: Instant,
  trying: KeyTry = vault.fits(files, password),
): Promise<CacheKey | null> {
  const path = files.database;
  if (!vault.exists(files)) {
    // A cache without its key file can never be opened again; it must not be overwritten either.
    setAllAside(path, 'locked', at);
    const key = await vault.create(files, password);
    if (!key) throw new CabinetError('internal', { step: 'key' });
    return { key, path, forVisit: false };
  }
  const fitting = await trying;
  if (fitting) {
    await vault.keepInKeyring(files, fitting);
    return { key: fitting, path, forVisit: false };
  }
  const key = await vault.openByKeyring(files);
  if (!key) return null;
  await vault.rewrap(files, key, password);
  return { key, path, forVisit: false };
}

/** No password opens the key, or not this one. */
const WRONG_PASSWORD: readonly ErrorCode[] = ['offline-password-wrong', 'no-offline-copy'];

/**
 * The key by the password that closed it before the operator was told another one. Only what the password is to blame
 * for says so: whoever takes the right one for wrong may begin a new cache.
 * @throws CabinetError cache-key-mismatch, too-many-attempts {retryAt}, disk-full, data-not-writable
 */
export const keyByOldPassword = (vault: Vault, files: AccountFiles, password: string): Promise<Buffer> =>
  vault.openByPassword(files, password).catch((error: unknown) => {
    const isWrong = error instanceof CabinetError && WRONG_PASSWORD.includes(error.code);
    throw isWrong ? new CabinetError('cache-key-mismatch') : error;
  });

/** The key after a sign-in by SMS: the keyring's, or else a new one that ends with the visit. */
export async function keyBySms(vault: Vault, files: AccountFiles): Promise<CacheKey> {
  const key = vault.exists(files) ? await vault.openByKeyring(files) : await vault.create(files, null);
  if (key) return { key, path: files.database, forVisit: false };
  return { key: randomBytes(32), path: visitDatabase(files), forVisit: true };
}

/**
 * The key without the operator.
 * @param trying the key by this password, which may not be used while a wait is on
 * @throws CabinetError no-offline-copy, offline-password-wrong, too-many-attempts
 */
export async function keyOffline(
  vault: Vault,
  files: AccountFiles,
  password: string,
  trying: KeyTry,
): Promise<CacheKey> {
  if (!existsSync(files.database)) throw new CabinetError('no-offline-copy');
  return { key: await vault.openByPassword(files, password, trying), path: files.database, forVisit: false };
}
