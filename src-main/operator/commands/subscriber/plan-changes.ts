import type Database from 'better-sqlite3';
import { dayOf, formatDay } from '../../../../src-shared/domain/period';
import { planChangeDay, ruleNames } from '../../../../src-shared/domain/rules';
import { planOf, plans } from '../../catalogue/plans';
import { isConnection, pendingPlanChange, planCodeOn } from '../../ledger/subscriber-facts';
import { Refusal } from '../../problems';
import type { CommandHandlers } from '../types';
import { brokenRule } from './broken-rule';
import { requireOpen, requireServing, type SubscriberDesk } from './subscriber-desk';

/** «Смена ТП» (guide §3): from the first of the next month, one change at a time. */
export function createPlanCommands(
  db: Database.Database,
  desk: SubscriberDesk,
): CommandHandlers<'change-plan' | 'cancel-plan-change'> {
  const add = db.prepare(
    'insert into plan_change (subscriber_id, to_code, requested_at, effective_on) values (?, ?, ?, ?)',
  );
  const cancel = db.prepare('update plan_change set cancelled_at = ? where id = ?');
  return {
    'change-plan':
      ({ body, now }) =>
      () => {
        const subscriber = desk.find(body.subscriberId, now);
        const field = 'body.planId';
        const plan = plans.find(({ id }) => id === body.planId);
        if (!plan) throw new Refusal('not-found', { field, detail: 'Такого тарифного плана нет' });
        if (isConnection(subscriber)) {
          throw brokenRule(
            ruleNames.connectionFixed,
            'Тарифный план «SIP-соединение» — план администратора Личного кабинета, заменить его нельзя.',
            { field: 'body.subscriberId' },
          );
        }
        requireServing(subscriber, now);
        const pending = pendingPlanChange(subscriber, now);
        if (pending) {
          throw brokenRule(
            ruleNames.planPending,
            `С ${formatDay(pending.effectiveOn)} уже назначен тарифный план «${planOf(pending.toCode).title}»: ` +
              'сначала отмените эту смену.',
          );
        }
        if (plan.code === planCodeOn(subscriber, dayOf(now))) {
          throw brokenRule(ruleNames.planSame, `Тарифный план «${plan.title}» уже действует.`, { field });
        }
        if (!plan.offered) {
          throw brokenRule(
            ruleNames.planNotOffered,
            `Тарифный план «${plan.title}» не предлагается для этого номера.`,
            { field },
          );
        }
        return desk.change(subscriber, now, () =>
          Number(add.run(subscriber.id, plan.code, now, planChangeDay(now)).lastInsertRowid),
        );
      },
    'cancel-plan-change':
      ({ body, now }) =>
      () => {
        const subscriber = desk.find(body.subscriberId, now);
        const field = 'body.planChangeId';
        const change = subscriber.planChanges.find(({ id }) => id === body.planChangeId);
        if (!change) throw new Refusal('not-found', { field, detail: 'Такой смены тарифного плана нет' });
        requireOpen(subscriber, now);
        if (change !== pendingPlanChange(subscriber, now)) {
          throw brokenRule(
            ruleNames.planChangeDone,
            change.cancelledAt === null
              ? `Тарифный план «${planOf(change.toCode).title}» действует с ${formatDay(change.effectiveOn)}.`
              : 'Смена тарифного плана уже отменена.',
            { field },
          );
        }
        return desk.change(subscriber, now, () => {
          cancel.run(now, change.id);
          return change.id;
        });
      },
  };
}
