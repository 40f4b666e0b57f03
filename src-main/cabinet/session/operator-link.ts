import { randomUUID } from 'node:crypto';
import { CabinetError, type ErrorCode } from '../../../src-shared/bridge/errors';
import { newPasswordSchema, type Session, type SignIn } from '../../../src-shared/operator-api/sessions';
import type { OperatorClient } from '../../sync/client';
import type { SyncEnvironment } from '../../sync/environment';
import { withRetry } from '../../sync/retry';

/** People wait in front of the form: the operator is given up earlier than by sync. */
const PATIENCE_MS = 15_000;
const FAREWELL_MS = 3_000;

const never = new AbortController().signal;

/** The operator's calls about sessions. All throw CabinetError. */
export function createOperatorLink(client: OperatorClient, environment: SyncEnvironment) {
  const options = { signal: never, limitMs: PATIENCE_MS };
  return {
    signIn: (request: SignIn): Promise<Session> => client.call('createSession', request, options),

    async requestSmsCode(phone: string) {
      const { expiresAt, resendAt } = await client.call('requestSmsCode', { phone }, options);
      return { expiresAt, resendAt };
    },

    async recoverPassword(phone: string) {
      const { expiresAt } = await client.call('recoverPassword', { phone, via: 'email' }, options);
      return { expiresAt };
    },

    /** Sent with one key however often it is tried: a lost answer does not change the password twice. */
    async changePassword(token: string, newPassword: string): Promise<void> {
      const idempotencyKey = randomUUID();
      await withRetry(environment, { signal: never, onWait: () => {} }, () =>
        client.call('changePassword', { newPassword }, { ...options, token, idempotencyKey }),
      );
    },

    /** Tells the operator; whether it hears or not, the session ends here. */
    async signOut(token: string): Promise<void> {
      await client
        .call('deleteSession', undefined, { signal: never, limitMs: FAREWELL_MS, token })
        .catch(() => {});
    },
  };
}

export type OperatorLink = ReturnType<typeof createOperatorLink>;

/** What says nothing about a password: no answer, or one of somebody between here and the operator. */
const NO_WORD: readonly ErrorCode[] = [
  'operator-unreachable',
  'operator-error',
  'operator-answer-malformed',
  'rate-limited',
];

/** Faults after which the account may be opened without the operator. */
export const isOutOfReach = (error: unknown): error is CabinetError =>
  error instanceof CabinetError && NO_WORD.includes(error.code);

/** @throws CabinetError passwords-differ, weak-password */
export function checkNewPassword(password: string, confirmation: string): void {
  if (password !== confirmation) throw new CabinetError('passwords-differ');
  if (!newPasswordSchema.safeParse(password).success) throw new CabinetError('weak-password');
}
