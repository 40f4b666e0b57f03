import type { Delivery } from '../../../../src-shared/domain/account';
import {
  addMonths,
  addMonthsToDay,
  DAY_MS,
  dayOf,
  type Instant,
  monthOf,
  startOfDay,
  type YearMonth,
} from '../../../../src-shared/domain/period';
import type { Appeal, CallCentreSettings, Evidence } from '../../../../src-shared/domain/requests';
import { monthWords } from '../../../../src-shared/domain/words';
import { CONTRACT, DEMO_ACCOUNT, OPENED_ON } from '../../demo/company';
import { createPublisher } from '../../feeds/publisher';
import { openCompany } from '../../ledger/company';
import type { Ledger } from '../../ledger/ledger';
import type { SubscriberFacts } from '../../ledger/subscriber-facts';
import { afterWorkingTime } from '../../working-time';
import { answerText, specialistOf } from './appeal-answers';
import { DESK_META } from './desk-meta';

/** What the demo company has asked for, bought and chosen before the client comes. */
export function fillRequests(
  ledger: Ledger,
  options: { seed: number; epoch: YearMonth; now: Instant },
): void {
  const { seed, epoch, now } = options;
  const subscribers = openCompany(ledger.db).subscribers;
  for (const key of Object.values(DESK_META)) ledger.set(key, null);
  ledger.set(DESK_META.lettersFrom, String(now));
  ledger.db
    .prepare('insert into delivery_setting (since, body) values (0, ?)')
    .run(JSON.stringify(FIRST_DELIVERY));
  fillInstallments(ledger, epoch, subscribers);
  fillAppeals(ledger, seed, now);
  const settings = firstCallCentre(subscribers);
  const changedAt = startOfDay(OPENED_ON) + DAY_MS / 2;
  ledger.db.prepare('insert into call_centre values (1, ?, ?)').run(changedAt, JSON.stringify(settings));
  createPublisher(ledger).publish('call-centre', 1, { id: 1, changedAt, settings });
}

const FIRST_DELIVERY: Delivery = { method: 'email', emails: [DEMO_ACCOUNT.email], formats: ['pdf'] };

/** Numbers of «SIP-номер» that were there from the beginning and have had no break. */
const steady = (subscribers: readonly SubscriberFacts[]): SubscriberFacts[] =>
  subscribers.filter(
    ({ planCode, closedOn, pauses, connectedAt }) =>
      planCode === 'sip-number' &&
      closedOn === null &&
      pauses.length === 0 &&
      dayOf(connectedAt) === OPENED_ON,
  );

function fillInstallments(ledger: Ledger, epoch: YearMonth, subscribers: readonly SubscriberFacts[]): void {
  const add = ledger.db.prepare(
    `insert into installment (subscriber_id, equipment, contract_number, signed_on, price, monthly, first_due)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const sign = (
    subscriberId: number | null,
    equipment: string,
    number: string,
    monthsLater: number,
    price: number,
    monthly: number,
  ) => {
    const signedOn = `${addMonths(epoch, monthsLater)}-14`;
    add.run(subscriberId, equipment, number, signedOn, price, monthly, addMonthsToDay(signedOn, 1));
  };
  sign(null, 'IP-АТС на 50 абонентов', `${CONTRACT.contract.number}-Р1`, 2, 28_800_000, 1_200_000);
  const [holder] = steady(subscribers);
  if (holder) {
    sign(
      holder.id,
      'IP-телефон с цветным экраном, 2 шт.',
      `${CONTRACT.contract.number}-Р2`,
      6,
      7_000_000,
      590_000,
    );
  }
}

type PastAppeal = { daysAgo: number; topic: Appeal['topic']; text: string; aboutInvoice: boolean };

const PAST_APPEALS: readonly PastAppeal[] = [
  {
    daysAgo: 75,
    topic: 'documents',
    text: 'Просим подготовить оригинал счета с печатью для сверки.',
    aboutInvoice: true,
  },
  {
    daysAgo: 5,
    topic: 'services',
    text: 'Можно ли заменить пакет SIP 3000 минут в другие сети на меньший и с какого дня он начнет действовать?',
    aboutInvoice: false,
  },
];

function fillAppeals(ledger: Ledger, seed: number, now: Instant): void {
  const add = ledger.db.prepare(
    `insert into appeal (opened_at, subscriber_id, topic, evidence, taken_at, answer_at, last_at)
     values (?, null, ?, ?, ?, null, ?)`,
  );
  const addMessage = ledger.db.prepare(
    'insert into appeal_message (appeal_id, at, sender, author, text) values (?, ?, ?, ?, ?)',
  );
  for (const { daysAgo, topic, text, aboutInvoice } of PAST_APPEALS) {
    const openedAt = startOfDay(dayOf(now - daysAgo * DAY_MS)) + 10 * 3_600_000;
    const answeredAt = afterWorkingTime(openedAt, 4 * 3_600_000);
    if (dayOf(openedAt) <= OPENED_ON || answeredAt > now) continue;
    const invoiced = `Счет за ${monthWords(addMonths(monthOf(openedAt), -2))}`;
    const evidence: Evidence[] = aboutInvoice ? [{ kind: 'invoice', text: invoiced, recordId: null }] : [];
    const facts = JSON.stringify(evidence);
    const id = Number(add.run(openedAt, topic, facts, openedAt, answeredAt).lastInsertRowid);
    addMessage.run(id, openedAt, 'client', CONTRACT.organisation, text);
    const answer = answerText({ topic, evidence, openedAt, round: 0 });
    addMessage.run(id, answeredAt, 'operator', specialistOf(seed, id), answer);
  }
}

function firstCallCentre(subscribers: readonly SubscriberFacts[]): CallCentreSettings {
  const workday = { from: '09:00', to: '18:00' };
  const operatorIds = steady(subscribers)
    .slice(0, 3)
    .map(({ id }) => id);
  return {
    enabled: operatorIds.length > 0,
    operatorIds,
    distribution: 'in-order',
    hours: [workday, workday, workday, workday, workday, null, null],
    followCalendar: true,
    waitLimitS: 30,
    overflowNumber: null,
    greeting: `Здравствуйте! Вы позвонили в ${CONTRACT.organisation}. Оставайтесь на линии.`,
  };
}
