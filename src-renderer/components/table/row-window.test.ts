import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followScroll,
  isScaled,
  MAX_BODY_PX,
  makeScale,
  offsetToShow,
  ROW_HEIGHT,
  toPhysical,
  toVirtual,
  visibleRows,
} from './row-window';

const viewports = fc.integer({ min: 64, max: 2400 });
const counts = fc.integer({ min: 0, max: 12_000_000 });

describe('scroll scale', () => {
  it('is the identity while the rows fit', () => {
    const scale = makeScale(250_000, 700);
    expect(isScaled(scale)).toBe(false);
    expect(toVirtual(scale, 123_456.5)).toBe(123_456.5);
  });

  it('keeps the body under the tallest element for ten million rows and reaches the last one', () => {
    const scale = makeScale(10_000_000, 700);
    expect(scale.physical).toBe(MAX_BODY_PX);
    expect(toVirtual(scale, scale.physical - 700)).toBe(10_000_000 * ROW_HEIGHT - 700);
    expect(visibleRows(scale, toVirtual(scale, scale.physical), 0).last).toBe(10_000_000);
  });

  it('maps both ways without loss, in order, exact at the ends', () => {
    fc.assert(
      fc.property(counts, viewports, fc.double({ min: 0, max: 1, noNaN: true }), (count, viewport, part) => {
        const scale = makeScale(count, viewport);
        const range = Math.max(0, scale.virtual - viewport);
        const offset = part * range;
        expect(toVirtual(scale, toPhysical(scale, offset))).toBeCloseTo(offset, 3);
        expect(toVirtual(scale, 0)).toBe(0);
        expect(toVirtual(scale, scale.physical)).toBeCloseTo(range, 3);
        expect(toVirtual(scale, toPhysical(scale, offset) + 1)).toBeGreaterThanOrEqual(offset - 1e-3);
      }),
    );
  });

  it('never leaves the rows whatever the scrolling, and moves small steps 1:1', () => {
    const steps = fc.array(fc.integer({ min: -9_000_000, max: 9_000_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(counts, viewports, steps, (count, viewport, moves) => {
        const scale = makeScale(count, viewport);
        const limit = Math.max(0, scale.physical - viewport);
        const range = Math.max(0, scale.virtual - viewport);
        let place = { offset: 0, scrollTop: 0 };
        for (const move of moves) {
          const scrollTop = Math.min(limit, Math.max(0, place.scrollTop + move));
          const next = followScroll(scale, place, scrollTop);
          expect(next.offset).toBeGreaterThanOrEqual(0);
          expect(next.offset).toBeLessThanOrEqual(range + 1e-6);
          place = next;
        }
        expect(isScaled(scale)).toBe(count * ROW_HEIGHT > MAX_BODY_PX);
      }),
    );
    const scale = makeScale(10_000_000, 700);
    const middle = { offset: 40_000_000, scrollTop: toPhysical(scale, 40_000_000) };
    expect(followScroll(scale, middle, middle.scrollTop + 100).offset).toBe(40_000_100);
  });

  it('shows a row with the least movement', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        viewports,
        fc.nat(),
        fc.nat(),
        (count, viewport, a, b) => {
          const scale = makeScale(count, viewport);
          const range = Math.max(0, scale.virtual - viewport);
          const offset = a % (range + 1);
          const row = b % count;
          const next = offsetToShow(scale, offset, row);
          const seen = (at: number) => row * ROW_HEIGHT >= at && (row + 1) * ROW_HEIGHT <= at + viewport;
          expect(seen(next)).toBe(true);
          if (seen(offset)) expect(next).toBe(offset);
        },
      ),
    );
  });
});
