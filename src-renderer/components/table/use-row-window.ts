import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ListPlace } from './list-place';
import {
  followScroll,
  isScaled,
  makeScale,
  mustSettle,
  offsetToShow,
  ROW_HEIGHT,
  type ScrollPlace,
  toPhysical,
  visibleRows,
} from './row-window';

const OVERSCAN = 8;
/** Quiet time after which all rows are drawn, and a scaled scroll bar is put where the rows really are. */
const SETTLE_MS = 150;

export type RowWindow = {
  first: number;
  /** Excluded. */
  last: number;
  /** Height of the body in px. */
  bodyHeight: number;
  /** Px to add to `index × ROW_HEIGHT` for a row's place in the body. */
  base: number;
  /** Whole rows that fit. */
  pageRows: number;
  /** Brings a row into view; the rows are in the page when it returns. */
  showRow: (row: number) => void;
};

/**
 * Which rows to draw and where. Rows have one height, so this is arithmetic;
 * a virtualiser that keeps a record per row would need hundreds of megabytes for millions of them.
 * @param chrome px that the header and the totals take from the scroller's height
 * @param known false while `rowCount` is only a guess: the list goes to its place when it is not
 * @param kept where the list begins; another one is another list
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  known: boolean,
  chrome: number,
  kept: ListPlace,
): RowWindow {
  const [viewport, setViewport] = useState(0);
  const scale = useMemo(() => makeScale(rowCount, viewport), [rowCount, viewport]);
  const place = useRef<ScrollPlace>({ offset: 0, scrollTop: 0 });
  /** The list is not yet where it was: its rows are not here, or not all of them. */
  const returning = useRef(false);
  const [view, setView] = useState({ first: 0, last: 0, base: 0 });
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);

  const draw = useCallback(
    (overscan = OVERSCAN) => {
      const { offset, scrollTop } = place.current;
      if (!returning.current) kept.offset = offset;
      const rows = visibleRows(scale, offset, overscan);
      const base = isScaled(scale) ? scrollTop - offset : 0;
      setView((old) =>
        old.first === rows.first && old.last === rows.last && old.base === base ? old : { ...rows, base },
      );
    },
    [scale, kept],
  );

  /** Puts the scroll bar where the offset is; the rows stay where they are on the screen. */
  const moveTo = useCallback(
    (offset: number) => {
      const element = scroller.current;
      if (!element) return;
      element.scrollTop = toPhysical(scale, offset);
      // Read back: the browser rounds to device pixels.
      place.current = isScaled(scale)
        ? { offset, scrollTop: element.scrollTop }
        : { offset: element.scrollTop, scrollTop: element.scrollTop };
      draw();
    },
    [scale, scroller, draw],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setViewport(Math.max(0, element.clientHeight - chrome));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, chrome]);

  useLayoutEffect(() => {
    returning.current = kept.offset > 0;
    if (scroller.current) scroller.current.scrollTop = 0;
    place.current = { offset: 0, scrollTop: 0 };
  }, [kept, scroller]);

  // After a change of size or count the same rows stay in view as far as they still exist.
  useLayoutEffect(() => {
    const range = Math.max(0, scale.virtual - scale.viewport);
    if (!known) returning.current = kept.offset > 0;
    else if (returning.current && scale.viewport > 0 && kept.offset < scale.virtual) {
      returning.current = false;
      moveTo(Math.min(kept.offset, range));
    }
    if (isScaled(scale) || place.current.offset > range) moveTo(Math.min(place.current.offset, range));
    draw();
  }, [scale, known, kept, moveTo, draw]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let barPressed = false;
    // Rows fill the grid: what is pressed outside of them, on the grid itself, is a scroll bar.
    const onPress = (event: PointerEvent) => {
      barPressed = event.target === element;
    };
    // Not every system tells that a scroll bar was let go, but then the pointer moves on without a button.
    const onPointer = (event: PointerEvent) => {
      if (event.buttons === 0) barPressed = false;
    };
    const onOther = () => {
      barPressed = false;
    };
    const rest = () => flushSync(() => (isScaled(scale) ? moveTo(place.current.offset) : draw()));
    const onScroll = () => {
      const { scrollTop } = element;
      if (scrollTop === place.current.scrollTop) return;
      returning.current = false;
      const before = place.current.offset;
      place.current = followScroll(scale, place.current, scrollTop, barPressed);
      // Rows beside those in view are of no use to steps that go beyond them.
      const far = Math.abs(place.current.offset - before) > scale.viewport;
      // In the same frame: a fast scroll would otherwise show a place where no row is yet.
      flushSync(() =>
        mustSettle(scale, place.current) ? moveTo(place.current.offset) : draw(far ? 0 : OVERSCAN),
      );
      clearTimeout(settle.current);
      if (far || isScaled(scale)) settle.current = setTimeout(rest, SETTLE_MS);
    };
    const listening = new AbortController();
    const passive = { passive: true, signal: listening.signal };
    element.addEventListener('scroll', onScroll, passive);
    element.addEventListener('pointerdown', onPress, passive);
    for (const type of ['pointermove', 'pointerup'] as const)
      window.addEventListener(type, onPointer, passive);
    for (const type of ['wheel', 'keydown'] as const) element.addEventListener(type, onOther, passive);
    return () => {
      listening.abort();
      clearTimeout(settle.current);
    };
  }, [scroller, scale, draw, moveTo]);

  const showRow = useCallback(
    (row: number) => {
      returning.current = false;
      const offset = offsetToShow(scale, place.current.offset, row);
      if (offset !== place.current.offset) flushSync(() => moveTo(offset));
    },
    [scale, moveTo],
  );

  return {
    ...view,
    bodyHeight: scale.physical,
    pageRows: Math.max(1, Math.floor(viewport / ROW_HEIGHT) - 1),
    showRow,
  };
}
