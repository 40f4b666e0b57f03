import { expect, it } from 'vitest';
import { type CdrFilter, type CdrSort, cdrViewSchema } from '../../../src-shared/bridge/cabinet';
import { filterOfView, shownView, viewOf } from './kept-views';

const sort: CdrSort = { column: 'gross', descending: true };
const filter: CdrFilter = {
  subscriberId: 7,
  month: '2021-05',
  direction: 'out',
  zones: ['cis'],
  minGross: 0,
  fromDay: '2021-05-03',
};
const view = viewOf(' Дорогие ', filter, sort);

it('keeps all but whose, which month and which days', () => {
  expect(cdrViewSchema.parse(view)).toEqual({
    name: 'Дорогие',
    direction: 'out',
    narrow: { zones: ['cis'], minGross: 0 },
    sort,
  });
});

it('narrows another month and subscriber the same way, dropping what was there', () => {
  const other: CdrFilter = { subscriberId: null, month: '2021-04', direction: 'in', services: ['sms'] };
  const next = filterOfView(view, other);
  expect(next).toEqual({
    subscriberId: null,
    month: '2021-04',
    direction: 'out',
    zones: ['cis'],
    minGross: 0,
  });
  expect(shownView([view], next, sort)).toBe(view);
  expect(shownView([view], filter, sort)).toBeUndefined();
  expect(shownView([view], next, { ...sort, descending: false })).toBeUndefined();
});
