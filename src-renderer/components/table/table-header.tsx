import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { useRef, useState } from 'react';
import { isNumeric } from './cell-text';
import styles from './data-table.module.css';
import { HEADER_ROW } from './grid-keys';
import type { Column, SortState } from './types';

export type HeaderProps<Row> = {
  columns: readonly Column<Row>[];
  sort: SortState | null;
  activeColumn: number | null;
  onSort: (column: Column<Row>) => void;
  onResize: (column: Column<Row>, width: number) => void;
  /** Fits the column to what is drawn now. */
  onFit: (at: number) => void;
  /** Puts the first column at the place of the second. */
  onMove: (from: number, to: number) => void;
};

export function TableHeader<Row>(props: HeaderProps<Row>) {
  const { columns, sort, activeColumn } = props;
  const [over, setOver] = useState<number | null>(null);
  const dragged = useRef<number | null>(null);

  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    setOver(null);
    if (dragged.current !== null && dragged.current !== to) props.onMove(dragged.current, to);
    dragged.current = null;
  };

  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" className={styles.headerRow} aria-rowindex={1} data-row={HEADER_ROW}>
        {columns.map((column, at) => {
          const sorted = sort?.column === column.id ? sort : null;
          const sortable = column.sortable !== false;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.headerCell}
              aria-colindex={at + 1}
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
              tabIndex={activeColumn === at ? 0 : -1}
              data-column={at}
              data-numeric={isNumeric(column.type) || undefined}
              data-sortable={sortable || undefined}
              data-over={over === at || undefined}
              title={column.title}
              draggable
              onClick={() => sortable && props.onSort(column)}
              onDragStart={(event) => {
                dragged.current = at;
                event.dataTransfer.effectAllowed = 'move';
              }}
              onDragOver={(event) => {
                if (dragged.current === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDragLeave={() => setOver(null)}
              onDragEnd={() => setOver(null)}
              onDrop={(event) => drop(event, at)}
            >
              <span className={styles.headerText}>{column.title}</span>
              {sorted &&
                (sorted.descending ? (
                  <IconArrowDown size={14} aria-hidden />
                ) : (
                  <IconArrowUp size={14} aria-hidden />
                ))}
              <Resizer onResize={(width) => props.onResize(column, width)} onFit={() => props.onFit(at)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

type ResizerProps = { onResize: (width: number) => void; onFit: () => void };

/** The edge that is dragged. Keys do the same on the header cell (Shift+←/→). */
function Resizer({ onResize, onFit }: ResizerProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  return (
    <span
      aria-hidden
      className={styles.resizer}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        const width = event.currentTarget.parentElement?.offsetWidth ?? 0;
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        if (start.current) onResize(start.current.width + clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
