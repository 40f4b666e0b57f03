import { z } from 'zod';
import { EMAIL_LIST_MAX, SEPARATOR } from './number-list';

export type EmailListFault =
  | { code: 'empty' }
  | { code: 'spaces' }
  | { code: 'too-long'; length: number }
  | { code: 'malformed'; parts: string[] }
  | { code: 'repeated'; emails: string[] };

const email = z.email();

/** Reads the field of addresses (guide §2.3.3): joined by «;» without spaces, at most 200 characters. */
export function parseEmailList(
  text: string,
): { ok: true; emails: string[] } | { ok: false; fault: EmailListFault } {
  const typed = text.trim();
  if (typed === '') return { ok: false, fault: { code: 'empty' } };
  if (/\s/.test(typed)) return { ok: false, fault: { code: 'spaces' } };
  if (typed.length > EMAIL_LIST_MAX) return { ok: false, fault: { code: 'too-long', length: typed.length } };
  const parts = typed.split(SEPARATOR);
  const malformed = parts.filter((part) => !email.safeParse(part).success);
  if (malformed.length > 0) return { ok: false, fault: { code: 'malformed', parts: malformed } };
  const folded = parts.map((part) => part.toLowerCase());
  const repeated = parts.filter((_, at) => folded.indexOf(folded[at] as string) < at);
  if (repeated.length > 0) return { ok: false, fault: { code: 'repeated', emails: repeated } };
  return { ok: true, emails: parts };
}
