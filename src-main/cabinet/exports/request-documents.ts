import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { installmentFigures } from '../../../src-shared/domain/installments';
import { sumMoney } from '../../../src-shared/domain/money';
import { dayOf, formatDay, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Guarantee, Installment, Order } from '../../../src-shared/domain/requests';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listInvoices } from '../../store/read/account';
import { listItems } from '../../store/read/items';
import { readSubscriber } from '../../store/read/subscribers';
import { kindWords } from './cdr-words';
import { subscriberFact } from './facts';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import { guaranteeStatusWords, orderFormatWords, orderStatusWords, orderWords } from './request-words';
import type { ColumnSpec } from './table-spec';

type Request<Kind extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: Kind }>;

const guaranteeColumns = (invoices: ReadonlyMap<number, string>): readonly ColumnSpec<Guarantee>[] => [
  {
    key: 'registeredAt',
    title: 'Дата регистрации',
    type: 'instant',
    width: 18,
    value: (one) => one.registeredAt,
  },
  { key: 'amount', title: 'Сумма, руб.', type: 'sum', width: 13, value: (one) => one.amount },
  { key: 'promisedOn', title: 'Оплата до', type: 'day', width: 11, value: (one) => one.promisedOn },
  {
    key: 'invoice',
    title: 'Счет',
    type: 'text',
    width: 20,
    value: (one) => invoices.get(one.invoiceId) ?? null,
    sortBy: (one) => one.invoiceId,
  },
  {
    key: 'status',
    title: 'Состояние',
    type: 'text',
    width: 20,
    value: (one) => guaranteeStatusWords[one.status],
  },
  { key: 'reason', title: 'Причина', type: 'text', width: 36, value: (one) => one.reason },
  { key: 'decidedAt', title: 'Дата решения', type: 'instant', width: 18, value: (one) => one.decidedAt },
];

/** «История гарантийных обязательств» (guide §2.2.2). */
export function guaranteeDocument(
  cache: ReadableCache,
  request: Request<'guarantees'>,
  madeAt: Instant,
): MadeDocument {
  const { fromDay } = request;
  const invoices = new Map(listInvoices(cache).map(({ id, number }) => [id, number]));
  const guarantees = listItems(cache, 'guarantees')
    .filter((one) => !fromDay || dayOf(one.registeredAt) >= fromDay)
    .reverse();
  return listDocument(cache, request, {
    columns: guaranteeColumns(invoices),
    items: guarantees,
    title: 'История гарантийных обязательств',
    sheetTitle: 'Гарантии',
    fileName: 'Гарантийные обязательства',
    about: [{ label: 'Период', value: fromDay ? `с ${formatDay(fromDay)}` : '' }],
    totals: { amount: sumMoney(guarantees.map(({ amount }) => amount)) },
    dataAsOf: readFeedState(cache, 'guarantees').dataAsOf,
    madeAt,
  });
}

const orderColumns: readonly ColumnSpec<Order>[] = [
  { key: 'orderedAt', title: 'Заказано', type: 'instant', width: 18, value: (one) => one.orderedAt },
  { key: 'kind', title: 'Документ', type: 'text', width: 28, value: (one) => orderWords[one.kind] },
  { key: 'month', title: 'Месяц', type: 'month', width: 14, value: (one) => one.month },
  {
    key: 'days',
    title: 'Дни',
    type: 'text',
    width: 22,
    value: ({ fromDay, toDay }) => (fromDay && toDay ? `${formatDay(fromDay)} – ${formatDay(toDay)}` : null),
    sortBy: ({ fromDay }) => fromDay,
  },
  {
    key: 'direction',
    title: 'Тип детализации',
    type: 'text',
    width: 20,
    value: ({ direction }) => direction && kindWords[direction],
  },
  {
    key: 'format',
    title: 'Формат',
    type: 'text',
    width: 12,
    value: ({ format }) => format && orderFormatWords[format],
  },
  {
    key: 'numbers',
    title: 'Абоненты',
    type: 'text',
    width: 30,
    value: ({ numbers }) => numbers?.map(formatPhone).join('; ') ?? 'Лицевой счет',
  },
  { key: 'emails', title: 'E-mail', type: 'text', width: 28, value: ({ emails }) => emails.join('; ') },
  { key: 'status', title: 'Состояние', type: 'text', width: 13, value: orderStatusWords },
  { key: 'readyAt', title: 'Готовность', type: 'instant', width: 18, value: (one) => one.readyAt },
  { key: 'reason', title: 'Причина', type: 'text', width: 30, value: (one) => one.reason },
];

