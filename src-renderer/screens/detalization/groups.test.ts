import { describe, expect, it } from 'vitest';
import type { CdrFilter, CdrGroup } from '../../../src-shared/bridge/cabinet';
import '../../i18n/all-words';
import { translator } from '../../i18n/translate';
import { barsOf, groupWords, MAX_BARS, narrowToGroup, sumGroups } from './groups';

const base: CdrFilter = { subscriberId: 7, month: '2021-02', direction: 'out' };
const t = translator.ru;
const group = (key: string, gross: number, durationS = 0): CdrGroup => ({
  key,
  name: '',
  rows: 1,
  durationS,
  net: gross,
  gross,
});

describe('groups of the detalization', () => {
  it('narrow the list to their own records', () => {
    expect(narrowToGroup(base, 'day', '2021-02-10')).toEqual({
      ...base,
      fromDay: '2021-02-10',
      toDay: '2021-02-10',
    });
    expect(narrowToGroup(base, 'hour', '0')).toEqual({ ...base, fromMinute: 0, toMinute: 59 });
    expect(narrowToGroup({ ...base, subscriberId: null }, 'subscriber', '12').subscriberId).toBe(12);
    expect(narrowToGroup({ ...base, party: '29%' }, 'zone', 'cis')).toEqual({
      ...base,
      party: '29%',
      zones: ['cis'],
    });
  });

  it('an hour that the chosen times cut keeps its part only', () => {
    const cut = { ...base, fromMinute: 9 * 60 + 30, toMinute: 17 * 60 };
    expect(narrowToGroup(cut, 'hour', '9')).toEqual({ ...base, fromMinute: 570, toMinute: 599 });
    expect(narrowToGroup(cut, 'hour', '17')).toEqual({ ...base, fromMinute: 1020, toMinute: 1020 });
    const night = { ...base, fromMinute: 22 * 60 + 15, toMinute: 6 * 60 };
    expect(narrowToGroup(night, 'hour', '22')).toEqual({ ...base, fromMinute: 1335, toMinute: 1379 });
    expect(narrowToGroup(night, 'hour', '3')).toEqual({ ...base, fromMinute: 180, toMinute: 239 });
    const almostAll = { ...base, fromMinute: 630, toMinute: 615 };
    expect(narrowToGroup(almostAll, 'hour', '10')).toEqual(almostAll);
  });

  it('have words of their own', () => {
    expect(groupWords('hour', group('9', 0), t)).toBe('09:00 – 09:59');
    expect(groupWords('party', group('375291234567', 0), t)).toBe('+375 29 123-45-67');
    expect(groupWords('subscriber', { key: '3', name: '375291234567 Отдел продаж' }, t)).toBe(
      '+375 29 123-45-67',
    );
  });

  it('draw every day of the month, and only recorded days can be opened', () => {
    const bars = barsOf('day', [group('2021-02-03', 50)], 'gross', base, t);
    expect(bars).toHaveLength(28);
    expect(bars[2]).toEqual({ key: '2021-02-03', label: '03.02.2021', value: 50 });
    expect(bars[3]).toEqual({ key: null, label: '04.02.2021', value: 0 });
  });

  it('draw the year up to the month of the page; days that were chosen leave their month alone', () => {
    const bars = barsOf('month', [group('2021-01', 50)], 'gross', base, t);
    expect(bars.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 0]);
    expect(bars[0]).toEqual({ key: null, label: 'Март 2020', value: 0 });
    expect(bars[10]).toEqual({ key: '2021-01', label: 'Январь 2021', value: 50 });
    const days = { ...base, fromDay: '2021-02-03' };
    expect(barsOf('month', [], 'gross', days, t).map(({ label }) => label)).toEqual(['Февраль 2021']);
    expect(narrowToGroup(base, 'month', '2021-01')).toEqual({ ...base, month: '2021-01' });
    expect(narrowToGroup(days, 'month', '2021-02')).toEqual(days);
  });

  it('draw the largest by the chosen measure', () => {
    const many = Array.from({ length: 20 }, (_, at) => group(`3752900000${at + 10}`, 20 - at, at));
    const bars = barsOf('party', many, 'duration', base, t);
    expect(bars).toHaveLength(MAX_BARS);
    expect(bars[0]?.value).toBe(19);
  });

  it('add up with the rest', () => {
    const sums = sumGroups({
      items: [group('a', 10), group('b', 20)],
      rest: { groups: 3, ...group('', 50) },
    });
    expect(sums.gross).toBe(80);
  });
});
