import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** Cost of turning a password into a key; kept with every wrap, so that it can be raised later. */
export type KdfCost = { N: number; r: number; p: number };

/** About 64 MB and a third of a second on an office machine: guessing offline is dear. */
export const DEFAULT_COST: KdfCost = { N: 2 ** 16, r: 8, p: 2 };

const KEY_BYTES = 32;
const IV_BYTES = 12;
const base64 = z.base64();

export const passwordWrapSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  N: z
    .int()
    .min(2)
    .max(2 ** 22),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: base64,
  iv: base64,
  data: base64,
  tag: base64,
});
export type PasswordWrap = z.infer<typeof passwordWrapSchema>;

/** Closes a key by a password: AES-256-GCM under a key derived by scrypt. */
export async function wrapKey(key: Buffer, password: string, cost: KdfCost): Promise<PasswordWrap> {
  const salt = randomBytes(16);
  const iv = randomBytes(IV_BYTES);
  const derived = await derive(password, salt, cost);
  try {
    const cipher = createCipheriv('aes-256-gcm', derived, iv);
    const data = Buffer.concat([cipher.update(key), cipher.final()]);
    const text = (bytes: Buffer) => bytes.toString('base64');
    return {
      kdf: 'scrypt',
      N: cost.N,
      r: cost.r,
      p: cost.p,
      salt: text(salt),
      iv: text(iv),
      data: text(data),
      tag: text(cipher.getAuthTag()),
    };
  } finally {
    derived.fill(0);
  }
}

/** @returns the key, or null when the password is not the one it was closed by */
export async function unwrapKey(wrap: PasswordWrap, password: string): Promise<Buffer | null> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const derived = await derive(password, bytes(wrap.salt), wrap);
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived, bytes(wrap.iv));
    decipher.setAuthTag(bytes(wrap.tag));
    return Buffer.concat([decipher.update(bytes(wrap.data)), decipher.final()]);
  } catch {
    return null;
  } finally {
    derived.fill(0);
  }
}

function derive(password: string, salt: Buffer, { N, r, p }: KdfCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Keyboards and systems compose letters differently; the same password must give the same key.
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
