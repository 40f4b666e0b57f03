import { expect, it } from 'vitest';
import type { Cdr } from '../../src-shared/domain/cdr';
import { startOfMonth } from '../../src-shared/domain/period';
import { sampleCdrs } from '../store/testing/sample';
import { packCdrs } from '../store/write/packed-cdrs';
import { createProgress, pageFacts } from './progress';

const [record] = sampleCdrs(1) as [Cdr];
const page = (remaining: number, ...starts: number[]) =>
  pageFacts({
    items: packCdrs(starts.map((startedAt) => ({ ...record, startedAt }))),
    cursor: 'next',
    more: remaining > 0,
    remaining,
    serverTime: 0,
  });

it('counts the rows of a run, how fast they come, what is left of the feed and the month it has come to', () => {
  let now = 700;
  const progress = createProgress(() => now);
  expect(progress.current()).toEqual({
    stage: 'account',
    rows: 0,
    remaining: 0,
    month: null,
    rowsPerSecond: 0,
    remainingS: null,
  });
  now += 500;
  progress.count('subscribers', page(0));
  progress.enter('cdrs');
  expect(progress.current()).toMatchObject({ stage: 'cdrs', rows: 0, month: null, remainingS: null });
  progress.count('cdrs', page(11, startOfMonth('2021-04') - 1, startOfMonth('2021-04')));
  expect(progress.current()).toEqual({
    stage: 'cdrs',
    rows: 2,
    remaining: 11,
    month: '2021-04',
    rowsPerSecond: 4,
    remainingS: 3,
  });
  now += 2_500;
  progress.count('cdrs', page(2, startOfMonth('2021-05')));
  expect(progress.current()).toMatchObject({ rows: 3, month: '2021-05', rowsPerSecond: 1, remainingS: 2 });
  progress.enter('charges');
  expect(progress.current()).toMatchObject({ stage: 'charges', rows: 3, remaining: 0, remainingS: null });
});

it('has a pace although the clock stands still', () => {
  const progress = createProgress(() => 0);
  progress.count('cdrs', page(1, startOfMonth('2021-04')));
  expect(progress.current()).toMatchObject({ rowsPerSecond: 1000, remainingS: 1 });
});
