import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { sumMoney } from '../../../src-shared/domain/money';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { iterateCdrs } from '../../store/read/cdr-pages';
import { cdrColumns, cdrSections, cdrTotals } from './cdr-document';
import { cdrFacts } from './cdr-facts';
import { kindWords } from './cdr-words';
import type { MadeDocument } from './make-document';
import { documentColumns, rowsOf, totalsOf } from './table-spec';

const IN_TIME = { column: 'startedAt', descending: false } as const;

type MonthsRequest = Extract<DocumentRequest, { kind: 'cdr-months' }>;

/**
 * Whole months of the account's detalization in the order of time, each on sheets of its own (guide §3.6).
 * Rows are read while they are written, so that months of any length fit.
 */
export function cdrMonthsDocument(
  cache: ReadableCache,
  { months: asked, direction }: MonthsRequest,
  madeAt: Instant,
): MadeDocument {
  const months = [...new Set(asked)].sort();
  const first = months[0] as YearMonth;
  const last = months.at(-1) as YearMonth;
  const parts = months.map((month) => {
    const filter = { subscriberId: null, month, direction } as const;
    return { month, filter, about: cdrFacts(cache, filter) };
  });
  const { whose, subject, organisation, facts } = (parts[0] as (typeof parts)[number]).about;
  const period = months.map(monthWords).join(', ');
  function* rows(): Generator<CdrRow> {
    for (const { filter } of parts) yield* iterateCdrs(cache, filter, IN_TIME);
  }
  const totals = parts.map(({ about }) => cdrTotals(about.summary));
  const keys = Object.keys(totals[0] ?? {});
  const named = first === last ? first : `${first} – ${last}`;
  return {
    fileName: `Детализация ${whose} ${named} ${kindWords[direction].toLowerCase()}`,
    document: {
      title: `Детализация за ${first === last ? period : `${monthWords(first)} – ${monthWords(last)}`}`,
      subject,
      sheetTitle: 'Детализация',
      organisation,
      facts: facts.map((fact) => (fact.label === 'Период' ? { ...fact, value: period } : fact)),
      columns: documentColumns(cdrColumns),
      rowCount: parts.reduce((sum, { about }) => sum + about.summary.rows, 0),
      sheets: parts.map(({ month, about }) => ({
        title: titleOf(month),
        rowCount: about.summary.rows,
      })),
      rows: rowsOf(cdrColumns, rows()),
      sections: cdrSections(cache, cdrColumns, IN_TIME),
      totals: totalsOf(
        cdrColumns,
        'Итого',
        Object.fromEntries(keys.map((key) => [key, sumMoney(totals.map((one) => one[key] ?? 0))])),
      ),
      footnotes: footnotesOf(parts.map(({ month, about }) => ({ month, notes: about.footnotes }))),
      madeAt,
    },
  };
}

function titleOf(month: YearMonth): string {
  const words = monthWords(month);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is said of every month stands once, without a month's name. */
function footnotesOf(months: readonly { month: YearMonth; notes: readonly string[] }[]): string[] {
  const [one] = months;
  if (!one || months.length === 1) return [...(one?.notes ?? [])];
  const shared = one.notes.filter((note) => months.every(({ notes }) => notes.includes(note)));
  return [
    ...shared,
    ...months.flatMap(({ month, notes }) => {
      const own = notes.filter((note) => !shared.includes(note));
      return own.length > 0 ? [`${titleOf(month)}: ${own.join(' ')}`] : [];
    }),
  ];
}
