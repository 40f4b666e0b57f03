import type { YearMonth } from '../../src-shared/domain/period';
import type { Language } from '../i18n/messages';

const formats: Record<Language, Intl.DateTimeFormat> = {
  ru: new Intl.DateTimeFormat('ru-BY', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
};

/** «май 2021», as inside a sentence («Начисления за май 2021»). */
export function monthWords(month: YearMonth, language: Language): string {
  const name = formats[language].format(Date.parse(`${month}-01T00:00:00Z`));
  return `${name} ${month.slice(0, 4)}`;
}

/** «Май 2021», as in a list of choices. */
export function monthTitle(month: YearMonth, language: Language): string {
  const words = monthWords(month, language);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
