import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Clock } from '../../../src-shared/domain/period';
import type { AccountFiles } from './account-files';
import { DEFAULT_COST, type KdfCost, passwordWrapSchema, unwrapKey, wrapKey } from './password-wrap';
import { writePrivateFile } from './write-file';

/** The system's keyring; null where there is none. */
export type Keyring = {
  encrypt(text: string): Promise<string | null>;
  decrypt(text: string): Promise<string | null>;
};

const keyFileSchema = z.strictObject({
  version: z.literal(1),
  /** The data key closed by the account's password; null after a sign-in by SMS. */
  password: passwordWrapSchema.nullable(),
  /** The data key closed by the system's keyring; null where there is none. */
  keyring: z.string().nullable(),
  /** Wrong passwords in a row, and when the next try is allowed. */
  failures: z.int().min(0),
  retryAt: z.int().min(0),
});
type KeyFile = z.infer<typeof keyFileSchema>;

const FREE_TRIES = 3;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;

export type Vault = ReturnType<typeof createVault>;

/**
 * Keys of the caches. Every cache has a random key; the key file holds it closed by the account's password and,
 * where the system has a keyring, by the keyring too. Whoever gets a key fills it with zeros after use.
 */
export function createVault(options: { keyring: Keyring; clock: Clock; cost?: KdfCost | undefined }) {
  const { keyring, clock, cost = DEFAULT_COST } = options;

  async function write(files: AccountFiles, content: Omit<KeyFile, 'version'>): Promise<void> {
    writePrivateFile(files.keyFile, `${JSON.stringify({ version: 1, ...content }, null, 1)}\n`);
  }

  return {
    exists: (files: AccountFiles): boolean => existsSync(files.keyFile),

    /** Makes a key for a new cache. @returns null when nothing could open it later: no password and no keyring */
    async create(files: AccountFiles, password: string | null): Promise<Buffer | null> {
      const key = randomBytes(32);
      const closed = await keyring.encrypt(key.toString('hex'));
      if (password === null && closed === null) return null;
      const wrap = password === null ? null : await wrapKey(key, password, cost);
      await write(files, { password: wrap, keyring: closed, failures: 0, retryAt: 0 });
      return key;
    },

    /**
     * Opens the key by a password. Wrong passwords make the next try wait, also after a restart.
     * @param trying what `fits` gives, when that has begun already; it counts only after the wait
     * @throws CabinetError no-offline-copy, offline-password-wrong, too-many-attempts {retryAt}
     */
    async openByPassword(
      files: AccountFiles,
      password: string,
      trying?: Promise<Buffer | null>,
    ): Promise<Buffer> {
      const file = read(files);
      if (!file?.password) throw new CabinetError('no-offline-copy');
      const wait = file.retryAt - clock.now();
      // A longer wait than any that is ever set: the computer's clock was moved.
      if (wait > 0 && wait <= LONGEST_DELAY_MS)
        throw new CabinetError('too-many-attempts', { retryAt: file.retryAt });
      const key = await (trying ?? unwrapKey(file.password, password));
      if (key) {
        if (file.failures > 0) await write(files, { ...withoutVersion(file), failures: 0, retryAt: 0 });
        return key;
      }
      const failures = file.failures + 1;
      const delay =
        failures < FREE_TRIES ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_TRIES), LONGEST_DELAY_MS);
      await write(files, {
        ...withoutVersion(file),
        failures,
        retryAt: delay === 0 ? 0 : clock.now() + delay,
      });
      throw new CabinetError('offline-password-wrong');
    },

    /** @returns null when this machine's keyring does not know the key */
    async openByKeyring(files: AccountFiles): Promise<Buffer | null> {
      const file = read(files);
      const hex = file?.keyring ? await keyring.decrypt(file.keyring) : null;
      return hex && /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
    },

    /** Closes the key by this password from now on. Replaces the whole file at once. */
    async rewrap(files: AccountFiles, key: Buffer, password: string): Promise<void> {
      const closed = await keyring.encrypt(key.toString('hex'));
      const wrap = await wrapKey(key, password, cost);
      await write(files, { password: wrap, keyring: closed, failures: 0, retryAt: 0 });
    },

    /**
     * Closes the key by the keyring as well where that does not know it: keyrings come, get lost and are replaced,
     * and only the password has opened the key then.
     */
    async keepInKeyring(files: AccountFiles, key: Buffer): Promise<void> {
      const hex = key.toString('hex');
      const file = read(files);
      if (!file || (file.keyring && (await keyring.decrypt(file.keyring)) === hex)) return;
      const closed = await keyring.encrypt(hex);
      if (closed !== null) await write(files, { ...withoutVersion(file), keyring: closed });
    },

    /**
     * The key when this password opens it; null when not. Counts no failures: the operator accepts the password, or else
     * `openByPassword` decides.
     */
    async fits(files: AccountFiles, password: string): Promise<Buffer | null> {
      const file = read(files);
      return file?.password ? unwrapKey(file.password, password) : null;
    },
  };
}

/** @returns null when there is no key file, or it is not readable as one */
function read(files: AccountFiles): KeyFile | null {
  if (!existsSync(files.keyFile)) return null;
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(files.keyFile, 'utf8')));
  } catch {
    return null;
  }
}

const withoutVersion = ({ version: _, ...rest }: KeyFile): Omit<KeyFile, 'version'> => rest;
