import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { Instant } from '../../../src-shared/domain/period';
import type { AccountFiles } from '../../store/keys/account-files';
import type { Keyring } from '../../store/keys/vault';
import { writePrivateFile } from '../../store/keys/write-file';

const keptSchema = z.strictObject({
  token: z.string(),
  expiresAt: z.int().positive(),
  method: z.enum(['password', 'sms']),
});
/** A session of the operator as it survives a restart. It signs nobody in: the cache's key still needs the password. */
export type KeptSession = z.infer<typeof keptSchema>;

/** Keeps the session under the system's keyring, where there is one. */
export async function keepSession(
  files: AccountFiles,
  keyring: Keyring,
  session: KeptSession,
): Promise<void> {
  const closed = await keyring.encrypt(JSON.stringify(session));
  if (closed === null) return;
  try {
    writePrivateFile(files.sessionFile, closed);
  } catch {
    // A full disk, or a file that another program holds: the session ends with the visit, and the person is in.
  }
}

/** @returns the kept session while it is valid; null when there is none that this keyring can open */
export async function readKeptSession(
  files: AccountFiles,
  keyring: Keyring,
  operatorNow: Instant,
): Promise<KeptSession | null> {
  if (!existsSync(files.sessionFile)) return null;
  try {
    const text = await keyring.decrypt(readFileSync(files.sessionFile, 'utf8'));
    const kept = text === null ? null : keptSchema.parse(JSON.parse(text));
    return kept && kept.expiresAt > operatorNow ? kept : null;
  } catch {
    // A file of another keyring, or a damaged one, is as good as none.
    return null;
  }
}

export function forgetSession(files: AccountFiles): void {
  try {
    rmSync(files.sessionFile, { force: true });
  } catch {
    // Held by another program, say. Without the password it opens nothing, so whoever leaves can leave.
  }
}
