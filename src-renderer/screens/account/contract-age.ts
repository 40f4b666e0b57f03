import { addMonthsToDay, type CalendarDay } from '../../../src-shared/domain/period';
import type { Translate } from '../../i18n/translate';

/** Whole months from one day to another. */
export function wholeMonths(from: CalendarDay, to: CalendarDay): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return Math.max(0, addMonthsToDay(from, months) > to ? months - 1 : months);
}

/** «действует 3 года 1 месяц»: whether payments can be registered depends on it (guide §2.2.3). */
export function contractAgeWords(signedOn: CalendarDay, today: CalendarDay, t: Translate): string {
  const months = wholeMonths(signedOn, today);
  if (months === 0) return t('account.age.new');
  const parts = [
    months >= 12 && t('account.age.years', { count: Math.floor(months / 12) }),
    months % 12 > 0 && t('account.age.months', { count: months % 12 }),
  ];
  return t('account.age', { age: parts.filter(Boolean).join(' ') });
}
