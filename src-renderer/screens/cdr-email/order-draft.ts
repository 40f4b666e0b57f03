import { type CalendarDay, formatDay, type Instant } from '../../../src-shared/domain/period';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { cdrOrderDays } from '../../../src-shared/domain/rules';
import type { CommandBody } from '../../../src-shared/operator-api/commands';
import type { Translate } from '../../i18n/translate';

export type CdrOrderDraft = {
  fromDay: CalendarDay | null;
  toDay: CalendarDay | null;
  direction: CommandBody<'order-cdr-email'>['direction'];
  /** Numbers typed by hand instead of chosen ones. */
  own: boolean;
  list: string;
  numbers: readonly PhoneNumber[];
};

/** At first: the newest month that has days, all of them. */
export function firstCdrOrder(now: Instant): CdrOrderDraft {
  const { last } = cdrOrderDays(now);
  return {
    fromDay: `${last.slice(0, 7)}-01`,
    toDay: last,
    direction: 'both',
    own: false,
    list: '',
    numbers: [],
  };
}

/** What is wrong with the days; null: nothing. */
export function dayFaults(
  { fromDay, toDay }: Pick<CdrOrderDraft, 'fromDay' | 'toDay'>,
  now: Instant,
  t: Translate,
): { from: string | null; to: string | null } {
  const { first, last } = cdrOrderDays(now);
  const fault = (day: CalendarDay | null) => {
    if (day === null) return t('signIn.required');
    return day < first || day > last
      ? t('cdrEmail.dayOut', { first: formatDay(first), last: formatDay(last) })
      : null;
  };
  const crossed = fromDay !== null && toDay !== null && toDay < fromDay ? t('payments.orderBad') : null;
  return { from: fault(fromDay), to: fault(toDay) ?? crossed };
}
