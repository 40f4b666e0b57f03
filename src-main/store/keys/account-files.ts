import { randomBytes, scrypt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../src-shared/domain/period';
import { fileError, writePrivateFile } from './write-file';

/** Files of one account on this machine. */
export type AccountFiles = {
  database: string;
  keyFile: string;
  /** The operator's session, closed by the system's keyring. */
  sessionFile: string;
  /** Prefix of caches that live for one visit. */
  visitPrefix: string;
};

const NAME_COST = { N: 2 ** 13, r: 8, p: 1 };
const VISIT = '.visit-';

/** Makes the folder, for this user only. @throws CabinetError data-not-writable, disk-full */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  } catch (error) {
    throw fileError(error);
  }
}

/**
 * Files of an account are named by a slow, salted hash of its number and its operator: names in the folder tell
 * nobody whose accounts are here, and trying all numbers takes months.
 */
export async function accountFiles(folder: string, operator: string, phone: string): Promise<AccountFiles> {
  const salt = installationSalt(folder);
  const name = await new Promise<string>((resolve, reject) => {
    scrypt(`${operator}\n${phone}`, salt, 12, NAME_COST, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    );
  });
  return {
    database: join(folder, `${name}.db`),
    keyFile: join(folder, `${name}.key`),
    sessionFile: join(folder, `${name}.session`),
    visitPrefix: join(folder, `${name}${VISIT}`),
  };
}

function installationSalt(folder: string): string {
  const path = join(folder, 'installation');
  if (!existsSync(path)) writePrivateFile(path, randomBytes(16).toString('hex'));
  return readFileSync(path, 'utf8');
}

/** A new file for a cache of this visit only. */
export const visitDatabase = (files: AccountFiles): string =>
  `${files.visitPrefix}${randomBytes(6).toString('hex')}.db`;

/** Removes caches of visits that ended without a sign-out: their keys are gone, nobody can read them. */
export function sweepVisits(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes(VISIT)) removeVisit(join(folder, name));
  }
}

/**
 * Removes a cache that was for a visit only. Windows removes no file that is open: where an export still reads it, it
 * goes at the next start. Nobody knows its key any more.
 */
export function removeVisit(path: string): void {
  try {
    removeDatabase(path);
  } catch {
    // See above.
  }
}

/** Removes a database with its companions. */
export function removeDatabase(path: string): void {
  for (const companion of ['', '-wal', '-shm', '-journal']) rmSync(path + companion, { force: true });
}

/**
 * Moves a file (and the companions of a database) out of the way, for people to look at later. Never deletes.
 * @returns the new path
 */
export function setAside(path: string, why: 'damaged' | 'locked' | 'other-account', at: Instant): string {
  const stamp = new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15);
  let target = `${path}.${why}-${stamp}`;
  for (let count = 2; existsSync(target); count++) target = `${path}.${why}-${stamp}-${count}`;
  // The log's index is rebuilt from the log; the name has to match the database's for SQLite to find it.
  for (const companion of ['', '-wal']) {
    if (existsSync(path + companion)) renameSync(path + companion, target + companion);
  }
  rmSync(`${path}-shm`, { force: true });
  return target;
}
