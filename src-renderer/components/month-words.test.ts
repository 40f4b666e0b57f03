import { expect, it } from 'vitest';
import { monthTitle, monthWords } from './month-words';

it('names months as the guide does, whatever the clock of the computer', () => {
  expect(monthWords('2021-05', 'ru')).toBe('май 2021');
  expect(monthTitle('2020-12', 'ru')).toBe('Декабрь 2020');
  expect(monthTitle('2021-01', 'en')).toBe('January 2021');
});
