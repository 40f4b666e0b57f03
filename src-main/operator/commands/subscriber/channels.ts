import type Database from 'better-sqlite3';
import { formatInstant } from '../../../../src-shared/domain/period';
import { channelsOpenAt, ruleNames } from '../../../../src-shared/domain/rules';
import { findOffer, offerOf } from '../../catalogue/offers';
import { connectedAt, isConnection } from '../../ledger/subscriber-facts';
import { Refusal } from '../../problems';
import type { CommandHandlers } from '../types';
import { brokenRule } from './broken-rule';
import { requireServing, type SubscriberDesk } from './subscriber-desk';

/** «SIP-многоканальность» (guide §3.3): another package takes effect at once, and not more than once in 7 days. */
export function createChannelCommands(
  db: Database.Database,
  desk: SubscriberDesk,
): CommandHandlers<'change-channels'> {
  const connect = db.prepare(
    'insert into service (subscriber_id, code, connected_at, requested) values (?, ?, ?, 1)',
  );
  const disconnect = db.prepare('update service set disconnected_at = ? where id = ?');
  return {
    'change-channels':
      ({ body, now }) =>
      () => {
        const subscriber = desk.find(body.subscriberId, now);
        const field = 'body.code';
        if (!isConnection(subscriber)) {
          throw brokenRule(
            ruleNames.channelsOnlyConnection,
            'Подключение пакетов многоканальности возможно только на абоненте «SIP-соединение».',
            { field: 'body.subscriberId' },
          );
        }
        const offer = findOffer(body.code);
        if (offer?.kind !== 'channels') {
          throw new Refusal('not-found', { field, detail: 'Такого пакета каналов нет' });
        }
        requireServing(subscriber, now);
        const current = connectedAt(subscriber, now).find(({ code }) => offerOf(code).kind === 'channels');
        if (current?.code === offer.code) {
          throw brokenRule(ruleNames.channelsSame, `Пакет на ${offer.channels} каналов уже подключен.`, {
            field,
          });
        }
        if (!offer.planCodes.includes(subscriber.planCode)) {
          throw brokenRule(
            ruleNames.serviceNotAllowed,
            `Пакет на ${offer.channels} каналов больше не подключается.`,
            { field },
          );
        }
        if (current && now < channelsOpenAt(current.connectedAt)) {
          const retryAt = channelsOpenAt(current.connectedAt);
          throw brokenRule(
            ruleNames.channelsWait,
            'Смена пакета каналов доступна 1 раз в 7 дней. ' +
              `Последняя смена: ${formatInstant(current.connectedAt)}, следующая возможна с ${formatInstant(retryAt)}.`,
            { retryAt },
          );
        }
        return desk.change(subscriber, now, () => {
          if (current) disconnect.run(now, current.id);
          return Number(connect.run(subscriber.id, offer.code, now).lastInsertRowid);
        });
      },
  };
}
