import { Menu } from '@mantine/core';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { callBridge } from '../../state/bridge';
import { shownColumns, trackOf, widthOf } from './column-layout';
import styles from './data-table.module.css';
import { type GridPlace, HEADER_ROW } from './grid-keys';
import { useListPlace } from './list-place';
import { isSelected, type Selection } from './selection';
import { TableBody, type TableBodyHandle } from './table-body';
import { TableFailure } from './table-failure';
import { TableHeader } from './table-header';
import { hasMenu, TableMenu } from './table-menu';
import { TableToolbar } from './table-toolbar';
import { TableTotals } from './table-totals';
import type { Column, RowAction, SortState, TableSum, Totals } from './types';
import { useCopy } from './use-copy';
import { placeOf, useGrid } from './use-grid';
import type { RowReader } from './use-rows';
import { useTableLayout } from './use-table-layout';

const HEADER_PX = 43;
const TOTALS_PX = 35;

/** The shown columns in order, and the sort when there is one: what exports repeat. */
export type ScreenOrder = { columns: string[]; sort?: SortState };

export type TableViewProps<Row> = {
  /** Name under which the column layout is kept. */
  id: string;
  /** What the table is, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  sort: SortState | null;
  onSort: (sort: SortState) => void;
  /** Sticky last row. */
  totals?: Totals | undefined;
  /** Figures above the table, after the count of rows. */
  sums?: readonly TableSum[] | undefined;
  /** Enter or a double click. */
  onActivate?: ((row: Row) => void) | undefined;
  /** «Show only this value» was chosen on a cell of a filterable column. */
  onFilter?: ((column: Column<Row>, row: Row) => void) | undefined;
  /** More items of a row's menu. */
  rowActions?: readonly RowAction<Row>[] | undefined;
  selection?: 'multiple' | 'single' | undefined;
  /** Single choice: told the chosen row. */
  onChoose?: ((row: Row | null) => void) | undefined;
  /** Single choice: whether the row is the chosen one. */
  chosen?: ((row: Row) => boolean) | undefined;
  /** Stands at the right of the toolbar; gets what an export needs to be like the screen. */
  tools?: ((screen: ScreenOrder) => ReactNode) | undefined;
  /** Shown in place of rows when there are none. */
  empty: ReactNode;
  /** Tallest the grid grows; without it, what its flex column leaves. */
  maxHeight?: number | string | undefined;
};

