/**
 * Every fault that reaches the window is one of these codes with a few parameters;
 * the window turns them into words of the user's language. Messages never cross.
 */
export const errorCodes = [
  // the person's input
  'bad-input',
  'mask-invalid',
  'passwords-differ',
  'weak-password',
  'wrong-credentials',
  'code-expired',
  'temporary-password-expired',
  'too-many-attempts',
  'category-closed',
  'not-found',
  // session
  'not-signed-in',
  'session-expired',
  'password-change-required',
  'no-offline-copy',
  'offline-password-wrong',
  'cache-key-mismatch',
  // operator and network
  'operator-unreachable',
  'operator-error',
  'operator-answer-malformed',
  'operator-refused',
  'rate-limited',
  'resync-required',
  'cancelled',
  // commands and documents of the operator
  'command-not-waiting',
  'command-may-be-done',
  'command-outcome-unknown',
  'command-needs-network',
  'commands-waiting',
  'document-not-ready',
  'document-damaged',
  'month-not-invoiced',
  'month-incomplete',
  // the machine
  'cache-damaged',
  'cache-newer',
  'backup-unusable',
  'program-incomplete',
  'disk-full',
  'not-writable',
  'data-not-writable',
  'file-busy',
  'export-empty',
  'folder-missing',
  'invoice-paid',
  'order-incomplete',
  'package-incomplete',
  'export-too-large',
  'preview-too-large',
  'print-failed',
  'core-restarted',
  'core-stopped',
  'timeout',
  'too-many-calls',
  'not-available',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Record<string, string | number>;

/** `{code, params}` as it crosses process borders. */
export type BridgeError = { code: ErrorCode; params: ErrorParams };

/** An error with a stable code; everything that users must be told is thrown as this. */
export class CabinetError extends Error {
  override readonly name = 'CabinetError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }

  toBridge(): BridgeError {
    return { code: this.code, params: this.params };
  }
}

/** Turns anything thrown into what may cross; unknown faults become «internal» without their text. */
export function toBridgeError(error: unknown): BridgeError {
  return error instanceof CabinetError ? error.toBridge() : { code: 'internal', params: {} };
}
