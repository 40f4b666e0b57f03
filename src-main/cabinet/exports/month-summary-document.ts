import type { MonthSummary } from '../../../src-shared/bridge/exports';
import { formatCharge } from '../../../src-shared/domain/money';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { shareOf, WHOLE_SHARE } from '../../../src-shared/domain/shares';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { directionCodes, zoneCodes } from '../../store/codes';
import { type CallSums, sumsByCost, sumsBySubscriber, sumsByZone } from '../../store/read/cdr-month-sums';
import { cdrFacts } from './cdr-facts';
import { directionWords, zoneWords } from './cdr-words';
import type { MadeDocument } from './make-document';
import { type ColumnSpec, documentColumns, rowsOf, totalsOf } from './table-spec';

/** What a summary tells a record's group by: one or two texts. */
type SummaryRow = CallSums & { first: string; second: string };
type Head = Pick<ColumnSpec<SummaryRow>, 'title' | 'type' | 'width'>;

const RUBLE = 10_000;
/** 10 and 50 kopecks, 1, 5 and 10 rubles, with VAT. */
const COST_LIMITS = [RUBLE / 10, RUBLE / 2, RUBLE, 5 * RUBLE, 10 * RUBLE];

const summaries: Record<
  MonthSummary,
  {
    by: string;
    heads: readonly Head[];
    rows(cache: ReadableCache, month: YearMonth): SummaryRow[];
  }
> = {
  'summary-subscriber': {
    by: 'по абонентам',
    heads: [
      { title: 'Абонент', type: 'phone', width: 17 },
      { title: 'ФИО (название абонента)', type: 'text', width: 30 },
    ],
    rows: (cache, month) =>
      sumsBySubscriber(cache, month).map((one) => ({ ...one, first: one.number, second: one.name })),
  },
  'summary-zone': {
    by: 'по направлениям',
    heads: [
      { title: 'Направление', type: 'text', width: 13 },
      { title: 'Куда', type: 'text', width: 18 },
    ],
    rows: (cache, month) =>
      sumsByZone(cache, month).map((one) => ({
        ...one,
        first: directionWords[directionCodes.word(one.direction)],
        second: zoneWords[zoneCodes.word(one.zone)],
      })),
  },
  'summary-cost': {
    by: 'по стоимости',
    heads: [{ title: 'Стоимость записи с НДС, руб.', type: 'text', width: 32 }],
    rows: (cache, month) =>
      sumsByCost(cache, month, COST_LIMITS).map((one) => ({
        ...one,
        first: bandWords(one.band),
        second: '',
      })),
  },
};

function bandWords(band: number): string {
  if (band === 0) return 'Возврат';
  if (band === 1) return 'Бесплатно: из пакета минут';
  if (band === 2) return 'Бесплатно';
  const from = COST_LIMITS[band - 4];
  const to = COST_LIMITS[band - 3];
  const words = [from && `больше ${formatCharge(from)}`, to && `до ${formatCharge(to)}`];
  return words.filter(Boolean).join(', ');
}

/** Calls and messages of the whole account in a month, summed up; free ones are among them. */
export function monthSummaryDocument(
  cache: ReadableCache,
  { kind, month }: { kind: MonthSummary; month: YearMonth },
  madeAt: Instant,
): MadeDocument {
  const { by, heads, rows: read } = summaries[kind];
  const about = cdrFacts(cache, { subscriberId: null, month, direction: 'both' });
  const { calls, messages, durationS, billedS, packageS, net, vat, gross } = about.summary;
  const sums = { calls, messages, durationS, billedS, packageS, net, vat, gross };
  const rows = read(cache, month);
  const specs = columnsOf(heads, gross);
  return {
    fileName: `Сводка ${by} ${about.whose} ${month}`,
    document: {
      title: `Сводка ${by} за ${monthWords(month)}`,
      subject: about.subject,
      sheetTitle: `Сводка ${by}`,
      organisation: about.organisation,
      facts: about.facts,
      columns: documentColumns(specs),
      rowCount: rows.length,
      rows: rowsOf(specs, rows),
      totals: totalsOf(specs, 'Итого', {
        ...sums,
        ...(gross > 0 ? { share: WHOLE_SHARE } : {}),
      }),
      footnotes: [...about.footnotes, 'Доля – от суммы с НДС.'],
      madeAt,
    },
  };
}

function columnsOf(heads: readonly Head[], whole: number): ColumnSpec<SummaryRow>[] {
  const values = [(row: SummaryRow) => row.first, (row: SummaryRow) => row.second];
  return [
    ...heads.map((head, at) => ({ ...head, key: `head${at}`, value: values[at] ?? (() => '') })),
    { key: 'calls', title: 'Звонков', type: 'integer', width: 9, value: (row) => row.calls },
    { key: 'messages', title: 'SMS', type: 'integer', width: 7, value: (row) => row.messages },
    { key: 'durationS', title: 'Длительность', type: 'duration', width: 13, value: (row) => row.durationS },
    { key: 'billedS', title: 'К оплате', type: 'duration', width: 12, value: (row) => row.billedS },
    { key: 'packageS', title: 'Из пакета', type: 'duration', width: 12, value: (row) => row.packageS },
    { key: 'net', title: 'Сумма без НДС', type: 'charge', width: 13, value: (row) => row.net },
    { key: 'vat', title: 'Сумма НДС', type: 'charge', width: 12, value: (row) => row.gross - row.net },
    { key: 'gross', title: 'Всего с НДС', type: 'charge', width: 13, value: (row) => row.gross },
    { key: 'share', title: 'Доля, %', type: 'share', width: 8, value: (row) => shareOf(row.gross, whole) },
  ];
}
