import type { PhoneNumber } from './phone';

/** Numbers of an own list in one order: what the operator's field holds (guide §2.3.4). */
export const OWN_LIST_MAX = 100;
/** Characters of the field of e-mail addresses (guide §2.3.3). */
export const EMAIL_LIST_MAX = 200;
export const SEPARATOR = ';';

export type NumberListFault =
  | { code: 'empty' }
  /** Parts that are not twelve digits beginning with 375. */
  | { code: 'malformed'; parts: string[] }
  | { code: 'repeated'; numbers: PhoneNumber[] }
  | { code: 'too-many'; count: number };

/** Reads «375xxxxxxxxx;375xxxxxxxxx» (guide §2.3.4). Spaces and line ends around numbers do no harm. */
export function parseNumberList(
  text: string,
): { ok: true; numbers: PhoneNumber[] } | { ok: false; fault: NumberListFault } {
  const parts = text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, fault: { code: 'empty' } };
  const malformed = parts.filter((part) => !/^375\d{9}$/.test(part));
  if (malformed.length > 0) return { ok: false, fault: { code: 'malformed', parts: malformed } };
  const repeated = [...new Set(parts.filter((part, at) => parts.indexOf(part) < at))];
  if (repeated.length > 0) return { ok: false, fault: { code: 'repeated', numbers: repeated } };
  if (parts.length > OWN_LIST_MAX) return { ok: false, fault: { code: 'too-many', count: parts.length } };
  return { ok: true, numbers: parts };
}
