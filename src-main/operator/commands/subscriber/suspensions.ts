import type Database from 'better-sqlite3';
import { addDays, dayOf, daysBetween, formatDay } from '../../../../src-shared/domain/period';
import { ruleNames, SUSPENSION_AHEAD_DAYS, SUSPENSION_MAX_DAYS } from '../../../../src-shared/domain/rules';
import { offerOf } from '../../catalogue/offers';
import { PAUSE_BY_CLIENT } from '../../config';
import { isConnection, pausesAt, type SubscriberFacts, toldPauses } from '../../ledger/subscriber-facts';
import { Refusal } from '../../problems';
import type { CommandHandlers } from '../types';
import { brokenRule } from './broken-rule';
import { requireOpen, type SubscriberDesk } from './subscriber-desk';

/** Pauses of a number (guide §3.2). Nothing of them touches a day that has begun. */
export function createSuspensionCommands(
  db: Database.Database,
  desk: SubscriberDesk,
): CommandHandlers<'suspend-subscriber' | 'resume-subscriber'> {
  const add = db.prepare(
    `insert into suspension (subscriber_id, from_day, to_day, reason, by_client, gross, requested_at)
     values (?, ?, ?, ?, 1, ?, ?)`,
  );
  const end = db.prepare('update suspension set ended_at = ? where id = ?');
  return {
    'suspend-subscriber':
      ({ body, now }) =>
      () => {
        const { fromDay, toDay } = body;
        const subscriber = desk.find(body.subscriberId, now);
        requireNumber(subscriber);
        requireOpen(subscriber, now);
        const first = addDays(dayOf(now), 1);
        const last = addDays(dayOf(now), SUSPENSION_AHEAD_DAYS);
        if (fromDay < first || fromDay > last) {
          throw brokenRule(
            ruleNames.suspensionDays,
            `Приостановка может начаться с ${formatDay(first)} по ${formatDay(last)}.`,
            { field: 'body.fromDay' },
          );
        }
        if (toDay < fromDay || daysBetween(fromDay, toDay) >= SUSPENSION_MAX_DAYS) {
          const latest = formatDay(addDays(fromDay, SUSPENSION_MAX_DAYS - 1));
          throw brokenRule(
            ruleNames.suspensionDays,
            `Приостановка длится от 1 до ${SUSPENSION_MAX_DAYS} дней: с ${formatDay(fromDay)} не позднее чем по ${latest}.`,
            { field: 'body.toDay' },
          );
        }
        const other = pausesAt(subscriber, now).find(
          ({ from, to }) => from <= toDay && (to === null || to >= fromDay),
        );
        if (other) {
          throw brokenRule(
            ruleNames.suspensionOverlaps,
            `На эти дни обслуживание уже приостановлено: ${daysOf(other.from, other.to)} (${other.reason}).`,
            { field: 'body.fromDay' },
          );
        }
        const { oneTimeGross } = offerOf('suspension');
        return desk.change(subscriber, now, () =>
          Number(add.run(subscriber.id, fromDay, toDay, PAUSE_BY_CLIENT, oneTimeGross, now).lastInsertRowid),
        );
      },
    'resume-subscriber':
      ({ body, now }) =>
      () => {
        const subscriber = desk.find(body.subscriberId, now);
        const field = 'body.suspensionId';
        const told = toldPauses(subscriber, now).find(({ id }) => id === body.suspensionId);
        if (!told) throw new Refusal('not-found', { field, detail: 'Такой приостановки у абонента нет' });
        requireNumber(subscriber);
        requireOpen(subscriber, now);
        if (!told.byClient) {
          throw brokenRule(
            ruleNames.suspensionNotYours,
            `Обслуживание приостановлено оператором (${told.reason}): возобновить его может только оператор.`,
            { field },
          );
        }
        const today = dayOf(now);
        const pause = pausesAt(subscriber, now).find(({ id }) => id === told.id);
        if (!pause) throw new Refusal('conflict', { field, detail: 'Приостановка уже отменена.' });
        if (pause.to !== null && pause.to <= today) {
          const detail = `Приостановка и так закончилась: последний день ${formatDay(pause.to)}.`;
          throw new Refusal('conflict', { field, detail });
        }
        return desk.change(subscriber, now, () => {
          end.run(now, told.id);
          return told.id;
        });
      },
  };
}

/** @throws Refusal for «SIP-соединение». */
function requireNumber(subscriber: SubscriberFacts): void {
  if (!isConnection(subscriber)) return;
  throw brokenRule(
    ruleNames.connectionFixed,
    'Номер администратора («SIP-соединение») приостанавливается и возобновляется только по письменному заявлению.',
    { field: 'body.subscriberId' },
  );
}

const daysOf = (from: string, to: string | null): string =>
  to === null ? `с ${formatDay(from)}` : `с ${formatDay(from)} по ${formatDay(to)}`;
