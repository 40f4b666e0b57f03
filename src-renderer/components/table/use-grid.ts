import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type GridAction, type GridPlace, gridAction, HEADER_ROW } from './grid-keys';
import type { ListPlace } from './list-place';
import {
  emptySelection,
  extendTo,
  isSelected,
  type Selection,
  selectAll,
  selectOnly,
  toggleRow,
} from './selection';
import type { TableBodyHandle } from './table-body';

export type GridOptions = {
  scroller: RefObject<HTMLDivElement | null>;
  rows: number;
  /** More rows come after those that are here. */
  growing: boolean;
  columns: number;
  /** One row at most is chosen. */
  single: boolean;
  /** What was active and chosen in the list; another one is another list. */
  place: ListPlace;
  body: RefObject<TableBodyHandle | null>;
  onSelectionChange?: ((selection: Selection) => void) | undefined;
  /** Keys that act on more than focus and selection. */
  onAction: (action: Exclude<GridAction, { kind: 'move' }>, at: GridPlace) => void;
};

export type Grid = {
  active: GridPlace;
  selection: Selection;
  setSelection: (selection: Selection) => void;
  handlers: {
    onKeyDown: (event: KeyboardEvent) => void;
    onMouseDown: (event: MouseEvent) => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
  };
};

/** The cell that an element of the grid is in, or null. */
export function placeOf(element: EventTarget | null): GridPlace | null {
  if (!(element instanceof Element)) return null;
  const cell = element.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column) };
}

/**
 * Focus and selection of a grid: one cell can be reached by Tab and moves with the keys (roving focus);
 * its row is always drawn, so scrolling away never loses the focus.
 */
export function useGrid(options: GridOptions): Grid {
  const { scroller, body, rows, growing, columns, single, place } = options;
  const [wanted, setWanted] = useState<GridPlace>(place.active);
  const [selection, setOwnSelection] = useState<Selection>(emptySelection);
  const [shownPlace, setShownPlace] = useState(place);
  /** What was chosen is not chosen again yet: its rows are not here, or not all of them. */
  const [returning, setReturning] = useState(place.rows > 0);
  const [counted, setCounted] = useState({ rows, growing });
  const focused = useRef(false);
  const follow = useRef(false);

  if (shownPlace !== place) {
    setShownPlace(place);
    setOwnSelection(emptySelection);
    setReturning(place.rows > 0);
    if (place.rows > 0) setWanted(place.active);
    else if (wanted.row > 0) setWanted({ ...wanted, row: 0 });
  } else if (returning && rows === place.rows) {
    setReturning(false);
    // A single choice is kept by the page.
    if (!single) setOwnSelection(place.selection);
  } else if (!returning && rows !== counted.rows && !counted.growing && selection.ranges.length > 0) {
    // What is chosen is known by number, which says nothing among other rows.
    setOwnSelection(emptySelection);
  }
  if (rows !== counted.rows || growing !== counted.growing) setCounted({ rows, growing });
  useLayoutEffect(() => {
    if (rows > 0 && !returning) Object.assign(place, { active: wanted, selection, rows });
  });

  const active: GridPlace = {
    row: Math.max(HEADER_ROW, Math.min(wanted.row, rows - 1)),
    column: Math.max(0, Math.min(wanted.column, columns - 1)),
  };

  const setSelection = (next: Selection) => {
    setReturning(false);
    setOwnSelection(next);
    options.onSelectionChange?.(next);
  };

  // The focus follows keys, and is kept when the focused cell was taken away by a change of the list.
  useLayoutEffect(() => {
    const lost = focused.current && document.activeElement === document.body;
    if (!follow.current && !lost) return;
    follow.current = false;
    focusCell(scroller.current, active);
  });

  const move = (to: GridPlace, extend: boolean) => {
    if (to.row >= 0) body.current?.showRow(to.row);
    follow.current = true;
    setWanted(to);
    if (to.row === HEADER_ROW || to.row === active.row) return;
    setSelection(extend && !single ? extendTo(selection, to.row) : selectOnly(to.row));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !placeOf(event.target)) return;
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    };
    const action = gridAction(press, active, { rows, columns, pageRows: body.current?.pageRows ?? 1 });
    if (!action) return;
    if (action.kind === 'clear') {
      // Esc means «back» for the page unless there is something to take back here.
      if (selection.ranges.length === 0 || single) return;
      setSelection({ ...emptySelection, anchor: active.row });
    } else if (action.kind === 'move') {
      move(action.to, action.extend);
    } else if (action.kind === 'toggle') {
      setSelection(single ? selectOnly(active.row) : toggleRow(selection, active.row));
    } else if (action.kind === 'select-all') {
      if (!single) setSelection(selectAll(rows, Math.max(0, active.row)));
    } else {
      options.onAction(action, active);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onMouseDown = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (!at || at.row === HEADER_ROW || at.row >= rows) return;
    setWanted(at);
    if (event.button !== 0) {
      if (!isSelected(selection, at.row)) setSelection(selectOnly(at.row));
    } else if (event.shiftKey && !single) {
      setSelection(extendTo(selection, at.row));
    } else if ((event.ctrlKey || event.metaKey) && !single) {
      setSelection(toggleRow(selection, at.row));
    } else {
      setSelection(selectOnly(at.row));
    }
  };

  const onFocus = (event: FocusEvent) => {
    focused.current = true;
    const at = placeOf(event.target);
    if (at && (at.row !== active.row || at.column !== active.column)) setWanted(at);
  };

  const onBlur = () => {
    focused.current = false;
  };

  return { active, selection, setSelection, handlers: { onKeyDown, onMouseDown, onFocus, onBlur } };
}

function focusCell(scroller: HTMLElement | null, at: GridPlace): void {
  const cell = scroller?.querySelector<HTMLElement>(`[data-row="${at.row}"] [data-column="${at.column}"]`);
  if (!scroller || !cell) return;
  cell.focus({ preventScroll: true });
  const left = cell.offsetLeft;
  const right = left + cell.offsetWidth;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth;
}
