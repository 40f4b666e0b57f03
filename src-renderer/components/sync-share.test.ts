import { expect, it } from 'vitest';
import { rowsInAll, takenPercent } from './sync-share';

const begun = { month: null, rowsPerSecond: 100 };

it('says no share before the detalization, whose feeds know only of themselves', () => {
  expect(rowsInAll({ ...begun, stage: 'payments', rows: 739, remaining: 0, remainingS: 0 })).toBeNull();
  expect(rowsInAll({ ...begun, stage: 'charges', rows: 555, remaining: 171, remainingS: 2 })).toBeNull();
  // The detalization was begun, its first page has not come.
  expect(rowsInAll({ ...begun, stage: 'cdrs', rows: 940, remaining: 0, remainingS: null })).toBeNull();
});

it('says the share of the detalization, and all of it at the end', () => {
  expect(rowsInAll({ ...begun, stage: 'cdrs', rows: 112_200, remaining: 376_187, remainingS: 66 })).toBe(
    488_387,
  );
  expect(takenPercent(112_200, 488_387)).toBe(22);
  expect(takenPercent(488_386, 488_387)).toBe(99);
  expect(takenPercent(488_387, 488_387)).toBe(100);
  expect(takenPercent(0, 0)).toBe(100);
});
