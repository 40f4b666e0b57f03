import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

const COST = { N: 16_384, r: 8, p: 1 } as const;
const KEY_BYTES = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** scrypt with its own salt, «salt:key» in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(password, salt)).toString('base64')}`;
}

/** Nobody's password: compared with where a number or a temporary password is not there, so that takes as long. */
const NOBODY = `${Buffer.alloc(16).toString('base64')}:${randomBytes(KEY_BYTES).toString('base64')}`;

export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [salt = '', key = ''] = (hash ?? NOBODY).split(':');
  const derived = await derive(password, Buffer.from(salt, 'base64'));
  return timingSafeEqual(derived, Buffer.from(key, 'base64')) && hash !== null;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';
const TEMPORARY_LENGTH = 10;

/** Ten letters and digits, at least one of each, without the ones that look alike. */
export function randomPassword(): string {
  const pool = LETTERS + DIGITS;
  const chars = Array.from({ length: TEMPORARY_LENGTH - 2 }, () => pool[randomInt(pool.length)]);
  for (const kind of [LETTERS, DIGITS])
    chars.splice(randomInt(chars.length + 1), 0, kind[randomInt(kind.length)]);
  return chars.join('');
}

/** Six digits. */
export const randomCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** 256 random bits. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Tokens and codes are random or short-lived, so a plain digest is enough to keep them by. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
