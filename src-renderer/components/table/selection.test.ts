import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSelected,
  emptySelection,
  extendTo,
  isSelected,
  selectAll,
  selectOnly,
  toggleRow,
} from './selection';

describe('row selection', () => {
  it('extends from the anchor in both directions', () => {
    expect(extendTo(selectOnly(5), 8).ranges).toEqual([{ from: 5, to: 8 }]);
    expect(extendTo(extendTo(selectOnly(5), 8), 2).ranges).toEqual([{ from: 2, to: 5 }]);
  });

  it('takes one row out of everything', () => {
    const rest = toggleRow(selectAll(3_000_000, 0), 1_000_000);
    expect(countSelected(rest)).toBe(2_999_999);
    expect(isSelected(rest, 1_000_000)).toBe(false);
  });

  it('chooses nothing of nothing', () => {
    expect(countSelected(selectAll(0, 0))).toBe(0);
  });

  it('toggles like a set and stays ordered and disjoint', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 60 }), (rows) => {
        const model = new Set<number>();
        let selection = emptySelection;
        for (const row of rows) {
          if (!model.delete(row)) model.add(row);
          selection = toggleRow(selection, row);
        }
        for (let row = 0; row <= 30; row++) expect(isSelected(selection, row)).toBe(model.has(row));
        expect(countSelected(selection)).toBe(model.size);
        for (const [i, range] of selection.ranges.entries()) {
          expect(range.from).toBeLessThanOrEqual(range.to);
          const previous = selection.ranges[i - 1];
          if (previous) expect(range.from).toBeGreaterThan(previous.to);
        }
      }),
    );
  });
});
