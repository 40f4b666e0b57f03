import type { Instant } from '../../../src-shared/domain/period';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { TEMPORARY_PASSWORD_MS } from '../config';
import type { Ledger } from '../ledger/ledger';
import { hashPassword, passwordMatches } from './passwords';

type Row = { permanent: string | null; temporary: string | null; temporary_expires_at: number | null };

type PasswordCheck = 'permanent' | 'temporary' | 'temporary-expired' | 'wrong';

/** Passwords of the cabinet's administrators. Only «SIP-соединение» numbers are in here. */
export type Credentials = {
  knows(phone: PhoneNumber): boolean;
  check(phone: PhoneNumber, password: string, now: Instant): Promise<PasswordCheck>;
  /** Makes a temporary password beside the permanent one. @returns when it ends. */
  setTemporary(phone: PhoneNumber, hash: string, now: Instant): Instant;
  temporaryMatches(phone: PhoneNumber, password: string): Promise<boolean>;
  setPermanent(phone: PhoneNumber, hash: string): void;
  /** Gives the number its first password when it has none. */
  begin(phone: PhoneNumber, password: string): Promise<void>;
};

export function createCredentials({ db }: Ledger): Credentials {
  const read = db.prepare<[string], Row>('select * from credential where phone = ?');
  const add = db.prepare('insert or ignore into credential (phone, permanent) values (?, ?)');
  const writeTemporary = db.prepare(
    'update credential set temporary = ?, temporary_expires_at = ? where phone = ?',
  );
  const writePermanent = db.prepare(
    'update credential set permanent = ?, temporary = null, temporary_expires_at = null where phone = ?',
  );
  return {
    knows: (phone) => read.get(phone) !== undefined,
    check: async (phone, password, now) => {
      const row = read.get(phone);
      // Always two comparisons: how long it takes says nothing about the number.
      const permanent = await passwordMatches(password, row?.permanent ?? null);
      const temporary = await passwordMatches(password, row?.temporary ?? null);
      if (permanent) return 'permanent';
      if (!temporary) return 'wrong';
      return (row?.temporary_expires_at ?? 0) > now ? 'temporary' : 'temporary-expired';
    },
    setTemporary: (phone, hash, now) => {
      const expiresAt = now + TEMPORARY_PASSWORD_MS;
      writeTemporary.run(hash, expiresAt, phone);
      return expiresAt;
    },
    temporaryMatches: (phone, password) => passwordMatches(password, read.get(phone)?.temporary ?? null),
    setPermanent: (phone, hash) => {
      writePermanent.run(hash, phone);
    },
    begin: async (phone, password) => {
      if (read.get(phone) === undefined) add.run(phone, await hashPassword(password));
    },
  };
}
