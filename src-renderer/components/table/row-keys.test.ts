import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyedRow, keyRows } from './row-keys';

const range = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);
const keysOf = (rows: readonly KeyedRow[]): number[] => rows.map(({ key }) => key);

/** A window of rows, and the held one wherever it is. */
const drawn = (first: number, count: number, held: number): number[] =>
  [...new Set([...range(first, count), held])].sort((one, other) => one - other);

describe('elements of rows', () => {
  it('stay with the rows that stay, and are new for the others', () => {
    const before = keyRows([], range(10, 4), -1);
    const after = keyRows(before, range(12, 4), -1);
    expect(after.slice(0, 2)).toEqual(before.slice(2));
    expect(keysOf(before)).not.toContain(after[2]?.key);
    expect(keysOf(before)).not.toContain(after[3]?.key);
  });

  it('are taken over by a window of other rows', () => {
    const before = keyRows([], range(10, 4), -1);
    expect(keysOf(keyRows(before, range(900, 4), -1))).toEqual(keysOf(before));
    expect(keysOf(keyRows(before, range(900, 2), -1))).toEqual(keysOf(before).slice(0, 2));
  });

  it('are taken over around the held row, which keeps its own', () => {
    const before = keyRows([], range(10, 4), 11);
    const after = keyRows(before, [11, ...range(900, 4)], 11);
    expect(after[0]).toEqual(before[1]);
    expect(keysOf(after).slice(1, 3)).toEqual(keysOf(before).slice(2));
    expect(keysOf(keyRows(after, [11, ...range(500, 4)], 11))).toEqual(keysOf(after));
  });

  it('are never shared, never moved, and the held row’s is never another’s', () => {
    const step = fc.record({ first: fc.nat(60), count: fc.nat(12), held: fc.integer({ min: -1, max: 70 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let before: KeyedRow[] = [];
        for (const { first, count, held } of steps) {
          const after = keyRows(before, drawn(first, count, held), held);
          const keys = keysOf(after);
          expect(new Set(keys).size).toBe(keys.length);
          const places = keys.map((key) => keysOf(before).indexOf(key)).filter((at) => at >= 0);
          expect(places).toEqual([...places].sort((one, other) => one - other));
          const was = before.find(({ index }) => index === held);
          if (was) expect(after.find(({ key }) => key === was.key)?.index).toBe(held);
          before = after;
        }
      }),
    );
  });
});
