import type { Instant } from '../../../../src-shared/domain/period';
import { formatPhone } from '../../../../src-shared/domain/phone';
import type { CallCentreSettings } from '../../../../src-shared/domain/requests';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { Publisher } from '../../feeds/publisher';
import type { Ledger } from '../../ledger/ledger';
import { type SubscriberFacts, stateAt } from '../../ledger/subscriber-facts';
import { Refusal } from '../../problems';

/** «Мобильный колл-центр»: who answers the main number, when and in what order. */
export type CallCentreDesk = {
  /** @throws Refusal «rule-violated», «validation» */
  change(settings: CallCentreSettings, now: Instant): void;
  /** After the clock was set back: what was set last is set now. */
  rewind(now: Instant): void;
};

const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];

export function createCallCentre(options: {
  ledger: Ledger;
  publisher: Publisher;
  subscribers(): readonly SubscriberFacts[];
}): CallCentreDesk {
  const { db } = options.ledger;
  const write = db.prepare('insert or replace into call_centre values (1, ?, ?)');
  const readLater = db
    .prepare<[Instant], string>('select settings from call_centre where changed_at > ?')
    .pluck();
  const set = (settings: CallCentreSettings, now: Instant) => {
    write.run(now, JSON.stringify(settings));
    options.publisher.publish('call-centre', 1, { id: 1, changedAt: now, settings });
  };
  return {
    change: (settings, now) => {
      checkSettings(settings, options.subscribers(), now);
      set(settings, now);
    },
    rewind: (now) => {
      const later = readLater.get(now);
      if (later !== undefined) set(JSON.parse(later) as CallCentreSettings, now);
    },
  };
}

function checkSettings(
  { enabled, operatorIds, hours, overflowNumber }: CallCentreSettings,
  subscribers: readonly SubscriberFacts[],
  now: Instant,
): void {
  const field = 'body.operatorIds';
  if (enabled && operatorIds.length === 0) {
    throw new Refusal('rule-violated', {
      rule: ruleNames.operatorsNeeded,
      field,
      detail: 'Чтобы включить колл-центр, выберите хотя бы одного оператора',
    });
  }
  if (new Set(operatorIds).size < operatorIds.length) {
    throw new Refusal('validation', { field, detail: 'Оператор выбран дважды' });
  }
  const byId = new Map(subscribers.map((subscriber) => [subscriber.id, subscriber]));
  for (const id of operatorIds) {
    const why = whyNotOperator(byId.get(id), now);
    if (why) throw new Refusal('rule-violated', { rule: ruleNames.operatorNotActive, field, detail: why });
  }
  for (const [index, open] of hours.entries()) {
    if (open === null || open.from < open.to) continue;
    throw new Refusal('rule-violated', {
      rule: ruleNames.hoursCrossed,
      field: `body.hours.${index}`,
      detail: `${WEEKDAYS[index]}: начало работы ${open.from} должно быть раньше окончания ${open.to}`,
    });
  }
  if (operatorIds.some((id) => byId.get(id)?.number === overflowNumber)) {
    throw new Refusal('rule-violated', {
      rule: ruleNames.overflowIsOperator,
      field: 'body.overflowNumber',
      detail: `Номер ${formatPhone(overflowNumber ?? '')} уже выбран оператором`,
    });
  }
}

/** The reason why somebody cannot answer calls; null when nothing is against it. */
function whyNotOperator(subscriber: SubscriberFacts | undefined, now: Instant): string | null {
  if (!subscriber || subscriber.connectedAt > now) return 'Выбранный абонент не принадлежит лицевому счету';
  const { status, reason } = stateAt(subscriber, now);
  if (status === 'active') return null;
  const word = status === 'closed' ? 'отключен' : 'приостановлен';
  return `Номер ${formatPhone(subscriber.number)} ${word}: ${reason}`;
}
