import type Database from 'better-sqlite3';
import type { Instant } from '../../../../src-shared/domain/period';
import { Refusal } from '../../problems';
import type { CommandHandlers } from '../types';
import { requireOpen, type SubscriberDesk } from './subscriber-desk';

export type SipPasswords = {
  /** The password of a subscriber's SIP line (guide §3.4). @throws Refusal «not-found» */
  reveal(subscriberId: number, now: Instant): string;
  commands: CommandHandlers<'change-sip-password'>;
};

export function createSipPasswords(db: Database.Database, desk: SubscriberDesk): SipPasswords {
  const read = db.prepare<[number], string>('select password from sip_line where subscriber_id = ?').pluck();
  const write = db.prepare('update sip_line set password = ?, changed_at = ? where subscriber_id = ?');
  return {
    reveal: (subscriberId, now) => {
      const password = read.get(desk.find(subscriberId, now).id);
      if (password === undefined) throw new Refusal('not-found', { field: 'body.subscriberId' });
      return password;
    },
    commands: {
      'change-sip-password':
        ({ body, now }) =>
        () => {
          const subscriber = desk.find(body.subscriberId, now);
          requireOpen(subscriber, now);
          return desk.change(subscriber, now, () => {
            write.run(body.password, now, subscriber.id);
            return subscriber.id;
          });
        },
    },
  };
}
