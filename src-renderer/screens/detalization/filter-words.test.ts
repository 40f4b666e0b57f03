import { describe, expect, it } from 'vitest';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import '../../i18n/all-words';
import { translator } from '../../i18n/translate';
import { filterWords } from './filter-words';

const base: CdrFilter = { subscriberId: 1, month: '2021-05', direction: 'out' };
const t = translator.ru;

describe('words of a filter chip', () => {
  it('say ranges with one end, both ends or a single value', () => {
    expect(filterWords({ ...base, minGross: 2_500 }, 'cost', t)).toBe('от 0,25');
    expect(filterWords({ ...base, minGross: 0, maxGross: 10_000 }, 'cost', t)).toBe('0,00 – 1,00');
    expect(filterWords({ ...base, maxDurationS: 90 }, 'duration', t)).toBe('до 00:01:30');
    expect(filterWords({ ...base, fromDay: '2021-05-10', toDay: '2021-05-10' }, 'days', t)).toBe(
      '10.05.2021',
    );
  });

  it('name every chosen value', () => {
    expect(filterWords({ ...base, services: ['voice', 'sms'] }, 'service', t)).toBe('Звонок, SMS');
    expect(filterWords({ ...base, fromMinute: 0, toMinute: 365 }, 'hours', t)).toBe('00:00 – 06:05');
    expect(filterWords({ ...base, workClasses: ['holiday'] }, 'workClass', t)).toBe(
      'Выходные и праздничные дни',
    );
    expect(filterWords({ ...base, party: '375291234567' }, 'party', t)).toBe('+375 29 123-45-67');
    expect(filterWords({ ...base, party: '29%' }, 'party', t)).toBe('29%');
  });
});
