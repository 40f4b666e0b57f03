import { describe, expect, it } from 'vitest';
import { readTypedDay, typedDayFault } from './typed-day';

describe('a typed day', () => {
  it.each([
    '05.12.2026',
    '5.12.2026',
    '5.12.26',
    '05/12/2026',
    '05-12-2026',
    '05 12 2026',
    '05122026',
    ' 05.12.2026 ',
    '2026-12-05',
  ])('%s is the 5th of December', (text) => {
    expect(readTypedDay(text)).toBe('2026-12-05');
  });

  it.each([
    '31.11.2026',
    '29.02.2025',
    '32.01.2026',
    '01.13.2026',
    '00.12.2026',
    '12',
    '05.12',
    '05.12.026',
    'декабрь',
    '2026-02-30',
    '',
  ])('«%s» is no day, and is not turned into another one', (text) => {
    expect(readTypedDay(text)).toBeNull();
  });

  it('is told what is wrong with it', () => {
    expect(typedDayFault('31.11.2026', undefined, undefined)).toBe('unreadable');
    expect(typedDayFault('15.12.2026', '2026-11-28', '2026-12-10')).toBe('outside');
    expect(typedDayFault('27.11.2026', '2026-11-28', '2026-12-10')).toBe('outside');
    expect(typedDayFault('10.12.2026', '2026-11-28', '2026-12-10')).toBeNull();
    expect(typedDayFault('  ', '2026-11-28', '2026-12-10')).toBeNull();
  });
});
