import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { chargeLineName } from '../../../src-shared/domain/billing';
import { type ChargePair, chargeChange, pairCharges } from '../../../src-shared/domain/charge-pairs';
import { addMonths, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { readCharges } from '../../store/read/charges';
import { requireSubscriber } from '../../store/read/subscribers';
import { CURRENCY_NOTE, factsOf, readOwner, subscriberFact } from './facts';
import type { MadeDocument } from './make-document';
import { type ColumnSpec, chosenColumns, documentColumns, rowsOf, sortItems, totalsOf } from './table-spec';

export const chargeColumns: readonly ColumnSpec<ChargePair>[] = [
  {
    key: 'title',
    title: 'Услуга',
    type: 'text',
    width: 34,
    value: (pair) => chargeLineName(pair.line ?? pair.previous),
  },
  {
    key: 'monthlyGross',
    title: 'В месяц, с НДС',
    type: 'charge',
    width: 12,
    value: ({ line }) => line?.monthlyGross ?? null,
  },
  { key: 'net', title: 'Сумма', type: 'charge', width: 12, value: ({ line }) => line?.net ?? null },
  {
    key: 'vatRate',
    title: 'Ставка НДС',
    type: 'percent',
    width: 8,
    value: ({ line }) => line?.vatRate ?? null,
  },
  { key: 'vat', title: 'Сумма НДС', type: 'charge', width: 12, value: ({ line }) => line?.vat ?? null },
  {
    key: 'localTax',
    title: 'Налог на услуги',
    type: 'charge',
    width: 10,
    value: ({ line }) => line?.localTax ?? null,
  },
  {
    key: 'gross',
    title: 'Всего с учетом налогов',
    type: 'charge',
    width: 13,
    value: ({ line }) => line?.gross ?? null,
  },
];

/** Columns of the comparison with the month before: only where the screen compares. */
const comparison: readonly ColumnSpec<ChargePair>[] = [
  {
    key: 'previousGross',
    title: 'Прошлый месяц',
    type: 'charge',
    width: 13,
    value: ({ previous }) => previous?.gross ?? null,
  },
  { key: 'change', title: 'Изменение', type: 'charge', width: 13, value: chargeChange },
];

/** Whether the charges are those of an invoice already. */
export const closedNote = (closed: boolean): string =>
  closed
    ? 'Счет за этот месяц сформирован.'
    : 'Счет за этот месяц ещё не сформирован: начисления могут измениться.';

type ChargeRequest = Extract<DocumentRequest, { kind: 'charges' }>;

/** «Начисления за май 2021» of a subscriber (guide §3.5). */
export function chargeDocument(cache: ReadableCache, request: ChargeRequest, madeAt: Instant): MadeDocument {
  const { subscriberId, month } = request;
  const subscriber = requireSubscriber(cache, subscriberId);
  const owner = readOwner(cache);
  const { lines, totals, closed, asOf } = readCharges(cache, subscriberId, month);
  const compared = comparison.some(({ key }) => request.columns?.includes(key));
  const specs = compared ? [...chargeColumns, ...comparison] : chargeColumns;
  const before = compared ? readCharges(cache, subscriberId, addMonths(month, -1)) : null;
  const pairs = pairCharges(lines, before?.lines ?? []);
  const grossBefore = before?.totals.gross ?? 0;
  const chosen = chosenColumns(specs, request.columns);
  return {
    fileName: `Начисления ${subscriber.number} ${month}`,
    document: {
      title: `Начисления за ${monthWords(month)}`,
      subject: formatPhone(subscriber.number),
      sheetTitle: 'Начисления',
      organisation: owner.organisation,
      facts: factsOf(
        owner,
        [
          subscriberFact(subscriber.number, subscriber.name),
          { label: 'Тарифный план', value: subscriber.planTitle },
          { label: 'Период', value: monthWords(month) },
        ],
        asOf,
      ),
      columns: documentColumns(chosen),
      rowCount: pairs.length,
      rows: rowsOf(chosen, sortItems(specs, pairs, request.sort)),
      totals: totalsOf(chosen, 'Итого начислений по абоненту', {
        ...totals,
        previousGross: grossBefore,
        change: totals.gross - grossBefore,
      }),
      footnotes: [CURRENCY_NOTE, closedNote(closed)],
      madeAt,
    },
  };
}
