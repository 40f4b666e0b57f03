import { IntlMessageFormat } from 'intl-messageformat';
import { firstWords } from './first-words';
import type { Language, MessageKey } from './messages';

export type MessageParams = Readonly<Record<string, string | number>>;

/** Puts a message into words. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Numbers and dates follow Belarusian conventions in both languages; only the words change. */
const locales: Record<Language, string> = { ru: 'ru-BY', en: 'en-BY' };

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
    format = new IntlMessageFormat(text, locales[language]);
    compiled[language].set(key, format);
  }
  return String(format.format(params)).replace(GROUP_SPACE, '\u202f');
}
