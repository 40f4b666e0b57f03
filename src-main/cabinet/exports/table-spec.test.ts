import { expect, it } from 'vitest';
import { type ColumnSpec, sortItems } from './table-spec';

type Item = { id: number; reason: string | number | null };
const reason: ColumnSpec<Item> = {
  key: 'reason',
  title: 'Причина',
  type: 'text',
  width: 20,
  value: (item) => item.reason,
};

it.each([
  [false, [3, 1, 2, 4]],
  [true, [1, 3, 2, 4]],
])('nothing stays last both ways, a text of nothing too (descending: %s)', (descending, ids) => {
  const items = ['по заявлению', '', 'долг', null].map((text, at) => ({ id: at + 1, reason: text }));
  const sorted = sortItems([reason], items, { column: 'reason', descending });
  expect(sorted.map(({ id }) => id)).toEqual(ids);
});

it('a zero is something', () => {
  const items = [5, 0, null, -5].map((sum, at) => ({ id: at + 1, reason: sum }));
  const sorted = sortItems([reason], items, { column: 'reason', descending: false });
  expect(sorted.map(({ id }) => id)).toEqual([4, 2, 1, 3]);
});
