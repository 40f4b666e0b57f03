import { expect, it } from 'vitest';
import { type MessageKey, messages } from './messages';
import { learnWords, type MessageParams, translator } from './translate';

learnWords(messages);

it.each<[MessageKey, MessageParams, string]>([
  ['errors.preview-too-large.what', { rows: 12_351 }, '12\u202f351 строка.'],
  ['errors.preview-too-large.what', { rows: 12_352 }, '12\u202f352 строки.'],
  ['errors.preview-too-large.what', { rows: 12_355 }, '12\u202f355 строк.'],
  ['services.feeNote', { days: 22, total: 31, sum: '1,50' }, 'за 22 из 31 дня этого месяца'],
  ['services.feeNote', { days: 22, total: 30, sum: '1,50' }, 'за 22 из 30 дней этого месяца'],
  ['sync.perSecond', { rows: 12_351 }, '12\u202f351 строка/с'],
  ['sync.perSecond', { rows: 12_353 }, '12\u202f353 строки/с'],
])('a word agrees with its number: %s', (key, params, words) => {
  expect(translator.ru(key, params)).toContain(words);
});
