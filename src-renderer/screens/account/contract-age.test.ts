import { expect, it } from 'vitest';
import '../../i18n/all-words';
import { translator } from '../../i18n/translate';
import { contractAgeWords, wholeMonths } from './contract-age';

it('counts whole months, at the ends of months too', () => {
  expect(wholeMonths('2021-02-10', '2021-05-09')).toBe(2);
  expect(wholeMonths('2021-02-10', '2021-05-10')).toBe(3);
  expect(wholeMonths('2021-01-31', '2021-02-28')).toBe(1);
  expect(wholeMonths('2021-05-10', '2021-05-10')).toBe(0);
});

it('is said in years and months', () => {
  expect(contractAgeWords('2018-03-12', '2021-05-10', translator.ru)).toBe('действует 3 года 1 месяц');
  expect(contractAgeWords('2019-05-10', '2021-05-10', translator.ru)).toBe('действует 2 года');
  expect(contractAgeWords('2021-05-01', '2021-05-10', translator.ru)).toBe('действует меньше месяца');
});
