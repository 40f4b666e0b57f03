import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CdrFilter, type CdrRow, cdrFilterSchema } from '../../../src-shared/bridge/cabinet';
import { cdrServices, cdrStatuses, cdrZones } from '../../../src-shared/domain/cdr';
import { workClasses } from '../../../src-shared/domain/work-calendar';
import {
  activeFields,
  changeFilter,
  filterByCell,
  filterFields,
  parseDuration,
  parseTime,
  withMonth,
  withoutField,
  withoutFilters,
} from './filters';

const base: CdrFilter = { subscriberId: 7, month: '2021-05', direction: 'out' };

const changes = fc.record(
  {
    party: fc.constantFrom('', '29%', 'Bank'),
    services: fc.subarray([...cdrServices]),
    zones: fc.subarray([...cdrZones]),
    statuses: fc.subarray([...cdrStatuses]),
    minGross: fc.nat(),
    maxDurationS: fc.nat(),
    fromDay: fc.constantFrom('2021-05-02', '2021-05-31'),
    fromMinute: fc.constantFrom(0, 1320),
    workClasses: fc.subarray([...workClasses]),
    lateOnly: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('filters and chips', () => {
  it('every field that says something is one chip, and nothing else is', () => {
    const filter = changeFilter(base, { services: ['sms'], minGross: 0, toDay: '2021-05-10', zones: [] });
    expect(activeFields(filter)).toEqual(['service', 'cost', 'days']);
  });

  it('taking all chips away one by one leaves the bare month and direction', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const filter = changeFilter(base, change);
        expect(cdrFilterSchema.parse(filter)).toEqual(filter);
        const bare = activeFields(filter).reduce(withoutField, filter);
        expect(bare).toEqual(base);
        expect(withoutFilters(filter)).toEqual(base);
      }),
    );
  });

  it('taking a chip away leaves the others', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...filterFields), (change, field) => {
        const filter = changeFilter(base, change);
        expect(activeFields(withoutField(filter, field))).toEqual(
          activeFields(filter).filter((other) => other !== field),
        );
      }),
    );
  });

  it('another month drops the days of the old one and keeps the rest', () => {
    const filter = changeFilter(base, { fromDay: '2021-05-30', party: '29%' });
    expect(withMonth(filter, '2021-04')).toEqual({ ...base, month: '2021-04', party: '29%' });
  });

  it('narrows by a cell', () => {
    const row = { party: '375291234567', zone: 'cis', direction: 'in' } as CdrRow;
    expect(filterByCell(base, 'party', row)).toEqual({ ...base, party: '375291234567', wholeParty: true });
    expect(filterByCell(base, 'zone', row)?.zones).toEqual(['cis']);
    expect(filterByCell(base, 'direction', row)?.direction).toBe('in');
    expect(filterByCell(base, 'durationS', row)).toBeNull();
  });
});

describe('typed times of day', () => {
  it.each([
    ['0:00', 0],
    ['9', 540],
    ['17.59', 1079],
    [' 23:59 ', 1439],
  ])('%s is minute %i', (text, minute) => expect(parseTime(text)).toBe(minute));

  it.each(['', '24:00', '9:60', '9:5', 'утро'])('«%s» is none', (text) => expect(parseTime(text)).toBeNull());
});

describe('typed durations', () => {
  it.each([
    ['90', 90],
    ['1:30', 90],
    ['01:02:05', 3725],
    [' 00:07:00 ', 420],
  ])('%s is %i s', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each(['', '1:75', 'час', '1:2:3:4', '-5', '1.5'])('«%s» is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
