import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** Cost of turning a password into a key, `p` times scrypt; kept with every wrap, so that it can be raised later. */
export type KdfCost = { N: number; r: number; p: number };

/** Twice 64 MB and a sixth of a second of a core: guessing offline is dear, a third of a second a guess. */
export const DEFAULT_COST: KdfCost = { N: 2 ** 16, r: 8, p: 2 };

const KEY_BYTES = 32;
const IV_BYTES = 12;
const HKDF_PURPOSE = 'SIP Cabinet: key of the password';
const base64 = z.base64();

export const passwordWrapSchema = z.strictObject({
  kdf: z.enum(['scrypt', 'scrypt-lanes']),
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

/** Closes a key by a password: AES-256-GCM under a key derived by scrypt, lane by lane. */
export async function wrapKey(key: Buffer, password: string, cost: KdfCost): Promise<PasswordWrap> {
  const salt = randomBytes(16);
  const iv = randomBytes(IV_BYTES);
  const derived = await deriveByLanes(password, salt, cost);
  try {
    const cipher = createCipheriv('aes-256-gcm', derived, iv);
    const data = Buffer.concat([cipher.update(key), cipher.final()]);
    const text = (bytes: Buffer) => bytes.toString('base64');
    return {
      kdf: 'scrypt-lanes',
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
  const derive = wrap.kdf === 'scrypt-lanes' ? deriveByLanes : deriveAtOnce;
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

/**
 * Every lane is a scrypt of its own with a salt of its own, side by side on the machine's cores; the key needs all of them.
 * So a guess costs what the lanes cost together, and the person waits for one.
 */
async function deriveByLanes(password: string, salt: Buffer, { N, r, p }: KdfCost): Promise<Buffer> {
  const lanes = await Promise.all(
    Array.from({ length: p }, (_, lane) =>
      deriveAtOnce(password, Buffer.concat([salt, Buffer.of(lane)]), { N, r, p: 1 }),
    ),
  );
  const joined = Buffer.concat(lanes);
  const key = Buffer.from(hkdfSync('sha256', joined, salt, HKDF_PURPOSE, KEY_BYTES));
  for (const secret of [...lanes, joined]) secret.fill(0);
  return key;
}

/** As keys of earlier versions were derived: OpenSSL makes the lanes of one scrypt one after another. */
function deriveAtOnce(password: string, salt: Buffer, { N, r, p }: KdfCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Keyboards and systems compose letters differently; the same password must give the same key.
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
