import { MAX_PAGE } from '../../../src-shared/bridge/cabinet';
import { dayOf, type Instant } from '../../../src-shared/domain/period';
import type { Fact } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { CURRENCY_NOTE, factsOf, readOwner } from './facts';
import type { MadeDocument } from './make-document';
import {
  type ColumnSpec,
  chosenColumns,
  documentColumns,
  rowsOf,
  type SortRequest,
  sortItems,
  totalsOf,
} from './table-spec';

type ListOf<Item> = {
  title: string;
  sheetTitle: string;
  /** Beginning of the file's name; the account and the day follow. */
  fileName: string;
  /** What narrowed the list. */
  about?: readonly Fact[];
  columns: readonly ColumnSpec<Item>[];
  items: readonly Item[];
  /** Totals by the keys of their columns. */
  totals?: Readonly<Record<string, number>>;
  totalsLabel?: string;
  dataAsOf: Instant | null;
  madeAt: Instant;
};

/** A whole list of the account as its screen shows it: the columns in their order, sorted. */
export function listDocument<Item>(
  cache: ReadableCache,
  shown: { columns?: readonly string[] | undefined; sort?: SortRequest | undefined },
  list: ListOf<Item>,
): MadeDocument {
  const { title, sheetTitle, about = [], columns, items, totals, dataAsOf, madeAt } = list;
  const owner = readOwner(cache);
  const chosen = chosenColumns(columns, shown.columns);
  return {
    fileName: `${list.fileName} ${owner.number} ${dayOf(madeAt)}`,
    document: {
      title,
      subject: `Л/с ${owner.number}`,
      sheetTitle,
      organisation: owner.organisation,
      facts: factsOf(owner, about, dataAsOf),
      columns: documentColumns(chosen),
      rowCount: items.length,
      rows: rowsOf(chosen, sortItems(columns, items, shown.sort)),
      totals: totals ? totalsOf(chosen, list.totalsLabel ?? 'Итого', totals) : null,
      footnotes: columns.some(({ type }) => type === 'sum') ? [CURRENCY_NOTE] : [],
      madeAt,
    },
  };
}

/** Every record of a query that answers by pages. */
export function allPages<Item>(
  read: (page: { offset: number; limit: number }) => { items: readonly Item[]; total: number },
): Item[] {
  const found: Item[] = [];
  for (;;) {
    const { items, total } = read({ offset: found.length, limit: MAX_PAGE });
    found.push(...items);
    if (found.length >= total || items.length === 0) return found;
  }
}
