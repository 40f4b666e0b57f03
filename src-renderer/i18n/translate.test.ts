import './all-words';
import { expect, it } from 'vitest';
import { translator } from './translate';

it('thousands stand apart by a narrow space in both languages: a comma is the decimal one', () => {
  const words = (language: 'ru' | 'en') => translator[language]('table.rows', { count: 1_234_567 });
  expect(words('ru')).toBe('1\u202f234\u202f567 строк');
  expect(words('en')).toBe('1\u202f234\u202f567 rows');
  expect(translator.en('exports.count', { rows: 12_345 })).toBe('12\u202f345');
});
