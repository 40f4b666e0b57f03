import { IntlMessageFormat } from 'intl-messageformat';
import { firstWords } from './first-words';
import type { Language, MessageKey } from './messages';

export type MessageParams = Readonly<Record<string, string | number>>;

/** Puts a message into words. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Of plural rules and words. */
const locales: Record<Language, string> = { ru: 'ru-BY', en: 'en-BY' };

type Locale = string | string[] | undefined;

/** Makes each formatter once: they cost more than what they format. */
function once<Options, Formatter>(make: (locale: Locale, options?: Options) => Formatter) {
  const made = new Map<string, Formatter>();
  return (locale: Locale, options?: Options): Formatter => {
    const key = JSON.stringify([locale, options]);
    const formatter = made.get(key) ?? make(locale, options);
    made.set(key, formatter);
    return formatter;
  };
}

/** Numbers follow Belarusian conventions in both languages: a comma between thousands would be taken for the decimal one. */
const formatters = {
  getNumberFormat: once(
    (_, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales.ru, options),
  ),
  getDateTimeFormat: once(
    (locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  ),
  getPluralRules: once((locale, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options)),
};

/** Thousands stand apart by a narrow space, as they do in sums. */
const GROUP_SPACE = /(?<=\d)\u00a0(?=\d{3})/g;

type Words = Record<Language, Readonly<Partial<Record<MessageKey, string>>>>;
let words: Words = firstWords;

/** Takes over the words of the whole cabinet, which come with its code. */
export function learnWords(all: Words): void {
  words = all;
}

const compiled: Record<Language, Map<MessageKey, IntlMessageFormat>> = { ru: new Map(), en: new Map() };

export const translator: Record<Language, Translate> = {
  ru: (key, params) => translate('ru', key, params),
  en: (key, params) => translate('en', key, params),
};

function translate(language: Language, key: MessageKey, params?: MessageParams): string {
  const text = words[language][key] ?? key;
  if (params === undefined) return text;
  let format = compiled[language].get(key);
  if (!format) {
    format = new IntlMessageFormat(text, locales[language], undefined, { formatters });
    compiled[language].set(key, format);
  }
  return String(format.format(params)).replace(GROUP_SPACE, '\u202f');
}
