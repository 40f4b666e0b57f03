import { CabinetError } from '../../../src-shared/bridge/errors';
import { PassingFault } from '../faults';

/** What a try that brought no answer «done» means for the command. */
export type Verdict =
  /** The operator has refused it for good. */
  | { kind: 'refused'; error: CabinetError }
  /** Only a person can go on: the session is over. */
  | { kind: 'sign-in'; error: CabinetError }
  /** The program ends; the command stays as it is and is revived by the next start. */
  | { kind: 'stopped' }
  /** It is tried again later. */
  | {
      kind: 'later';
      error: CabinetError;
      /** How long the operator asked to wait; null: it did not say. */
      retryAfterMs: number | null;
      /** True when the operator may have done it although no answer came. */
      mayBeDone: boolean;
      /** True when nothing else would get through either. */
      networkGone: boolean;
    };

/** Reasons of faults, of Node and of Chromium, after which no byte of the request can have reached the operator. */
const NEVER_LEFT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_PROXY_CONNECTION_FAILED',
]);

/** The same of a certificate: it is looked at before anything is sent. */
const CERTIFICATE = /^(ERR_(TLS_)?)?CERT_/;

/** Refusals that mean nothing of the command itself: another session can send it. */
const SESSION = ['session-expired', 'password-change-required'] as const;

/** Faults that are no answer to the command: somebody between here and the operator, or a broken answer of it. */
const NO_ANSWER = ['operator-error', 'operator-answer-malformed', 'too-many-attempts', 'internal'] as const;

const isOneOf = (codes: readonly string[], error: CabinetError): boolean => codes.includes(error.code);

/** @param now the operator's time, by which it names instants to wait for */
export function judge(thrown: unknown, now: number): Verdict {
  // A fault nobody foresaw must neither lose a command nor repeat it as a new one.
  const error = thrown instanceof CabinetError ? thrown : new CabinetError('internal', {}, { cause: thrown });
  if (error.code === 'cancelled') return { kind: 'stopped' };
  if (isOneOf(SESSION, error)) return { kind: 'sign-in', error };
  if (!(error instanceof PassingFault) && !isOneOf(NO_ANSWER, error)) return { kind: 'refused', error };
  return {
    kind: 'later',
    error,
    retryAfterMs: waitOf(error, now),
    mayBeDone: mayBeDone(error),
    networkGone: error.code === 'operator-unreachable',
  };
}

function waitOf(error: CabinetError, now: number): number | null {
  if (error instanceof PassingFault) return error.retryAfterMs;
  const { retryAt } = error.params;
  return typeof retryAt === 'number' ? Math.max(0, retryAt - now) : null;
}

/** Refusals to serve (429, 503, a proxy's 4xx) leave nothing done; lost and broken answers tell nothing. */
function mayBeDone(error: CabinetError): boolean {
  const { reason, status } = error.params;
  switch (error.code) {
    case 'operator-unreachable':
      return !NEVER_LEFT.has(reason) && !CERTIFICATE.test(String(reason));
    case 'operator-error':
      return Number(status) >= 500 && status !== 503;
    case 'rate-limited':
    case 'too-many-attempts':
      return false;
    default:
      return true;
  }
}
