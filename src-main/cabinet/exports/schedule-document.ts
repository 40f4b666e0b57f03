import { CabinetError } from '../../../src-shared/bridge/errors';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { type PaymentState, paymentState } from '../../../src-shared/domain/installments';
import { sumMoney } from '../../../src-shared/domain/money';
import { dayOf, formatDay, type Instant } from '../../../src-shared/domain/period';
import type { Installment } from '../../../src-shared/domain/requests';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { readItem } from '../../store/read/items';
import { readSubscriber } from '../../store/read/subscribers';
import { subscriberFact } from './facts';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import { paymentStateWords } from './request-words';
import type { ColumnSpec } from './table-spec';

type Payment = Installment['schedule'][number] & { at: number; state: PaymentState };

const columns: readonly ColumnSpec<Payment>[] = [
  { key: 'at', title: '№', type: 'integer', width: 6, value: ({ at }) => at },
  { key: 'dueOn', title: 'Дата платежа', type: 'day', width: 13, value: ({ dueOn }) => dueOn },
  { key: 'amount', title: 'Сумма, руб.', type: 'sum', width: 14, value: ({ amount }) => amount },
  {
    key: 'state',
    title: 'Состояние',
    type: 'text',
    width: 14,
    value: ({ state }) => paymentStateWords[state],
  },
];

/** «График платежей» of one instalment (guide §2.4). @throws CabinetError not-found */
export function scheduleDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'installment-schedule' }>,
  madeAt: Instant,
): MadeDocument {
  const installment = readItem(cache, 'installments', request.installmentId);
  if (!installment) throw new CabinetError('not-found', { what: 'installment' });
  const { subscriberId, equipment, contractNumber, signedOn, schedule } = installment;
  const subscriber = subscriberId === null ? null : readSubscriber(cache, subscriberId);
  const today = dayOf(madeAt);
  return listDocument(cache, request, {
    title: 'График платежей',
    sheetTitle: 'График платежей',
    fileName: 'График платежей',
    about: [
      { label: 'Оборудование', value: equipment },
      { label: 'Договор', value: `${contractNumber} от ${formatDay(signedOn)}` },
      ...(subscriber ? [subscriberFact(subscriber.number, subscriber.name)] : []),
    ],
    columns,
    items: schedule.map((one, index) => ({ ...one, at: index + 1, state: paymentState(one, today) })),
    totals: { amount: sumMoney(schedule.map(({ amount }) => amount)) },
    dataAsOf: readFeedState(cache, 'installments').dataAsOf,
    madeAt,
  });
}
