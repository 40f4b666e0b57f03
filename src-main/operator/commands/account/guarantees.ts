import { formatSum, UNITS_PER_KOPECK } from '../../../../src-shared/domain/money';
import {
  addDays,
  addMonthsToDay,
  type CalendarDay,
  dayOf,
  formatDay,
  type Instant,
  startOfDay,
  type YearMonth,
} from '../../../../src-shared/domain/period';
import type { Guarantee } from '../../../../src-shared/domain/requests';
import { lastPromisedDay, mayRegisterPayments, ruleNames } from '../../../../src-shared/domain/rules';
import type { InvoiceBook } from '../../billing/invoice-book';
import type { PaymentPlan } from '../../billing/payment-plan';
import { monthNumber } from '../../billing/terms';
import type { Publisher } from '../../feeds/publisher';
import type { Ledger } from '../../ledger/ledger';
import { Refusal } from '../../problems';
import { afterWorkingTime } from '../../working-time';
import {
  type PromiseFacts,
  type PromiseState,
  promiseStates,
  suspendingPromise,
  turnsOf,
} from './guarantee-state';

/** «Регистрация платежей» and its history (guide §2.2.2–2.2.3). */
export type Guarantees = {
  /** @throws Refusal «rule-violated», «validation». @returns its id */
  register(request: { amount: number; promisedOn: CalendarDay }, now: Instant): number;
  publish(now: Instant): void;
  /** Next moment at which one of them may change. */
  nextAfter(now: Instant): Instant | null;
  /** True while there is nothing that could suspend the account. */
  none(): boolean;
  /** The broken promise that keeps the account suspended. */
  suspending(now: Instant): PromiseState | undefined;
  /** After the clock was set back: what was promised last is promised now. */
  rewind(now: Instant): void;
};

/** Working time that the operator's review takes. */
const REVIEW_MS = 2 * 3_600_000;

type Row = {
  id: number;
  registered_at: number;
  decide_at: number;
  amount: number;
  promised_on: string;
  month: YearMonth;
};

export function createGuarantees(options: {
  ledger: Ledger;
  publisher: Publisher;
  invoiceBook: InvoiceBook;
  payments: PaymentPlan;
  contract: { number: string; signedOn: CalendarDay };
}): Guarantees {
  const { ledger, publisher, invoiceBook, payments, contract } = options;
  const { db } = ledger;
  const readAll = db.prepare<[], Row>('select * from guarantee order by id');
  const readAny = db.prepare<[], number>('select 1 from guarantee limit 1').pluck();
  const add = db.prepare(
    'insert into guarantee (registered_at, decide_at, amount, promised_on, month) values (?, ?, ?, ?, ?)',
  );

  const moveBack = db.prepare(
    'update guarantee set registered_at = ?, decide_at = ? where registered_at > ?',
  );

  const states = (now: Instant): PromiseState[] =>
    promiseStates(readAll.all().map(toFacts), payments.timeline(), now);

  const checkRequest = (amount: number, promisedOn: CalendarDay, now: Instant): YearMonth => {
    if (!mayRegisterPayments(contract.signedOn, now)) throw tooYoung(contract);
    const due = invoiceBook.outstanding(now);
    if (!due || due.amount === 0) {
      throw new Refusal('rule-violated', {
        rule: ruleNames.invoicePaid,
        detail: 'Регулярный счет оплачен полностью, регистрация оплаты не требуется',
      });
    }
    const open = states(now).find(({ status }) => status === 'pending' || status === 'accepted');
    if (open) throw alreadyOpen(open);
    checkAmount(amount, due.amount);
    checkPromisedDay(promisedOn, now);
    return due.month;
  };

  return {
    register: ({ amount, promisedOn }, now) => {
      const month = checkRequest(amount, promisedOn, now);
      const decideAt = afterWorkingTime(now, REVIEW_MS);
      return Number(add.run(now, decideAt, amount, promisedOn, month).lastInsertRowid);
    },
    publish: (now) => {
      for (const state of states(now)) publisher.publish('guarantees', state.facts.id, itemOf(state, now));
    },
    nextAfter: (now) => {
      const coming = states(now)
        .flatMap(turnsOf)
        .filter((at) => at > now);
      return coming.length > 0 ? Math.min(...coming) : null;
    },
    none: () => readAny.get() === undefined,
    suspending: (now) => suspendingPromise(states(now), now),
    rewind: (now) => {
      moveBack.run(now, afterWorkingTime(now, REVIEW_MS), now);
    },
  };
}

const toFacts = (row: Row): PromiseFacts => ({
  id: row.id,
  registeredAt: row.registered_at,
  decideAt: row.decide_at,
  amount: row.amount,
  promisedOn: row.promised_on,
  month: row.month,
});

const itemOf = ({ facts, status, reason }: PromiseState, now: Instant): Guarantee => ({
  id: facts.id,
  registeredAt: facts.registeredAt,
  amount: facts.amount,
  promisedOn: facts.promisedOn,
  invoiceId: monthNumber(facts.month),
  status,
  reason,
  decidedAt: facts.decideAt <= now ? facts.decideAt : null,
});

function tooYoung({ number, signedOn }: { number: string; signedOn: CalendarDay }): Refusal {
  const opens = addDays(addMonthsToDay(signedOn, 3), 1);
  return new Refusal('rule-violated', {
    rule: ruleNames.contractYoung,
    detail:
      `Договор № ${number} от ${formatDay(signedOn)} действует менее трех месяцев, ` +
      `регистрация платежей откроется ${formatDay(opens)}`,
    retryAt: startOfDay(opens),
  });
}

function alreadyOpen({ facts, status }: PromiseState): Refusal {
  const place = status === 'pending' ? 'рассматривается' : 'принята';
  return new Refusal('rule-violated', {
    rule: ruleNames.guaranteeOpen,
    detail:
      `Заявка от ${formatDay(dayOf(facts.registeredAt))} на ${formatSum(facts.amount)} руб. ` +
      `с оплатой до ${formatDay(facts.promisedOn)} уже ${place}`,
  });
}

function checkAmount(amount: number, debt: number): void {
  const field = 'body.amount';
  if (amount <= 0) {
    throw new Refusal('rule-violated', {
      rule: ruleNames.amountZero,
      field,
      detail: 'Сумма платежа должна быть больше нуля',
    });
  }
  if (amount % UNITS_PER_KOPECK !== 0) {
    throw new Refusal('validation', { field, detail: 'Сумма указывается с точностью до копейки' });
  }
  if (amount > debt) {
    throw new Refusal('rule-violated', {
      rule: ruleNames.amountLarge,
      field,
      detail: `Сумма ${formatSum(amount)} руб. больше задолженности ${formatSum(debt)} руб.`,
    });
  }
}

function checkPromisedDay(promisedOn: CalendarDay, now: Instant): void {
  const field = 'body.promisedOn';
  if (promisedOn <= dayOf(now)) {
    throw new Refusal('rule-violated', {
      rule: ruleNames.promisedEarly,
      field,
      detail: `Дата оплаты ${formatDay(promisedOn)} должна быть не раньше ${formatDay(addDays(dayOf(now), 1))}`,
    });
  }
  const last = lastPromisedDay(now);
  if (promisedOn > last) {
    throw new Refusal('rule-violated', {
      rule: ruleNames.promisedLate,
      field,
      detail: `Дата оплаты ${formatDay(promisedOn)} позже ${formatDay(last)} — 10 числа следующего месяца`,
    });
  }
}
