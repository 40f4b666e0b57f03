import { Refusal } from './problems';

/** What goes wrong on purpose, so that clients can be seen coping. */
export type OperatorFaults = {
  /** Nothing listens on the operator's port. */
  offline: boolean;
  /** Every answer waits for so long. */
  latencyMs: number;
  /** The next N answers are 503 with Retry-After. */
  serverErrors: number;
  /** The next N answers with a body break off in its middle. */
  cutBodies: number;
  /** After how many bytes of the body they do. */
  cutBodyAfterBytes: number;
  /** Pages of calls repeat some of their records. */
  duplicateCdrs: boolean;
  /** Some calls of the previous month come late: when this is turned on, and whenever the clock is set. */
  lateCdrs: boolean;
};

export const NO_FAULTS: OperatorFaults = {
  offline: false,
  latencyMs: 0,
  serverErrors: 0,
  cutBodies: 0,
  cutBodyAfterBytes: 400,
  duplicateCdrs: false,
  lateCdrs: false,
};

const RETRY_AFTER_MS = 1_000;

/** Takes one of the ordered server errors. */
export function takeServerError(faults: OperatorFaults, now: number): Refusal | null {
  if (faults.serverErrors <= 0) return null;
  faults.serverErrors--;
  return new Refusal('unavailable', { retryAt: now + RETRY_AFTER_MS, detail: 'Ведутся работы' });
}
