import { z } from 'zod';

/**
 * Every refusal of the operator is an RFC 9457 problem with one of these stable codes.
 * Clients show their own words for a code; `detail` is the operator's reason for people.
 */
export const problemCodes = [
  'validation',
  'unauthorized',
  'session-expired',
  'password-change-required',
  'wrong-credentials',
  'temporary-password-expired',
  'too-many-attempts',
  'code-expired',
  'weak-password',
  'category-closed',
  'not-administrator',
  'not-found',
  'method-not-allowed',
  'conflict',
  'idempotency-mismatch',
  'resync-required',
  'payload-too-large',
  'rate-limited',
  'rule-violated',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.enum(problemCodes),
  detail: z.string().optional(),
  /** Field the problem is about, as a JSON path («body.phone»). */
  field: z.string().optional(),
  /** Instant from which a new try makes sense. */
  retryAt: z.int().positive().optional(),
  /** Stable name of the broken rule for «rule-violated» («channels-once-in-7-days»). */
  rule: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
