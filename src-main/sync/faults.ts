import { CabinetError, type ErrorCode, type ErrorParams } from '../../src-shared/bridge/errors';
import { type ProblemCode, problemSchema } from '../../src-shared/operator-api/problems';
import { parseAnswer } from './clean-answer';

/** A fault that may pass by itself: the request is worth another try. */
export class PassingFault extends CabinetError {
  /** How long the operator asked to wait; null: it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    code: ErrorCode,
    params: ErrorParams,
    retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(code, params, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Refusals that the window has its own words for; the rest is said in the operator's words. */
const SAME_CODE: Partial<Record<ProblemCode, ErrorCode>> = {
  'session-expired': 'session-expired',
  unauthorized: 'session-expired',
  'password-change-required': 'password-change-required',
  'wrong-credentials': 'wrong-credentials',
  'temporary-password-expired': 'temporary-password-expired',
  'too-many-attempts': 'too-many-attempts',
  'code-expired': 'code-expired',
  'weak-password': 'weak-password',
  'category-closed': 'category-closed',
  'not-found': 'not-found',
  'resync-required': 'resync-required',
};

const OWN_WORDS_LIMIT = 500;

/** Turns a refusal (status 400…599) into an error of the cabinet. `now` is the operator's time. */
export function refusal(status: number, headers: Headers, body: string, now: number): CabinetError {
  const problem = problemSchema.safeParse(parseJson(body));
  const known = problem.success ? problem.data : null;
  if (status === 429 && known?.code !== 'too-many-attempts') {
    return new PassingFault('rate-limited', {}, retryAfterMs(headers, now));
  }
  if (status >= 500) return new PassingFault('operator-error', { status }, retryAfterMs(headers, now));
  if (!known) {
    return status === 401
      ? new CabinetError('session-expired')
      : new CabinetError('operator-error', { status });
  }
  const code = SAME_CODE[known.code];
  if (code) return new CabinetError(code, known.retryAt ? { retryAt: known.retryAt } : {});
  return new CabinetError('operator-refused', {
    code: known.code,
    detail: (known.detail ?? known.title).slice(0, OWN_WORDS_LIMIT),
    ...(known.rule ? { rule: known.rule } : {}),
    ...(known.field ? { field: known.field } : {}),
    ...(known.retryAt ? { retryAt: known.retryAt } : {}),
  });
}

/** Turns what `fetch` throws into an error of the cabinet; the reason is a short code, never an address. */
export function networkFault(error: unknown, endpoint: string): CabinetError {
  if (error instanceof CabinetError) return error;
  const reason = reasonOf(error);
  // The operator was reached: its answer cannot be unpacked.
  if (/^Z_|CONTENT_DECODING/.test(reason)) {
    return new PassingFault('operator-answer-malformed', { endpoint, field: '' }, null, { cause: error });
  }
  return new PassingFault('operator-unreachable', { reason }, null, { cause: error });
}

function reasonOf(error: unknown): string {
  for (let link = error; link instanceof Error; link = link.cause) {
    const code = 'code' in link && typeof link.code === 'string' ? link.code : '';
    const found = /\b(?:ERR_|UND_ERR_|E|CERT_|Z_)[A-Z0-9_]{3,}\b/.exec(`${code} ${link.message}`);
    if (found) return found[0];
  }
  return 'network';
}

/** Longest wait that an operator can ask for: timers end at 24.8 days and would go off at once after that. */
const LONGEST_RETRY_AFTER_MS = 86_400_000;

/** Retry-After is seconds or a date (RFC 9110). */
function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_RETRY_AFTER_MS) : null;
}

function parseJson(text: string): unknown {
  try {
    return parseAnswer(text);
  } catch {
    return undefined;
  }
}
