import { addDays, type CalendarDay } from '../../../src-shared/domain/period';
import { type DayChanges, type DayKind, shippedKind } from '../../../src-shared/domain/work-calendar';
import type { Language } from '../../i18n/messages';
import type { Translate } from '../../i18n/translate';

const LOCALES: Record<Language, string> = { ru: 'ru-BY', en: 'en-GB' };
/** Any Monday. */
const MONDAY = '2021-05-03';

const formatters = (options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> => ({
  ru: new Intl.DateTimeFormat(LOCALES.ru, { ...options, timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { ...options, timeZone: 'UTC' }),
});
const weekdays = formatters({ weekday: 'short' });
const days = formatters({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const written = (formats: Record<Language, Intl.DateTimeFormat>, day: CalendarDay, language: Language) =>
  formats[language].format(Date.parse(`${day}T00:00:00Z`));

/** «пн» … «вс» */
export const weekdayLetters = (language: Language): string[] =>
  Array.from({ length: 7 }, (_, at) => written(weekdays, addDays(MONDAY, at), language));

export const kindOf = (day: CalendarDay, changes: DayChanges): DayKind =>
  changes.get(day) ?? shippedKind(day);

/** «понедельник, 10 мая 2021 г.: рабочий день» */
export const dayWords = (day: CalendarDay, kind: DayKind, t: Translate, language: Language): string =>
  `${written(days, day, language)}: ${t(`workCalendar.kind.${kind}`)}`;
