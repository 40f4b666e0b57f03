import { memo, type ReactNode } from 'react';
import { isNumeric, missingDecimals, NOTHING, showCell, showValue } from './cell-text';
import styles from './data-table.module.css';
import { ROW_HEIGHT } from './row-window';
import type { CellValue, Column, ColumnType } from './types';

export type RowProps<Row> = {
  index: number;
  top: number;
  /** Undefined: on its way, drawn as a skeleton. */
  row: Row | undefined;
  columns: readonly Column<Row>[];
  selected: boolean;
  /** Column of the active cell when it is in this row. */
  activeColumn: number | null;
  /** A round mark of single choice stands before the first cell. */
  choice: boolean;
};

function TableRowBody<Row>(props: RowProps<Row>) {
  const { index, top, row, columns, selected, activeColumn, choice } = props;
  return (
    <div
      role="row"
      className={styles.row}
      style={{ top, height: ROW_HEIGHT }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-row={index}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          className={styles.cell}
          aria-colindex={at + 1}
          tabIndex={activeColumn === at ? 0 : -1}
          data-column={at}
          data-numeric={isNumeric(column.type) || undefined}
        >
          {choice && at === 0 && <span className={styles.choice} data-chosen={selected || undefined} />}
          {row === undefined ? <span className={styles.skeleton} /> : cellContent(column, row)}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when something of its own changes. */
export const TableRow = memo(TableRowBody) as typeof TableRowBody;

function cellContent<Row>(column: Column<Row>, row: Row): ReactNode {
  const shown = showCell(column, row);
  const mark = column.mark?.(row);
  if (column.type === 'badge' && shown !== NOTHING) {
    return (
      <>
        <span className={styles.dot} data-tone={column.tone?.(row) ?? 'neutral'} />
        <span className={styles.text}>{shown}</span>
        {mark}
      </>
    );
  }
  return (
    <>
      <CellText type={column.type} shown={shown} />
      {mark}
    </>
  );
}

/** A formatted value; charges get room for the decimals that they lack. */
function CellText({ type, shown }: { type: ColumnType; shown: string }) {
  if (shown === NOTHING) return <span className={styles.nothing}>{shown}</span>;
  const missing = type === 'charge' ? missingDecimals(shown) : '';
  return (
    // A long text may be cut where the window ends: its whole is told by a pause of the mouse.
    <span className={styles.text} title={type === 'text' ? shown : undefined}>
      {shown}
      {missing && <span className={styles.missing}>{missing}</span>}
    </span>
  );
}

/** A value outside the rows (totals), shown as in them. */
export function ValueText({ type, value }: { type: ColumnType; value: CellValue }) {
  return <CellText type={type} shown={showValue(type, value)} />;
}