/** The grid over any reader of rows; `DataTable` and `PagedTable` are its two ready forms. */
export function TableView<Row>(props: TableViewProps<Row> & { reader: RowReader<Row>; listKey: string }) {
  const { columns, reader, sort, totals } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<TableBodyHandle>(null);
  const [menuAt, setMenuAt] = useState<GridPlace | null>(null);
  const control = useTableLayout(props.id, columns);
  const place = useListPlace(props.id, props.listKey);
  const shown = useMemo(() => shownColumns(columns, control.layout), [columns, control.layout]);
  const widths = useMemo(
    () => shown.map((column) => widthOf(column, control.layout)),
    [shown, control.layout],
  );

  const known = reader.rowCount !== null;
  const rowCount = reader.rowCount ?? 0;
  const single = props.selection === 'single';
  const copy = useCopy({ columns: shown, fetchRows: reader.fetchRows, copyText });

  const choose = (selection: Selection) => {
    const row = selection.ranges[0]?.from;
    props.onChoose?.((row === undefined ? undefined : reader.row(row)) ?? null);
  };
  const activate = (index: number) => {
    const row = reader.row(index);
    if (row !== undefined) props.onActivate?.(row);
  };
  const sortBy = (column: Column<Row> | undefined) => {
    if (!column || column.sortable === false) return;
    props.onSort({ column: column.id, descending: sort?.column === column.id && !sort.descending });
  };
  const grid = useGrid({
    scroller,
    rows: rowCount,
    growing: reader.growing,
    columns: shown.length,
    single,
    place,
    body,
    onSelectionChange: single ? choose : undefined,
    onAction: (action, at) => {
      const column = shown[at.column];
      if (action.kind === 'sort') sortBy(column);
      else if (action.kind === 'activate') activate(at.row);
      else if (action.kind === 'copy') void copy.copySelection(grid.selection, at.row, false);
      else if (action.kind === 'resize' && column)
        control.resize(column.id, drawnWidth(at.column) + action.by);
      else if (action.kind === 'reorder' && column) control.move(column.id, action.by);
    },
  });
  const { active } = grid;

  const selected = (index: number) => {
    if (!single || !props.chosen) return isSelected(grid.selection, index);
    const row = reader.row(index);
    return row !== undefined && props.chosen(row);
  };

  // A column may have grown beyond the width that is kept.
  const drawnWidth = (at: number): number =>
    scroller.current?.querySelector<HTMLElement>(`[data-column="${at}"]`)?.offsetWidth ?? 0;
  const fit = (at: number) => {
    const column = shown[at];
    const cells = scroller.current?.querySelectorAll<HTMLElement>(`[data-column="${at}"]`) ?? [];
    const width = Math.max(0, ...Array.from(cells, contentWidth));
    if (column) control.resize(column.id, width);
  };

  const columnsCss = {
    '--table-columns': shown.map((column) => trackOf(column, control.layout)).join(' '),
    '--table-width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    maxHeight: props.maxHeight,
  } as CSSProperties;

  return (
    <div className={styles.frame}>
      <TableToolbar
        rowCount={reader.rowCount}
        sums={props.sums ?? []}
        selected={single ? null : grid.selection}
        copyState={copy.state}
        onCopyStateSeen={copy.forget}
        columns={columns}
        control={control}
        tools={props.tools?.({ columns: shown.map((column) => column.id), ...(sort ? { sort } : {}) })}
      />
      <TableFailure reader={reader} />
      <Menu shadow="md" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.ContextMenu>
          <div
            ref={scroller}
            className={styles.grid}
            style={columnsCss}
            role="grid"
            aria-label={props.label}
            aria-rowcount={known ? rowCount + (totals ? 2 : 1) : -1}
            aria-colcount={shown.length}
            aria-multiselectable={!single}
            data-empty={(known && rowCount === 0) || undefined}
            {...grid.handlers}
            onDoubleClick={(event) => {
              const at = placeOf(event.target);
              if (at && at.row !== HEADER_ROW) activate(at.row);
            }}
            onContextMenu={(event) => {
              const at = placeOf(event.target);
              if (!hasMenu(at, shown, reader)) event.preventDefault();
              setMenuAt(at);
            }}
          >
            <TableHeader
              columns={shown}
              sort={sort}
              activeColumn={active.row === HEADER_ROW ? active.column : null}
              onSort={sortBy}
              onResize={(column, width) => control.resize(column.id, width)}
              onFit={fit}
              onMove={(from, to) => shown[from] && control.move(shown[from].id, to - from)}
            />
            <TableBody
              ref={body}
              chrome={HEADER_PX + (totals ? TOTALS_PX : 0)}
              place={place}
              reader={reader}
              columns={shown}
              widths={widths}
              isSelected={selected}
              active={active}
              choice={single}
            />
            {totals && known && rowCount > 0 && (
              <TableTotals columns={shown} totals={totals} rowIndex={rowCount + 2} />
            )}
          </div>
        </Menu.ContextMenu>
        <TableMenu
          at={menuAt}
          columns={shown}
          reader={reader}
          onCopy={(withTitles) => void copy.copySelection(grid.selection, menuAt?.row ?? -1, withTitles)}
          onCopyCell={(text) => void copy.copyOne(text)}
          onHide={(column) => control.hide(column.id, true)}
          onActivate={props.onActivate}
          onFilter={props.onFilter}
          actions={props.rowActions ?? []}
        />
      </Menu>
      {known && rowCount === 0 && props.empty}
    </div>
  );
}

const copyText = (text: string): Promise<void> => callBridge('program.copyText', { text });

/** Width that a cell's content needs, padding included. */
function contentWidth(cell: HTMLElement): number {
  const gap = 6;
  const padding = 16;
  if (cell.firstChild instanceof Text) {
    const text = document.createRange();
    text.selectNodeContents(cell);
    return Math.ceil(text.getBoundingClientRect().width) + gap + padding;
  }
  return Array.from(cell.children).reduce((sum, child) => sum + child.scrollWidth + gap, padding);
}
