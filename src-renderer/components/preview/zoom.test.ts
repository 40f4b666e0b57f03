import { expect, it } from 'vitest';
import { scaleOf, stepZoom } from './zoom';

it('goes from what is shown to the next step, and stays at the ends', () => {
  expect([stepZoom(1, 1), stepZoom(1, -1)]).toEqual([1.25, 0.75]);
  expect([stepZoom(1.1, 1), stepZoom(1.1, -1)]).toEqual([1.25, 1]);
  expect([stepZoom(3, 1), stepZoom(0.5, -1)]).toEqual([3, 0.5]);
});

it('fits the page into the room, within the steps', () => {
  expect(scaleOf('fit', 800, 1000)).toBe(1.25);
  expect(scaleOf('fit', 800, 100)).toBe(0.5);
  expect(scaleOf('fit', 100, 1000)).toBe(3);
  expect(scaleOf(0.75, 800, 1000)).toBe(0.75);
});
