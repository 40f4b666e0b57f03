import type Database from 'better-sqlite3';
import { formatInstant } from '../../../../src-shared/domain/period';
import { findOffer, offerOf } from '../../catalogue/offers';
import { Refusal } from '../../problems';
import type { CommandHandlers } from '../types';
import { checkAddition, checkRemoval } from './service-rules';
import { requireServing, type SubscriberDesk } from './subscriber-desk';

/** «Добавление услуг», «Удаление услуг» (guide §3.2): both take effect at once. */
export function createServiceCommands(
  db: Database.Database,
  desk: SubscriberDesk,
): CommandHandlers<'add-service' | 'remove-service'> {
  const connect = db.prepare(
    `insert into service (subscriber_id, code, connected_at, once_gross, requested) values (?, ?, ?, ?, 1)`,
  );
  const disconnect = db.prepare('update service set disconnected_at = ? where id = ?');
  return {
    'add-service':
      ({ body, now }) =>
      () => {
        const subscriber = desk.find(body.subscriberId, now);
        const offer = findOffer(body.code);
        if (!offer) throw new Refusal('not-found', { field: 'body.code', detail: 'Такой услуги нет' });
        requireServing(subscriber, now);
        checkAddition(subscriber, offer, now);
        return desk.change(subscriber, now, () =>
          Number(connect.run(subscriber.id, offer.code, now, offer.oneTimeGross).lastInsertRowid),
        );
      },
    'remove-service':
      ({ body, now }) =>
      () => {
        const subscriber = desk.find(body.subscriberId, now);
        const service = subscriber.services.find(({ id }) => id === body.serviceId);
        const field = 'body.serviceId';
        if (!service || service.connectedAt > now) {
          throw new Refusal('not-found', { field, detail: 'Такой услуги у абонента нет' });
        }
        requireServing(subscriber, now);
        if (service.disconnectedAt !== null) {
          const when = formatInstant(service.disconnectedAt);
          const detail = `Услуга «${offerOf(service.code).title}» уже отключена ${when}.`;
          throw new Refusal('conflict', { field, detail });
        }
        checkRemoval(subscriber, service, now);
        return desk.change(subscriber, now, () => {
          disconnect.run(now, service.id);
          return service.id;
        });
      },
  };
}
