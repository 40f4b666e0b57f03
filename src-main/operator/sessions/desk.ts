import type { Instant } from '../../../src-shared/domain/period';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import type { Session, SignIn } from '../../../src-shared/operator-api/sessions';
import { RECOVERIES_IN_WINDOW, TEMPORARY_PASSWORD_MS, WRONG_TRIES_WINDOW_MS } from '../config';
import { ACCOUNT_NUMBER, CONTRACT } from '../demo/company';
import type { Ledger } from '../ledger/ledger';
import { recoveryLetter } from '../post/letters';
import type { PostOffice } from '../post/post-office';
import { Refusal } from '../problems';
import type { Credentials } from './credentials';
import { hashPassword, randomPassword } from './passwords';
import type { SessionFacts, SessionStore } from './session-store';
import type { SmsCodes } from './sms-codes';
import type { Throttle } from './throttle';

/** Sign-in rules of the operator (guide §1). */
export type Desk = {
  signIn(request: SignIn, now: Instant): Promise<Session>;
  sendCode(phone: PhoneNumber, now: Instant): { expiresAt: Instant; resendAt: Instant };
  recover(phone: PhoneNumber, now: Instant): Promise<{ expiresAt: Instant }>;
  /** Checks and prepares a new password. @returns what makes it the password, to be run in one transaction. */
  changePassword(session: SessionFacts, newPassword: string): Promise<() => void>;
};

export function createDesk(options: {
  ledger: Ledger;
  credentials: Credentials;
  sessions: SessionStore;
  codes: SmsCodes;
  throttle: Throttle;
  post: PostOffice;
  accountId(): number;
}): Desk {
  const { ledger, credentials, sessions, codes, throttle, post, accountId } = options;
  const { db } = ledger;
  const addRecovery = db.prepare("insert into wrong_try values (?, 'recovery', ?)");
  const recoveries = db.prepare<[string, number], number>(
    "select at from wrong_try where phone = ? and kind = 'recovery' and at > ? order by at",
  );

  const open = (
    phone: PhoneNumber,
    method: 'password' | 'sms',
    state: 'permanent' | 'temporary',
    now: Instant,
  ) => {
    const { token, expiresAt } = sessions.open({ phone, method, passwordState: state }, now);
    return {
      token,
      expiresAt,
      passwordState: state,
      method,
      accountId: accountId(),
      accountNumber: ACCOUNT_NUMBER,
      organisation: CONTRACT.organisation,
      phone,
      serverTime: now,
    };
  };

  const refuseWrong = (phone: PhoneNumber, kind: 'password' | 'code', now: Instant): never => {
    throttle.wrong(phone, kind, now);
    throw new Refusal('wrong-credentials');
  };

  const byPassword = async (phone: PhoneNumber, password: string, now: Instant): Promise<Session> => {
    throttle.check(phone, 'password', now);
    const check = await credentials.check(phone, password, now);
    // Tries that were sent at the same time count as well.
    throttle.check(phone, 'password', now);
    if (check === 'wrong') return refuseWrong(phone, 'password', now);
    if (check === 'temporary-expired') {
      throw new Refusal('temporary-password-expired', {
        detail: 'Временный пароль действовал 24 часа. Запросите новый.',
      });
    }
    throttle.forget(phone, 'password');
    return open(phone, 'password', check, now);
  };

  const byCode = (phone: PhoneNumber, code: string, now: Instant): Session => {
    throttle.check(phone, 'code', now);
    if (!codes.use(phone, code, now)) return refuseWrong(phone, 'code', now);
    throttle.forget(phone, 'code');
    return open(phone, 'sms', 'permanent', now);
  };

  return {
    signIn: async (request, now) =>
      request.method === 'password'
        ? byPassword(request.phone, request.password, now)
        : byCode(request.phone, request.code, now),

    sendCode: (phone, now) => codes.send(phone, credentials.knows(phone), now),

    recover: async (phone, now) => {
      const earlier = recoveries.pluck().all(phone, now - WRONG_TRIES_WINDOW_MS);
      if (earlier.length >= RECOVERIES_IN_WINDOW) {
        throw new Refusal('rate-limited', { retryAt: Number(earlier[0]) + WRONG_TRIES_WINDOW_MS });
      }
      addRecovery.run(phone, now);
      const password = randomPassword();
      // Hashed for unknown numbers too: the answer comes no sooner.
      const hash = await hashPassword(password);
      if (credentials.knows(phone)) {
        db.transaction(() => {
          credentials.setTemporary(phone, hash, now);
          post.mail({ at: now, to: CONTRACT.contactEmail, ...recoveryLetter(phone, password) });
        })();
      }
      return { expiresAt: now + TEMPORARY_PASSWORD_MS };
    },

    changePassword: async (session, newPassword) => {
      if (await credentials.temporaryMatches(session.phone, newPassword)) {
        throw new Refusal('weak-password', {
          field: 'body.newPassword',
          detail: 'Новый пароль не должен совпадать с временным',
        });
      }
      const hash = await hashPassword(newPassword);
      return () => {
        credentials.setPermanent(session.phone, hash);
        sessions.keepOnly(session);
      };
    },
  };
}
