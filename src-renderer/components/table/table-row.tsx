import { memo, type ReactNode } from 'react';
import { isNumeric, missingDecimals, NOTHING, showCell, showValue } from './cell-text';
import styles from './data-table.module.css';
import { ROW_HEIGHT } from './row-window';
import { widestPx } from './text-width';
import type { CellValue, Column, ColumnType } from './types';

export type RowProps<Row> = {
  index: number;
  top: number;
  /** Undefined: on its way, drawn as a skeleton. */
  row: Row | undefined;
  columns: readonly Column<Row>[];
  /** Px that each column has at least. */
  widths: readonly number[];
  selected: boolean;
  /** Column of the active cell when it is in this row. */
  activeColumn: number | null;
  /** A round mark of single choice stands before the first cell. */
  choice: boolean;
};

function TableRowBody<Row>(props: RowProps<Row>) {
  const { index, top, row, columns, widths, selected, activeColumn, choice } = props;
  return (
    <div
      role="row"
      className={styles.row}
      style={{ top, height: ROW_HEIGHT }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-row={index}
    >
      {columns.map((column, at) => {
        const { className, title, content } = cellOf(
          column,
          widths[at] ?? 0,
          row,
          choice && at === 0 ? selected : null,
        );
        return (
          <div
            key={column.id}
            role="gridcell"
            className={className}
            aria-colindex={at + 1}
            tabIndex={activeColumn === at ? 0 : -1}
            data-column={at}
            data-numeric={isNumeric(column.type) || undefined}
            title={title}
          >
            {content}
          </div>
        );
      })}
    </div>
  );
}

/** One row; drawn again only when something of its own changes. */
export const TableRow = memo(TableRowBody) as typeof TableRowBody;

type Cell = { className: string | undefined; title?: string | undefined; content: ReactNode };

/** Less one px of it, which a text may use up. */
const PADDING_PX = 15;
const DOT_PX = 14;

/**
 * Nearly every cell is a text alone that fits, which needs neither an element of its own, nor a box that places it, nor one
 * that cuts it: on each step of a scroll hundreds of them are laid out and painted.
 * @param width px that the column has at least
 * @param chosen whether the mark of single choice before it is set; null without such a mark
 */
function cellOf<Row>(column: Column<Row>, width: number, row: Row | undefined, chosen: boolean | null): Cell {
  const choice = chosen !== null && <span className={styles.choice} data-chosen={chosen || undefined} />;
  if (row === undefined) {
    const content = (
      <>
        {choice}
        <span className={styles.skeleton} />
      </>
    );
    return { className: styles.cell, content };
  }
  const shown = showCell(column, row);
  const mark = column.mark?.(row);
  const dotted = column.type === 'badge' && shown !== NOTHING;
  if (!choice && !mark && !dotted) {
    if (shown === NOTHING) return { className: NOTHING_ALONE, content: shown };
    const content = valueText(column.type, shown);
    if (!mayBeCut(column.type, shown, width - PADDING_PX)) return { className: styles.alone, content };
    return { className: CUT_ALONE, title: shown, content };
  }
  const room = choice || mark ? 0 : width - PADDING_PX - DOT_PX;
  const content = (
    <>
      {choice}
      {dotted && <span className={styles.dot} data-tone={column.tone?.(row) ?? 'neutral'} />}
      <CellText type={column.type} shown={shown} room={room} />
      {mark}
    </>
  );
  return { className: styles.cell, content };
}

const NOTHING_ALONE = `${styles.alone} ${styles.nothing}`;
const CUT_ALONE = `${styles.alone} ${styles.text}`;

/** What may be cut is told as a whole by a pause of the mouse. */
const mayBeCut = (type: ColumnType, shown: string, room: number): boolean =>
  widestPx(shown + missingOf(type, shown)) > room;

/** Decimals that a charge lacks: it gets room for them. */
const missingOf = (type: ColumnType, shown: string): string =>
  type === 'charge' ? missingDecimals(shown) : '';

function valueText(type: ColumnType, shown: string): ReactNode {
  const missing = missingOf(type, shown);
  if (!missing) return shown;
  return (
    <>
      {shown}
      <span className={styles.missing}>{missing}</span>
    </>
  );
}

/** @param room px that there are for the text, as far as it is known */
function CellText({ type, shown, room }: { type: ColumnType; shown: string; room: number }) {
  if (shown === NOTHING) return <span className={styles.nothing}>{shown}</span>;
  const text = valueText(type, shown);
  if (!mayBeCut(type, shown, room)) return <span>{text}</span>;
  return (
    <span className={styles.text} title={shown}>
      {text}
    </span>
  );
}

/** A value outside the rows (totals), shown as in them. */
export function ValueText({ type, value }: { type: ColumnType; value: CellValue }) {
  return <CellText type={type} shown={showValue(type, value)} room={0} />;
}
