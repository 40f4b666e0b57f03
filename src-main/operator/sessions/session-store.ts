import type { Instant } from '../../../src-shared/domain/period';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { SESSION_MS } from '../config';
import type { Ledger } from '../ledger/ledger';
import { Refusal } from '../problems';
import { digest, randomToken } from './passwords';

export type SessionFacts = {
  tokenHash: string;
  phone: PhoneNumber;
  method: 'password' | 'sms';
  passwordState: 'permanent' | 'temporary';
  expiresAt: Instant;
};

type Row = {
  token_hash: string;
  phone: string;
  method: SessionFacts['method'];
  password_state: SessionFacts['passwordState'];
  expires_at: number;
};

/** Sessions by the digest of their token; the token itself is only told to the client. */
export type SessionStore = {
  open(
    session: Omit<SessionFacts, 'tokenHash' | 'expiresAt'>,
    now: Instant,
  ): { token: string; expiresAt: Instant };
  /** @throws Refusal «unauthorized» for an unknown token, «session-expired» for an old one. */
  require(token: string | null, now: Instant): SessionFacts;
  close(tokenHash: string): void;
  /** After a new password: other sessions end, this one needs no change any more. */
  keepOnly(session: SessionFacts): void;
  expireAll(now: Instant): void;
};

/** Expired sessions are remembered so long, to be told from unknown ones. */
const MEMORY_MS = 30 * 24 * 3_600_000;

export function createSessionStore({ db }: Ledger): SessionStore {
  const add = db.prepare('insert into session values (?, ?, ?, ?, ?)');
  const read = db.prepare<[string], Row>('select * from session where token_hash = ?');
  const remove = db.prepare('delete from session where token_hash = ?');
  const removeOld = db.prepare('delete from session where expires_at < ?');
  const removeOthers = db.prepare('delete from session where phone = ? and token_hash <> ?');
  const settle = db.prepare("update session set password_state = 'permanent' where token_hash = ?");
  const expire = db.prepare('update session set expires_at = min(expires_at, ?)');
  return {
    open: ({ phone, method, passwordState }, now) => {
      removeOld.run(now - MEMORY_MS);
      const token = randomToken();
      const expiresAt = now + SESSION_MS;
      add.run(digest(token), phone, method, passwordState, expiresAt);
      return { token, expiresAt };
    },
    require: (token, now) => {
      const row = token === null ? undefined : read.get(digest(token));
      if (!row) throw new Refusal('unauthorized');
      if (row.expires_at <= now) throw new Refusal('session-expired', { detail: 'Войдите снова' });
      return {
        tokenHash: row.token_hash,
        phone: row.phone,
        method: row.method,
        passwordState: row.password_state,
        expiresAt: row.expires_at,
      };
    },
    close: (tokenHash) => {
      remove.run(tokenHash);
    },
    keepOnly: ({ phone, tokenHash }) => {
      removeOthers.run(phone, tokenHash);
      settle.run(tokenHash);
    },
    expireAll: (now) => {
      expire.run(now);
    },
  };
}
