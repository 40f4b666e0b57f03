import type { Cell, DocumentColumn, DocumentTotals, Row } from '../../documents/model';

/** A column of a document: its place in the file and how a record fills it. Keys are the screen's column ids. */
export type ColumnSpec<Item> = DocumentColumn & {
  value(item: Item): Cell;
  /** What the screen sorts by where it is not the cell itself. */
  sortBy?(item: Item): Cell;
  /** Goes with the column of this key instead of being asked for by its own. */
  goesWith?: string;
};

export type SortRequest = { column: string; descending: boolean };

/** The columns the screen shows, in its order; all of them when it did not say. */
export function chosenColumns<Item>(
  specs: readonly ColumnSpec<Item>[],
  keys: readonly string[] | undefined,
): readonly ColumnSpec<Item>[] {
  if (!keys) return specs;
  const chosen = keys.flatMap((key) => specs.filter((spec) => (spec.goesWith ?? spec.key) === key));
  return chosen.length > 0 ? chosen : specs;
}

export const documentColumns = <Item>(specs: readonly ColumnSpec<Item>[]): DocumentColumn[] =>
  specs.map(({ key, title, type, width }) => ({ key, title, type, width }));

const PIECE_ROWS = 1000;

/** Rows of the document in pieces, made while they are read. */
export function* rowsOf<Item>(
  specs: readonly ColumnSpec<Item>[],
  items: Iterable<Item>,
): Generator<readonly Row[]> {
  let piece: Row[] = [];
  for (const item of items) {
    piece.push(specs.map((spec) => spec.value(item)));
    if (piece.length < PIECE_ROWS) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** Totals by key under the columns that are shown; null when none of those has one. */
export function totalsOf<Item>(
  specs: readonly ColumnSpec<Item>[],
  label: string,
  totals: Readonly<Record<string, number>>,
): DocumentTotals | null {
  const values = specs.map(({ key }) => totals[key] ?? null);
  return values.some((value) => value !== null) ? { label, values } : null;
}

const collator = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' });

/** Sorts as the screen's tables do: nothing stays last both ways, equal records keep their order. */
export function sortItems<Item>(
  specs: readonly ColumnSpec<Item>[],
  items: readonly Item[],
  sort: SortRequest | undefined,
): readonly Item[] {
  const spec = specs.find(({ key }) => key === sort?.column);
  if (!spec || !sort) return items;
  const keyed = items.map((item) => {
    const key = (spec.sortBy ?? spec.value)(item);
    return { item, key: key === '' ? null : key };
  });
  const direction = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'number' && typeof b.key === 'number') return direction * (a.key - b.key);
    return direction * collator.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ item }) => item);
}
