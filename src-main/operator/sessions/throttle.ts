import type { Instant } from '../../../src-shared/domain/period';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { LOCK_STEPS_MS, WRONG_TRIES, WRONG_TRIES_WINDOW_MS } from '../config';
import type { Ledger } from '../ledger/ledger';
import { Refusal } from '../problems';

/** What is being guessed. */
type TryKind = 'password' | 'code';

/** Closes a number for a while after wrong tries, known number or not, so it says nothing about the number. */
export type Throttle = {
  /** @throws Refusal «too-many-attempts» while the number is closed. */
  check(phone: PhoneNumber, kind: TryKind, now: Instant): void;
  /** Counts a wrong try. @throws Refusal «too-many-attempts» when this one closes the number. */
  wrong(phone: PhoneNumber, kind: TryKind, now: Instant): void;
  forget(phone: PhoneNumber, kind: TryKind): void;
  /** Forgets everything: the clock was set back, and locks of a time to come would never end. */
  clear(): void;
};

/** A number that was quiet for so long after its last lock begins with the shortest one again. */
const MEMORY_MS = 24 * 3_600_000;

export function createThrottle({ db }: Ledger): Throttle {
  const readLock = db.prepare<[string, string], { step: number; until: number }>(
    'select step, until from lock where phone = ? and kind = ?',
  );
  const writeLock = db.prepare('insert or replace into lock values (?, ?, ?, ?)');
  const dropLock = db.prepare('delete from lock where phone = ? and kind = ?');
  const addTry = db.prepare('insert into wrong_try values (?, ?, ?)');
  const countTries = db
    .prepare<[string, string, number], number>(
      'select count(*) from wrong_try where phone = ? and kind = ? and at > ?',
    )
    .pluck();
  const dropTries = db.prepare('delete from wrong_try where phone = ? and kind = ?');
  const dropOldTries = db.prepare('delete from wrong_try where at <= ?');

  const refuse = (until: Instant): never => {
    throw new Refusal('too-many-attempts', { retryAt: until, detail: 'Повторите попытку позже' });
  };

  return {
    check: (phone, kind, now) => {
      const lock = readLock.get(phone, kind);
      if (lock && lock.until > now) refuse(lock.until);
    },
    wrong: (phone, kind, now) => {
      dropOldTries.run(now - WRONG_TRIES_WINDOW_MS);
      addTry.run(phone, kind, now);
      const lock = readLock.get(phone, kind);
      const remembered = lock && lock.until > now - MEMORY_MS ? lock.step + 1 : 0;
      // After a first lock every further wrong try closes the number again, for longer.
      const tries = countTries.get(phone, kind, now - WRONG_TRIES_WINDOW_MS) ?? 0;
      if (tries < WRONG_TRIES && remembered === 0) return;
      const step = Math.min(remembered, LOCK_STEPS_MS.length - 1);
      const until = now + (LOCK_STEPS_MS[step] as number);
      writeLock.run(phone, kind, step, until);
      dropTries.run(phone, kind);
      refuse(until);
    },
    forget: (phone, kind) => {
      dropTries.run(phone, kind);
      dropLock.run(phone, kind);
    },
    clear: () => {
      db.exec('delete from lock; delete from wrong_try; delete from sms_code');
    },
  };
}
