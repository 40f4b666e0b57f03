import { expect, it } from 'vitest';
import { judge } from './soak-verdict';

const samples = (rssMb: (index: number) => number) =>
  Array.from({ length: 60 }, (_, index) => ({ atS: index, heapMb: 0, rssMb: rssMb(index) }));

const judged = (rssMb: (index: number) => number) => judge('RSS', samples(rssMb), 'rssMb');

it('tells growth from a start that fills caches, and from noise', () => {
  expect(judged(() => 200).flat).toBe(true);
  expect(judged((index) => (index < 12 ? 50 + index * 10 : 200 + (index % 5))).flat).toBe(true);
  expect(judged((index) => 200 + index)).toEqual({
    flat: false,
    text: 'RSS: GROWING (219.5 MB at first, 251.5 MB at last)',
  });
});

it('gives none on too few samples', () => {
  expect(judge('RSS', samples(() => 200).slice(0, 5), 'rssMb').flat).toBe(false);
});
