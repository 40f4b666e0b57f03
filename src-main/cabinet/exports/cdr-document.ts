import type { CdrRow, CdrSort, CdrSummary } from '../../../src-shared/bridge/cabinet';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { dayOf, formatDay, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { monthWords } from '../../../src-shared/domain/words';
import type { DocumentSections } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { iterateCdrs } from '../../store/read/cdr-pages';
import { cdrSummary } from '../../store/read/cdr-summary';
import { namesByNumber, readSubscriber } from '../../store/read/subscribers';
import {
  directionWords,
  filterWords,
  kindWords,
  LATE_WORDS,
  serviceWords,
  statusWords,
  zoneWords,
} from './cdr-words';
import { CURRENCY_NOTE, factsOf, readOwner, subscriberFact } from './facts';
import type { MadeDocument } from './make-document';
import { type ColumnSpec, chosenColumns, documentColumns, rowsOf, totalsOf } from './table-spec';

const columns: readonly ColumnSpec<CdrRow>[] = [
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
  const owner = readOwner(cache);
  const summary = cdrSummary(cache, filter);
  const subscriber = filter.subscriberId === null ? null : readSubscriber(cache, filter.subscriberId);
  if (filter.subscriberId !== null && !subscriber)
    throw new CabinetError('not-found', { what: 'subscriber' });
  const chosen = chosenColumns(columns, request.columns);
  const narrowed = filterWords(filter);
  const whose = subscriber ? subscriber.number : owner.number;
  return {
    fileName: `Детализация ${whose} ${filter.month} ${kindWords[filter.direction].toLowerCase()}`,
    document: {
      title: `Детализация за ${monthWords(filter.month)}`,
      subject: subscriber ? formatPhone(subscriber.number) : `Л/с ${owner.number}`,
      sheetTitle: 'Детализация',
      organisation: owner.organisation,
      facts: factsOf(
        owner,
        [
          subscriber
            ? subscriberFact(subscriber.number, subscriber.name)
            : { label: 'Абоненты', value: 'Все абоненты лицевого счета' },
          { label: 'Период', value: monthWords(filter.month) },
          { label: 'Вид детализации', value: kindWords[filter.direction] },
          { label: 'Фильтры', value: narrowed },
        ],
        summary.asOf,
      ),
      columns: documentColumns(chosen),
      rowCount: summary.rows,
      rows: rowsOf(chosen, iterateCdrs(cache, filter, sort)),
      totals: totalsOf(chosen, 'Итого', cdrTotals(summary)),
      footnotes: [
        CURRENCY_NOTE,
        `Звонков: ${summary.calls}, SMS: ${summary.messages}.`,
        ...(summary.complete ? [] : ['Месяц загружен не полностью: показаны уже полученные записи.']),
        ...(summary.lateRows > 0
          ? [`Записей, появившихся после закрытия месяца: ${summary.lateRows}; в счет за месяц они не вошли.`]
          : []),
      ],
      sections: sectionsOf(cache, chosen, sort),
      madeAt,
    },
  };
}

/** Days of a list in the order of time; subscribers of one that is sorted by them. */
function sectionsOf(
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

const cdrTotals = (summary: CdrSummary): Record<string, number> => ({
  durationS: summary.durationS,
  billedUnits: summary.billedS,
  parts: summary.parts,
  packageS: summary.packageS,
  net: summary.net,
  vat: summary.vat,
  gross: summary.gross,
});
