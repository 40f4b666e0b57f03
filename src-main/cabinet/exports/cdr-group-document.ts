import {
  type CdrGroup,
  type CdrGrouping,
  type CdrSummary,
  firstGroupedMonth,
  type GroupMeasure,
} from '../../../src-shared/bridge/cabinet';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { CdrService, CdrZone } from '../../../src-shared/domain/cdr';
import { formatInteger } from '../../../src-shared/domain/money';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { shareOf, WHOLE_SHARE } from '../../../src-shared/domain/shares';
import { hourWords, monthWords } from '../../../src-shared/domain/words';
import type { WorkClass } from '../../../src-shared/domain/work-calendar';
import type { CellType } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { cdrGroups } from '../../store/read/cdr-groups';
import { cdrFacts, periodWords } from './cdr-facts';
import { groupingWords, kindWords, serviceWords, workClassWords, zoneWords } from './cdr-words';
import type { MadeDocument } from './make-document';
import { type ColumnSpec, chosenColumns, documentColumns, rowsOf, sortItems, totalsOf } from './table-spec';

type Sums = Pick<CdrGroup, 'rows' | 'durationS' | 'net' | 'gross'>;
/** `order`: what the screen sorts by. */
type GroupRow = Sums & { text: string; name: string; order: string };

const measureOf: Record<GroupMeasure, { words: string; value(sums: Sums): number }> = {
  gross: { words: 'суммы с НДС', value: ({ gross }) => gross },
  duration: { words: 'длительности', value: ({ durationS }) => durationS },
  rows: { words: 'количества записей', value: ({ rows }) => rows },
};

const keyTypes: Partial<Record<CdrGrouping, CellType>> = { party: 'phone', subscriber: 'phone', day: 'day' };

type GroupRequest = Extract<DocumentRequest, { kind: 'cdr-groups' }>;

/** «Детализация» by groups: sums with their shares, as the page shows them (guide §3.6). */
export function cdrGroupDocument(cache: ReadableCache, request: GroupRequest, madeAt: Instant): MadeDocument {
  const { filter, by } = request;
  const { by: words } = groupingWords[by];
  const measure = measureOf[request.measure];
  const first = by === 'month' ? firstGroupedMonth(filter) : filter.month;
  const about = cdrFacts(cache, filter, [{ label: 'Доля', value: `от ${measure.words}` }], first);
  const { summary } = about;
  const whole = measure.value(summary);
  const specs = columnsOf(by, (sums) => shareOf(measure.value(sums), whole));
  const chosen = chosenColumns(specs, request.columns);
  const rows = groupRows(cache, request);
  return {
    fileName: `Детализация ${words} ${about.whose} ${monthsOf(first, filter.month)} ${kindWords[filter.direction].toLowerCase()}`,
    document: {
      title: `Детализация ${words} за ${periodWords(first, filter.month)}`,
      subject: about.subject,
      sheetTitle: capitalized(words),
      organisation: about.organisation,
      facts: about.facts,
      columns: documentColumns(chosen),
      rowCount: rows.length,
      rows: rowsOf(chosen, sortItems(specs, rows, request.sort)),
      totals: totalsOf(chosen, 'Итого', groupTotals(summary, whole)),
      footnotes: about.footnotes,
      madeAt,
    },
  };
}

/** «2021-05», «2020-06 – 2021-05» */
const monthsOf = (first: YearMonth, last: YearMonth): string =>
  first === last ? last : `${first} – ${last}`;

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function columnsOf(by: CdrGrouping, share: (sums: Sums) => number | null): readonly ColumnSpec<GroupRow>[] {
  const name: ColumnSpec<GroupRow> = {
    key: 'name',
    title: 'ФИО (название абонента)',
    type: 'text',
    width: 30,
    value: (row) => row.name,
  };
  return [
    {
      key: 'key',
      title: groupingWords[by].title,
      type: keyTypes[by] ?? 'text',
      width: 26,
      value: (row) => row.text,
      sortBy: (row) => row.order,
    },
    ...(by === 'subscriber' ? [name] : []),
    { key: 'rows', title: 'Записей', type: 'integer', width: 10, value: (row) => row.rows },
    { key: 'durationS', title: 'Длительность', type: 'duration', width: 13, value: (row) => row.durationS },
    { key: 'net', title: 'Сумма без НДС', type: 'charge', width: 13, value: (row) => row.net },
    { key: 'gross', title: 'Всего с НДС', type: 'charge', width: 13, value: (row) => row.gross },
    { key: 'share', title: 'Доля, %', type: 'share', width: 8, value: share },
  ];
}

const groupTotals = ({ rows, durationS, net, gross }: CdrSummary, whole: number): Record<string, number> => ({
  rows,
  durationS,
  net,
  gross,
  ...(whole > 0 ? { share: WHOLE_SHARE } : {}),
});

function groupRows(cache: ReadableCache, { filter, by }: GroupRequest): GroupRow[] {
  const { items, rest } = cdrGroups(cache, filter, by);
  const rows = items.map((group): GroupRow => {
    const [number = '', ...name] = group.name.split(' ');
    const text = by === 'subscriber' ? number : groupText(by, group.key);
    const order = by === 'hour' || by === 'month' ? group.key : text;
    return { ...group, text, name: name.join(' '), order };
  });
  if (!rest) return rows;
  const text = `Остальные (${formatInteger(rest.groups)})`;
  return [...rows, { ...rest, text, name: '', order: text }];
}

function groupText(by: CdrGrouping, key: string): string {
  switch (by) {
    case 'zone':
      return zoneWords[key as CdrZone];
    case 'service':
      return serviceWords[key as CdrService];
    case 'workClass':
      return capitalized(workClassWords[key as WorkClass]);
    case 'month':
      return capitalized(monthWords(key));
    case 'hour':
      return hourWords(Number(key));
    default:
      return key;
  }
}
