import { expect, test } from 'vitest';
import type { Route } from '../../state/routes';
import { placeIn } from './list-place';

const step = (): Route => ({ page: 'invoice-list', params: {} });

test('a step finds the place of its list again, another step and another list begin at their top', () => {
  const first = step();
  const place = placeIn(first, 'invoices', 'mine');
  place.offset = 640;
  expect(placeIn(first, 'invoices', 'mine')).toBe(place);
  expect(placeIn(first, 'charges', 'mine').offset).toBe(0);
  expect(placeIn(step(), 'invoices', 'mine').offset).toBe(0);
  expect(placeIn(first, 'invoices', 'another').offset).toBe(0);
  expect(placeIn(first, 'invoices', 'mine').offset).toBe(0);
});

test('a list that stays on the screen keeps its place in a new step, apart from the former one', () => {
  const first = step();
  const shown = placeIn(first, 'invoices', 'mine');
  shown.offset = 640;
  const next = step();
  const place = placeIn(next, 'invoices', 'mine', shown);
  expect(place.offset).toBe(640);
  place.offset = 0;
  expect(placeIn(first, 'invoices', 'mine').offset).toBe(640);
  expect(placeIn(next, 'invoices', 'other', place).offset).toBe(0);
});