/** Ordered documents: «Заказано ранее» (guide §2.3). */
export function orderDocument(
  cache: ReadableCache,
  request: Request<'orders'>,
  madeAt: Instant,
): MadeDocument {
  const { kinds } = request;
  const orders = listItems(cache, 'orders')
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .reverse();
  return listDocument(cache, request, {
    columns: orderColumns,
    items: orders,
    title: 'Заказанные документы',
    sheetTitle: 'Заказы',
    fileName: 'Заказы документов',
    about: [{ label: 'Документы', value: (kinds ?? []).map((kind) => orderWords[kind]).join(', ') }],
    dataAsOf: readFeedState(cache, 'orders').dataAsOf,
    madeAt,
  });
}

const installmentColumns = (cache: ReadableCache): readonly ColumnSpec<Installment>[] => [
  { key: 'equipment', title: 'Оборудование', type: 'text', width: 34, value: (one) => one.equipment },
  {
    key: 'whom',
    title: 'Абонент',
    type: 'phone',
    width: 17,
    value: ({ subscriberId }) => (subscriberId && readSubscriber(cache, subscriberId)?.number) || null,
  },
  { key: 'contract', title: 'Договор', type: 'text', width: 16, value: (one) => one.contractNumber },
  { key: 'signedOn', title: 'Дата договора', type: 'day', width: 11, value: (one) => one.signedOn },
  { key: 'price', title: 'Стоимость, руб.', type: 'sum', width: 13, value: (one) => one.price },
  {
    key: 'monthly',
    title: 'Ежемесячный платеж, руб.',
    type: 'sum',
    width: 13,
    value: (one) => one.monthlyPayment,
  },
  {
    key: 'left',
    title: 'Осталось платежей',
    type: 'integer',
    width: 10,
    value: (one) => installmentFigures(one).left,
  },
  {
    key: 'leftAmount',
    title: 'Осталось оплатить, руб.',
    type: 'sum',
    width: 13,
    value: (one) => installmentFigures(one).leftAmount,
  },
  {
    key: 'lastOn',
    title: 'Срок погашения',
    type: 'day',
    width: 11,
    value: (one) => installmentFigures(one).lastOn,
  },
];

/** «Информация по рассрочке» (guide §2.4). */
export function installmentDocument(
  cache: ReadableCache,
  request: Request<'installments'>,
  madeAt: Instant,
): MadeDocument {
  const { subscriberId } = request;
  const subscriber = subscriberId === null ? null : readSubscriber(cache, subscriberId);
  const installments = listItems(cache, 'installments')
    .filter((one) => subscriberId === null || one.subscriberId === subscriberId)
    .reverse();
  return listDocument(cache, request, {
    columns: installmentColumns(cache),
    items: installments,
    title: 'Информация по рассрочке',
    sheetTitle: 'Рассрочка',
    fileName: 'Рассрочка',
    about: subscriber ? [subscriberFact(subscriber.number, subscriber.name)] : [],
    totals: {
      price: sumMoney(installments.map(({ price }) => price)),
      leftAmount: sumMoney(installments.map((one) => installmentFigures(one).leftAmount)),
    },
    dataAsOf: readFeedState(cache, 'installments').dataAsOf,
    madeAt,
  });
}
