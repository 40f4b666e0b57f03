import { expect, it } from 'vitest';
import { judge } from './soak-verdict';

const samples = (rssMb: (index: number) => number) =>
  Array.from({ length: 60 }, (_, index) => ({ atS: index, heapMb: 0, rssMb: rssMb(index) }));

it('tells growth from a start that fills caches, and from noise', () => {
  expect(
    judge(
      'RSS',
      samples(() => 200),
      'rssMb',
    ).flat,
  ).toBe(true);
  expect(
    judge(
      'RSS',
      samples((i) => (i < 12 ? 50 + i * 10 : 200 + (i % 5))),
      'rssMb',
    ).flat,
  ).toBe(true);
  expect(
    judge(
      'RSS',
      samples((i) => 200 + i),
      'rssMb',
    ),
  ).toEqual({
    flat: false,
    text: 'RSS: GROWING (219.5 MB at first, 251.5 MB at last)',
  });
});

it('gives none on too few samples', () => {
  expect(judge('RSS', samples(() => 200).slice(0, 5), 'rssMb').flat).toBe(false);
});
