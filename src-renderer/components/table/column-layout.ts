import { z } from 'zod';
import type { Column, ColumnType } from './types';

/** How a person left the columns: survives a restart under the table's name. */
export const tableLayoutSchema = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
});
export type TableLayout = z.infer<typeof tableLayoutSchema>;

export const MIN_WIDTH = 56;
const MAX_WIDTH = 900;

const TYPE_WIDTH: Record<ColumnType, number> = {
  text: 180,
  phone: 148,
  instant: 150,
  day: 104,
  duration: 112,
  integer: 100,
  percent: 76,
  charge: 94,
  sum: 108,
  badge: 140,
};

/** The layout of a table that nobody has touched. */
export function firstLayout<Row>(columns: readonly Column<Row>[]): TableLayout {
  return {
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => column.hiddenAtFirst).map((column) => column.id),
    widths: {},
  };
}

/** Columns in the kept order; those that came with a newer version stand where the program puts them. */
export function orderColumns<Row>(columns: readonly Column<Row>[], layout: TableLayout): Column<Row>[] {
  const ordered: Column<Row>[] = [];
  for (const id of layout.order) {
    const column = columns.find((candidate) => candidate.id === id);
    if (column) ordered.push(column);
  }
  for (const [index, column] of columns.entries()) {
    if (layout.order.includes(column.id)) continue;
    const before = columns[index - 1];
    ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, column);
  }
  return ordered;
}

/** Columns on the screen, in order; never none. */
export function shownColumns<Row>(columns: readonly Column<Row>[], layout: TableLayout): Column<Row>[] {
  const ordered = orderColumns(columns, layout);
  const hidden = new Set(layout.hidden);
  for (const column of columns) {
    if (column.hiddenAtFirst && !layout.order.includes(column.id)) hidden.add(column.id);
  }
  const shown = ordered.filter((column) => column.hideable === false || !hidden.has(column.id));
  return shown.length > 0 ? shown : ordered.slice(0, 1);
}

export function widthOf<Row>(column: Column<Row>, layout: TableLayout): number {
  return layout.widths[column.id] ?? column.width ?? TYPE_WIDTH[column.type];
}

/** The column's track of the grid. */
export function trackOf<Row>(column: Column<Row>, layout: TableLayout): string {
  const width = `${widthOf(column, layout)}px`;
  const grows = column.growTo !== undefined && layout.widths[column.id] === undefined;
  return grows ? `minmax(${width}, ${column.growTo}px)` : width;
}

export function withWidth(layout: TableLayout, id: string, width: number): TableLayout {
  const bounded = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
  return { ...layout, widths: { ...layout.widths, [id]: bounded } };
}

export function withHidden(layout: TableLayout, id: string, hidden: boolean): TableLayout {
  const others = layout.hidden.filter((other) => other !== id);
  return { ...layout, hidden: hidden ? [...others, id] : others };
}

/** Moves a column among those on the screen by some places. */
export function withMoved<Row>(
  columns: readonly Column<Row>[],
  layout: TableLayout,
  id: string,
  by: number,
): TableLayout {
  const shown = shownColumns(columns, layout).map((column) => column.id);
  const from = shown.indexOf(id);
  const to = Math.min(shown.length - 1, Math.max(0, from + by));
  const target = shown[to];
  if (from < 0 || target === undefined || from === to) return layout;
  const order = orderColumns(columns, layout)
    .map((column) => column.id)
    .filter((other) => other !== id);
  order.splice(order.indexOf(target) + (to > from ? 1 : 0), 0, id);
  const hidden = columns.filter((column) => !shown.includes(column.id)).map((column) => column.id);
  return { ...layout, order, hidden };
}
