import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followScroll,
  isScaled,
  MAX_BODY_PX,
  makeScale,
  mustSettle,
  offsetToShow,
  ROW_HEIGHT,
  type ScrollScale,
  STEP_PX,
  toPhysical,
  toVirtual,
  visibleRows,
} from './row-window';

const viewports = fc.integer({ min: 64, max: 2400 });
const counts = fc.integer({ min: 0, max: 12_000_000 });

/** A bar that is moved by px, clamped by its way as the browser does, and settled where the window settles it. */
function scrollBar(scale: ScrollScale) {
  const most = Math.max(0, scale.physical - scale.viewport);
  const bar = {
    place: { offset: 0, scrollTop: 0 },
    /** @returns px that the bar really moved */
    move(step: number): number {
      const { scrollTop } = bar.place;
      const to = Math.min(most, Math.max(0, scrollTop + step));
      bar.place = followScroll(scale, bar.place, to);
      if (mustSettle(scale, bar.place)) {
        bar.place = { ...bar.place, scrollTop: toPhysical(scale, bar.place.offset) };
      }
      return to - scrollTop;
    },
  };
  return bar;
}

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

  it('moves the rows by exactly a step, in its direction, and reaches both ends, whatever was scrolled before', () => {
    const small = fc.integer({ min: -STEP_PX, max: STEP_PX });
    const moves = fc.array(fc.oneof(small, fc.integer({ min: -9_000_000, max: 9_000_000 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(counts, viewports, moves, fc.boolean(), (count, viewport, steps, toEnd) => {
        const scale = makeScale(count, viewport);
        const range = Math.max(0, scale.virtual - viewport);
        const bar = scrollBar(scale);
        for (const step of steps) {
          const before = bar.place;
          const moved = bar.move(step);
          const way = bar.place.offset - before.offset;
          expect(way * moved).toBeGreaterThanOrEqual(0);
          if (Math.abs(moved) <= STEP_PX && Math.abs(bar.place.offset - range / 2) < range / 2 - 2 * STEP_PX)
            expect(way).toBeCloseTo(moved, 3);
          expect(bar.place.offset).toBeGreaterThanOrEqual(0);
          expect(bar.place.offset).toBeLessThanOrEqual(range + 1e-6);
        }
        // From wherever the rows are, as many steps as their way needs, and never fewer.
        const far = toEnd ? range : 0;
        const left = Math.abs(far - bar.place.offset);
        if (left > 2_000 * STEP_PX) return;
        let walked = 0;
        while (Math.abs(far - bar.place.offset) > 1e-6 && walked <= left + STEP_PX) {
          bar.move(toEnd ? STEP_PX : -STEP_PX);
          walked += STEP_PX;
        }
        expect(bar.place.offset).toBeCloseTo(far, 3);
        expect(walked).toBeGreaterThanOrEqual(left - 1);
        expect(bar.place.scrollTop).toBeCloseTo(toEnd ? Math.max(0, scale.physical - viewport) : 0, 0);
      }),
    );
  });

  it('walks through all of three million rows by steps of 6,000 px, there and back', () => {
    const scale = makeScale(3_000_000, 700);
    const range = scale.virtual - 700;
    const bar = scrollBar(scale);
    for (let at = 6_000; at < range; at += 6_000) {
      bar.move(6_000);
      expect(bar.place.offset).toBe(at);
    }
    bar.move(6_000);
    expect(bar.place).toEqual({ offset: range, scrollTop: scale.physical - 700 });
    for (let at = range - 6_000; at > 0; at -= 6_000) {
      bar.move(-6_000);
      expect(bar.place.offset).toBe(at);
    }
    bar.move(-6_000);
    expect(bar.place).toEqual({ offset: 0, scrollTop: 0 });
  });

  it('goes in proportion while the bar is dragged, and by the screen when it is clicked beside its thumb', () => {
    const scale = makeScale(10_000_000, 700);
    const middle = { offset: 40_000_000, scrollTop: toPhysical(scale, 40_000_000) };
    const dragged = middle.scrollTop + 11_000;
    expect(followScroll(scale, middle, dragged, true).offset).toBe(toVirtual(scale, dragged));
    expect(followScroll(scale, middle, dragged).offset).toBe(40_011_000);
    expect(followScroll(scale, middle, middle.scrollTop + 612, true).offset).toBe(40_000_612);
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
