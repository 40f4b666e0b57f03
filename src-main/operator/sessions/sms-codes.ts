import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../../src-shared/domain/period';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { SMS_CODE_MS, SMS_CODE_TRIES, SMS_RESEND_MS } from '../config';
import type { Ledger } from '../ledger/ledger';
import { smsCodeText } from '../post/letters';
import type { PostOffice } from '../post/post-office';
import { Refusal } from '../problems';
import { digest, randomCode } from './passwords';

type Row = { code_hash: string | null; expires_at: number; resend_at: number; tries_left: number };

/** One-time codes of sign-in. A number that has no cabinet is answered in the same way, but nothing is sent. */
export type SmsCodes = {
  /** @throws Refusal «rate-limited» before a new code may be asked for. */
  send(phone: PhoneNumber, known: boolean, now: Instant): { expiresAt: Instant; resendAt: Instant };
  /**
   * Uses a code up. @returns false when it is wrong.
   * @throws Refusal «code-expired» when the number has no code that still holds.
   */
  use(phone: PhoneNumber, code: string, now: Instant): boolean;
};

export function createSmsCodes({ db }: Ledger, post: PostOffice): SmsCodes {
  const read = db.prepare<[string], Row>('select * from sms_code where phone = ?');
  const write = db.prepare('insert or replace into sms_code values (?, ?, ?, ?, ?)');
  const countTry = db.prepare('update sms_code set tries_left = tries_left - 1 where phone = ?');
  const drop = db.prepare('update sms_code set code_hash = null, tries_left = 0 where phone = ?');
  const dropOld = db.prepare('delete from sms_code where expires_at < ? and resend_at < ?');
  return {
    send: (phone, known, now) => {
      dropOld.run(now, now);
      const last = read.get(phone);
      if (last && last.resend_at > now) {
        throw new Refusal('rate-limited', { retryAt: last.resend_at, detail: 'Код уже отправлен' });
      }
      const expiresAt = now + SMS_CODE_MS;
      const resendAt = now + SMS_RESEND_MS;
      const code = randomCode();
      db.transaction(() => {
        write.run(phone, known ? digest(code) : null, expiresAt, resendAt, SMS_CODE_TRIES);
        if (known) post.sms({ at: now, to: phone, text: smsCodeText(code) });
      })();
      return { expiresAt, resendAt };
    },
    use: (phone, code, now) => {
      const sent = read.get(phone);
      if (!sent || sent.expires_at <= now || sent.tries_left <= 0) {
        throw new Refusal('code-expired', { detail: 'Запросите новый код' });
      }
      countTry.run(phone);
      const right =
        sent.code_hash !== null && timingSafeEqual(Buffer.from(sent.code_hash), Buffer.from(digest(code)));
      if (right) drop.run(phone);
      return right;
    },
  };
}
