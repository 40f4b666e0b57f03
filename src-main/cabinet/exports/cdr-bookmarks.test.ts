import { afterAll, expect, it } from 'vitest';
import { startOfDay } from '../../../src-shared/domain/period';
import { bookmarksOf } from '../../documents/testing/read-pdf';
import { writePdf, written } from '../../documents/testing/written';
import { openMonth } from '../testing/month-cache';
import { call } from '../testing/open-cabinet';
import { makeDocument } from './make-document';

const names = ['Главный номер', '(Склад) \\ «Север» 😀', 'А', 'Б', 'В', 'Г', 'Д'];
const cabinet = openMonth(names.map((name) => ({ name, lines: [] })));
afterAll(() => cabinet.close());

const moments = ['2021-05-03', '2021-05-04', '2021-05-04', '2021-05-12'];
cabinet.store(
  'cdrs',
  moments.map((day, index) =>
    call(startOfDay(day) + 36_000_000 + index, 60, { subscriberId: 1 + (index % 2) }),
  ),
);

const titles = async (column: 'startedAt' | 'subscriber' | 'gross', columns?: string[]) => {
  const filter = { subscriberId: null, month: '2021-05', direction: 'both' } as const;
  const sort = { column, descending: false };
  const made = makeDocument(cabinet.cache, { kind: 'cdrs', filter, sort, columns }, startOfDay('2021-06-07'));
  if (!('document' in made)) throw new Error('no rows');
  return (await bookmarksOf(await written(writePdf, made.document))).map(({ title }) => title);
};

it('lists the subscribers of a detalization that is sorted by them, and the days of one in order of time', async () => {
  expect(await titles('subscriber')).toEqual([
    `+375 29 100-00-01 ${names[0]}`,
    `+375 29 100-00-02 ${names[1]}`,
  ]);
  expect(await titles('startedAt')).toEqual(['03.05.2021', '04.05.2021', '12.05.2021']);
  expect(await titles('gross')).toEqual([]);
  expect(await titles('subscriber', ['startedAt', 'gross'])).toEqual([]);
});
