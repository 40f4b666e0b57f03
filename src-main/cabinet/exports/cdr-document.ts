import type { CdrRow, CdrSort, CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { dayOf, formatDay, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { monthWords } from '../../../src-shared/domain/words';
import type { DocumentSections } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { iterateCdrs } from '../../store/read/cdr-pages';
import { namesByNumber } from '../../store/read/subscribers';
import { cdrFacts } from './cdr-facts';
import { directionWords, kindWords, LATE_WORDS, serviceWords, statusWords, zoneWords } from './cdr-words';
import type { MadeDocument } from './make-document';
import { type ColumnSpec, chosenColumns, documentColumns, rowsOf, totalsOf } from './table-spec';

/** Every column of the detalization, in the order of its documents. */
export const cdrColumns: readonly ColumnSpec<CdrRow>[] = [
  {
    key: 'subscriber',
    title: 'Абонент',
    type: 'phone',
    width: 15,
    value: (row) => row.subscriberNumber,
  },
  { key: 'startedAt', title: 'Дата и время', type: 'instant', width: 18, value: (row) => row.startedAt },
  {
    key: 'direction',
    title: 'Направление',
    type: 'text',
    width: 12,
    value: (row) => directionWords[row.direction],
  },
  { key: 'party', title: 'Собеседник', type: 'phone', width: 17, value: (row) => row.party },
  { key: 'service', title: 'Тип', type: 'text', width: 15, value: (row) => serviceWords[row.service] },
  { key: 'zone', title: 'Куда', type: 'text', width: 16, value: (row) => zoneWords[row.zone] },
  { key: 'status', title: 'Результат', type: 'text', width: 12, value: (row) => statusWords[row.status] },
  {
    key: 'durationS',
    title: 'Длительность',
    type: 'duration',
    width: 12,
    value: (row) => (row.service === 'sms' ? null : row.durationS),
  },
  {
    key: 'billedUnits',
    title: 'К оплате',
    type: 'duration',
    width: 11,
    value: (row) => (row.service === 'sms' ? null : row.billedUnits),
  },
  {
    // Parts of messages are no seconds: a file that is summed needs them apart.
    key: 'parts',
    goesWith: 'billedUnits',
    title: 'SMS, шт.',
    type: 'integer',
    width: 8,
    value: (row) => (row.service === 'sms' ? row.billedUnits : null),
  },
  {
    key: 'packageS',
    title: 'Из пакета',
    type: 'duration',
    width: 11,
    value: (row) => row.packageS || null,
  },
  { key: 'net', title: 'Сумма без НДС', type: 'charge', width: 12, value: (row) => row.net },
  { key: 'vat', title: 'Сумма НДС', type: 'charge', width: 11, value: (row) => row.vat },
  { key: 'gross', title: 'Всего с НДС', type: 'charge', width: 12, value: (row) => row.gross },
  {
    key: 'late',
    title: 'Пометка',
    type: 'text',
    width: 22,
    value: (row) => (row.late ? LATE_WORDS : ''),
  },
];

type CdrRequest = Extract<DocumentRequest, { kind: 'cdrs' }>;

/** «Детализация»: the rows of the screen in its order, with the totals of its filter (guide §3.6). */
export function cdrDocument(cache: ReadableCache, request: CdrRequest, madeAt: Instant): MadeDocument {
  const { filter, sort } = request;
  const about = cdrFacts(cache, filter);
  const { summary } = about;
  const chosen = chosenColumns(cdrColumns, request.columns);
  return {
    fileName: `Детализация ${about.whose} ${filter.month} ${kindWords[filter.direction].toLowerCase()}`,
    document: {
      title: `Детализация за ${monthWords(filter.month)}`,
      subject: about.subject,
      sheetTitle: 'Детализация',
      organisation: about.organisation,
      facts: about.facts,
      columns: documentColumns(chosen),
      rowCount: summary.rows,
      rows: rowsOf(chosen, iterateCdrs(cache, filter, sort)),
      totals: totalsOf(chosen, 'Итого', cdrTotals(summary)),
      footnotes: about.footnotes,
      sections: cdrSections(cache, chosen, sort),
      madeAt,
    },
  };
}

/** Days of a list in the order of time; subscribers of one that is sorted by them. */
export function cdrSections(
  cache: ReadableCache,
  chosen: readonly ColumnSpec<CdrRow>[],
  sort: CdrSort,
): DocumentSections | undefined {
  const column = chosen.findIndex(({ key }) => key === sort.column);
  if (column < 0) return undefined;
  if (sort.column === 'startedAt') return { column, words: (at) => formatDay(dayOf(Number(at))) };
  if (sort.column !== 'subscriber') return undefined;
  const names = namesByNumber(cache);
  return {
    column,
    words: (cell) => [formatPhone(String(cell)), names.get(String(cell))].filter(Boolean).join(' '),
  };
}

export const cdrTotals = (summary: CdrSummary): Record<string, number> => ({
  durationS: summary.durationS,
  billedUnits: summary.billedS,
  parts: summary.parts,
  packageS: summary.packageS,
  net: summary.net,
  vat: summary.vat,
  gross: summary.gross,
});
