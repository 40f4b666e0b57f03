/** Height of every row in px. Fixed, so a position is arithmetic and millions of rows need no measuring. */
export const ROW_HEIGHT = 32;

/**
 * Tallest body in CSS px. Chromium clamps an element at 33 554 428 device px; a quarter of it keeps
 * zoom 200 % on a 2× display correct, and up to 2²³ a scroll place (a 32-bit float) tells half pixels apart.
 */
export const MAX_BODY_PX = 8_000_000;

/** Px at both ends of a scaled body where scrolling stays 1:1, so the first and last rows are reached exactly. */
const EXACT_END_PX = 100_000;

/** Longest step in px that moves the rows 1:1: more than a wheel, a touchpad or a key moves between two frames. */
export const STEP_PX = 16_000;

/**
 * How far the scroll bar goes (`physical`) and how far the rows go (`virtual`), both in px.
 * They are equal until the rows need more than `MAX_BODY_PX`.
 */
export type ScrollScale = { virtual: number; physical: number; viewport: number };

export function makeScale(rowCount: number, viewport: number, maxPx: number = MAX_BODY_PX): ScrollScale {
  const virtual = rowCount * ROW_HEIGHT;
  return { virtual, physical: Math.min(virtual, Math.max(maxPx, viewport * 4)), viewport };
}

export const isScaled = (scale: ScrollScale): boolean => scale.physical < scale.virtual;

type Zones = { end: number; physicalRange: number; virtualRange: number };

function zones(scale: ScrollScale): Zones {
  const physicalRange = Math.max(0, scale.physical - scale.viewport);
  const virtualRange = Math.max(0, scale.virtual - scale.viewport);
  return { end: Math.min(EXACT_END_PX, physicalRange / 4), physicalRange, virtualRange };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Row offset (px from the first row) that a place of the scroll bar stands for. */
export function toVirtual(scale: ScrollScale, scrollTop: number): number {
  const { end, physicalRange, virtualRange } = zones(scale);
  const at = clamp(scrollTop, 0, physicalRange);
  if (!isScaled(scale) || at <= end) return at;
  if (at >= physicalRange - end) return virtualRange - (physicalRange - at);
  return end + ((at - end) * (virtualRange - 2 * end)) / (physicalRange - 2 * end);
}

/** Place of the scroll bar for a row offset; the inverse of `toVirtual`. */
export function toPhysical(scale: ScrollScale, offset: number): number {
  const { end, physicalRange, virtualRange } = zones(scale);
  const at = clamp(offset, 0, virtualRange);
  if (!isScaled(scale) || at <= end) return at;
  if (at >= virtualRange - end) return physicalRange - (virtualRange - at);
  return end + ((at - end) * (physicalRange - 2 * end)) / (virtualRange - 2 * end);
}

/** Where the view stands: `offset` px into the rows while the scroll bar is at `scrollTop`. */
export type ScrollPlace = { offset: number; scrollTop: number };

/**
 * Follows the scroll bar. A step (wheel, touchpad, key) moves the rows by the same px, so that no row is skipped;
 * a longer way (a dragged thumb, a jump to an end) goes in proportion to the whole list.
 * @param byBar the bar itself is pressed: a px of the mouse may be less than `STEP_PX`, so only what a click
 * beside the thumb moves, one screen, is a step
 */
export function followScroll(
  scale: ScrollScale,
  from: ScrollPlace,
  scrollTop: number,
  byBar = false,
): ScrollPlace {
  const { end, physicalRange, virtualRange } = zones(scale);
  const step = scrollTop - from.scrollTop;
  const longest = byBar ? scale.viewport : Math.min(STEP_PX, end / 2);
  const atEnd = scrollTop <= 0 || scrollTop >= physicalRange;
  // Places are rounded by the browser: the longest step may seem a little longer.
  if (!isScaled(scale) || atEnd || Math.abs(step) > longest + 1) {
    return { offset: toVirtual(scale, scrollTop), scrollTop };
  }
  return { offset: clamp(from.offset + step, 0, virtualRange), scrollTop };
}

/**
 * Whether the bar must be put where the rows are before the next step. Steps 1:1 take the bar to an end of its way
 * long before the rows are at theirs (or after); away from the ends it can wait until the movement rests.
 */
export function mustSettle(scale: ScrollScale, place: ScrollPlace): boolean {
  if (!isScaled(scale)) return false;
  const { end, physicalRange } = zones(scale);
  const bar = toPhysical(scale, place.offset);
  if (Math.abs(bar - place.scrollTop) <= 1) return false;
  const nearest = (at: number) => Math.min(at, physicalRange - at);
  return Math.min(nearest(bar), nearest(place.scrollTop)) < end / 2;
}

/** Rows to draw, `last` excluded, with some more on both sides of what is seen. */
export function visibleRows(
  scale: ScrollScale,
  offset: number,
  overscan: number,
): { first: number; last: number } {
  const rows = scale.virtual / ROW_HEIGHT;
  return {
    first: clamp(Math.floor(offset / ROW_HEIGHT) - overscan, 0, rows),
    last: clamp(Math.ceil((offset + scale.viewport) / ROW_HEIGHT) + overscan, 0, rows),
  };
}

/** The nearest offset at which the row is wholly seen; the same offset when it already is. */
export function offsetToShow(scale: ScrollScale, offset: number, row: number): number {
  const top = row * ROW_HEIGHT;
  const { virtualRange } = zones(scale);
  const lowest = Math.max(0, top + ROW_HEIGHT - scale.viewport);
  return clamp(offset, Math.min(lowest, top), Math.min(top, virtualRange));
}
