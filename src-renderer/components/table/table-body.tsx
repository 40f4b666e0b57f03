import { type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import styles from './data-table.module.css';
import type { GridPlace } from './grid-keys';
import type { ListPlace } from './list-place';
import { type KeyedRow, keyRows } from './row-keys';
import { ROW_HEIGHT } from './row-window';
import { TableRow } from './table-row';
import type { Column } from './types';
import { useRowWindow } from './use-row-window';
import { type RowReader, useRowsVersion } from './use-rows';

/** Rows drawn as skeletons while the number of rows is not known. */
const UNKNOWN_ROWS = 12;

/** What the grid asks of its rows when a key is pressed. */
export type TableBodyHandle = {
  /** Whole rows that fit. */
  pageRows: number;
  /** Brings a row into view; the rows are in the page when it returns. */
  showRow: (row: number) => void;
};

type TableBodyProps<Row> = {
  ref: Ref<TableBodyHandle>;
  /** Px that the header and the totals take from the scroller's height. */
  chrome: number;
  /** Where the list begins. */
  place: ListPlace;
  reader: RowReader<Row>;
  columns: readonly Column<Row>[];
  /** Px that each column has at least. */
  widths: readonly number[];
  isSelected: (index: number) => boolean;
  active: GridPlace;
  choice: boolean;
};

/**
 * The rows in view. Which they are is known only here: a step of scrolling, or rows that arrive,
 * draw nothing else of the table again.
 */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { ref, reader, active } = props;
  // The grid around the rows. Its own ref is set only after the effects of what is in it have run.
  const scroller = useRef<HTMLElement>(null);
  const findScroller = useCallback((rows: HTMLElement | null) => {
    scroller.current = rows?.parentElement ?? null;
  }, []);
  useRowsVersion(reader);
  const known = reader.rowCount !== null;
  const rowCount = reader.rowCount ?? UNKNOWN_ROWS;
  const view = useRowWindow(scroller, rowCount, known, props.chrome, props.place);
  const { first, last, pageRows, showRow } = view;
  useImperativeHandle(ref, () => ({ pageRows, showRow }), [pageRows, showRow]);

  const { want } = reader;
  useEffect(() => {
    if (known) want(first, last);
  }, [want, known, first, last]);

  const drawn: number[] = [];
  for (let index = first; index < Math.min(last, rowCount); index++) drawn.push(index);
  // The row with the focus stays in the page however far it is scrolled away.
  if (known && active.row >= 0) {
    if (active.row < first) drawn.unshift(active.row);
    else if (active.row >= last) drawn.push(active.row);
  }
  const before = useRef<readonly KeyedRow[]>([]);
  const keyed = keyRows(before.current, drawn, active.row);
  const rowAt = (index: number) => (known ? reader.row(index) : undefined);
  const busy = !known || drawn.some((index) => rowAt(index) === undefined);
  useLayoutEffect(() => {
    before.current = keyed;
    scroller.current?.setAttribute('aria-busy', String(busy));
  });

  const top = (index: number) =>
    Math.max(-ROW_HEIGHT, Math.min(view.base + index * ROW_HEIGHT, view.bodyHeight));
  return (
    <div ref={findScroller} role="rowgroup" className={styles.body} style={{ height: view.bodyHeight }}>
      {keyed.map(({ index, key }) => (
        <TableRow
          key={key}
          index={index}
          top={top(index)}
          row={rowAt(index)}
          columns={props.columns}
          widths={props.widths}
          selected={props.isSelected(index)}
          activeColumn={active.row === index ? active.column : null}
          choice={props.choice}
        />
      ))}
    </div>
  );
}
