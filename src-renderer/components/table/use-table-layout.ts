import { useMemo } from 'react';
import { usePreference } from '../../state/preferences';
import {
  firstLayout,
  type TableLayout,
  tableLayoutSchema,
  withHidden,
  withMoved,
  withWidth,
} from './column-layout';
import type { Column } from './types';

export type TableLayoutControl = {
  layout: TableLayout;
  resize: (id: string, width: number) => void;
  hide: (id: string, hidden: boolean) => void;
  /** Moves a column among the shown ones. */
  move: (id: string, by: number) => void;
  reset: () => void;
};

/** The columns of a table as the person left them, kept under `table.<id>`. */
export function useTableLayout<Row>(id: string, columns: readonly Column<Row>[]): TableLayoutControl {
  const first = useMemo(() => firstLayout(columns), [columns]);
  const [kept, keep] = usePreference<TableLayout>(`table.${id}`, tableLayoutSchema, first);
  // The same layout must be the same object, or every row would be drawn again on every render.
  const text = JSON.stringify(kept);
  const layout = useMemo(() => JSON.parse(text) as TableLayout, [text]);
  return {
    layout,
    resize: (column, width) => keep(withWidth(layout, column, width)),
    hide: (column, hidden) => keep(withHidden(layout, column, hidden)),
    move: (column, by) => keep(withMoved(columns, layout, column, by)),
    reset: () => keep(first),
  };
}
