import {
  type CalendarDay,
  formatDay,
  formatInstant,
  type Instant,
  type YearMonth,
} from '../../../../src-shared/domain/period';
import {
  cdrOrderDays,
  formingEnds,
  isFormingPeriod,
  orderableInvoiceMonths,
  ruleNames,
} from '../../../../src-shared/domain/rules';
import { monthWords } from '../../../../src-shared/domain/words';
import { Refusal } from '../../problems';

/** Rules of ordering documents (guide §2.3). Each throws a refusal that says what would be right. */

/** Orders are closed while invoices are being formed: from the 1st to the 3rd, Minsk time. */
export function checkNotForming(now: Instant): void {
  if (!isFormingPeriod(now)) return;
  const opens = formingEnds(now);
  throw new Refusal('rule-violated', {
    rule: ruleNames.forming,
    detail:
      'Услуга не оказывается в период формирования счетов за услуги связи (с 1 по 3 число каждого месяца). ' +
      `Заказ откроется ${formatInstant(opens)}`,
    retryAt: opens,
  });
}

/** Invoices of the two previous months can be ordered. @param invoiced says whether a month has an invoice. */
export function checkInvoiceMonth(
  month: YearMonth,
  invoiced: (month: YearMonth) => boolean,
  now: Instant,
): void {
  const months = orderableInvoiceMonths(now);
  const refuse = (detail: string) =>
    new Refusal('rule-violated', { rule: ruleNames.invoiceMonth, field: 'body.month', detail });
  if (!months.includes(month)) {
    throw refuse(
      `Счет можно заказать за ${months.map(monthWords).join(' или ')}, выбран ${monthWords(month)}`,
    );
  }
  if (!invoiced(month)) throw refuse(`За ${monthWords(month)} счет не выставлялся`);
}

/** Days of a detalization: inside the previous month and the current one up to yesterday. */
export function checkCdrDays(fromDay: CalendarDay, toDay: CalendarDay, now: Instant): void {
  const { first, last } = cdrOrderDays(now);
  const refuse = (field: string, detail: string) =>
    new Refusal('rule-violated', { rule: ruleNames.cdrDays, field, detail });
  const range = `с ${formatDay(first)} по ${formatDay(last)}`;
  if (fromDay > toDay) {
    throw refuse('body.fromDay', `Начальная дата ${formatDay(fromDay)} позже конечной ${formatDay(toDay)}`);
  }
  if (fromDay < first) {
    throw refuse('body.fromDay', `Детализация доступна ${range}, начальная дата ${formatDay(fromDay)}`);
  }
  if (toDay > last) {
    throw refuse('body.toDay', `Детализация доступна ${range}, конечная дата ${formatDay(toDay)}`);
  }
}

/** Numbers of an order belong to the company, and none of them is there twice. */
export function checkNumbers(numbers: readonly string[], isOwn: (number: string) => boolean): void {
  const field = 'body.numbers';
  const seen = new Set<string>();
  const repeated = new Set(numbers.filter((number) => seen.size === seen.add(number).size));
  if (repeated.size > 0) {
    throw new Refusal('validation', { field, detail: `Номер указан дважды: ${listed([...repeated])}` });
  }
  const foreign = numbers.filter((number) => !isOwn(number));
  if (foreign.length === 0) return;
  throw new Refusal('rule-violated', {
    rule: ruleNames.foreignNumbers,
    field,
    detail: `Номера не принадлежат Вашей компании: ${listed(foreign)}`,
  });
}

const LISTED = 20;
const listed = (numbers: readonly string[]): string =>
  numbers.length <= LISTED
    ? numbers.join(', ')
    : `${numbers.slice(0, LISTED).join(', ')} и еще ${numbers.length - LISTED}`;
