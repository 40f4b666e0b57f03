import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { type ConnectedService, isConnected } from '../../../src-shared/domain/account';
import type { Instant } from '../../../src-shared/domain/period';
import type { PlanChange, Suspension } from '../../../src-shared/domain/subscriber-changes';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listItems } from '../../store/read/items';
import { listServices } from '../../store/read/services';
import { aboutSubscriber } from './facts';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import { planChangeWords, serviceStatusWords, suspensionStatusWords } from './subscriber-words';
import type { ColumnSpec } from './table-spec';

type Request<Kind extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: Kind }>;

const serviceColumns: readonly ColumnSpec<ConnectedService>[] = [
  { key: 'title', title: 'Название услуги', type: 'text', width: 40, value: (one) => one.title },
  {
    key: 'connectedAt',
    title: 'Дата подключения услуги',
    type: 'instant',
    width: 19,
    value: (one) => one.connectedAt,
  },
  {
    key: 'status',
    title: 'Статус услуги',
    type: 'text',
    width: 15,
    value: (one) => serviceStatusWords[one.status],
  },
  {
    key: 'statusReason',
    title: 'Причина статуса',
    type: 'text',
    width: 24,
    value: (one) => one.statusReason || null,
  },
  {
    key: 'validUntil',
    title: 'Срок действия',
    type: 'day',
    width: 15,
    value: (one) => one.validUntil,
  },
  {
    key: 'monthlyGross',
    title: 'Плата с НДС, руб.',
    type: 'sum',
    width: 16,
    value: (one) => one.monthlyGross,
  },
];

/** «Список подключенных услуг» of a subscriber (guide §3.2). @throws CabinetError not-found */
export function serviceDocument(
  cache: ReadableCache,
  request: Request<'services'>,
  madeAt: Instant,
): MadeDocument {
  const { subscriberId, disconnected } = request;
  const { subscriber, about } = aboutSubscriber(cache, subscriberId);
  return listDocument(cache, request, {
    title: 'Услуги абонента',
    sheetTitle: 'Услуги',
    fileName: `Услуги ${subscriber.number}`,
    about: [...about, { label: 'Отключенные услуги', value: disconnected ? 'показаны' : '' }],
    columns: serviceColumns,
    items: listServices(cache, subscriberId).filter((one) => disconnected || isConnected(one)),
    dataAsOf: readFeedState(cache, 'services').dataAsOf,
    madeAt,
  });
}

const suspensionColumns: readonly ColumnSpec<Suspension>[] = [
  { key: 'fromDay', title: 'Первый день', type: 'day', width: 13, value: (one) => one.fromDay },
  { key: 'toDay', title: 'Последний день', type: 'day', width: 15, value: (one) => one.toDay },
  {
    key: 'status',
    title: 'Состояние',
    type: 'text',
    width: 16,
    value: ({ status, toDay }) => suspensionStatusWords[status] + (toDay === null ? ', бессрочно' : ''),
    sortBy: ({ status }) => suspensionStatusWords[status],
  },
  { key: 'reason', title: 'Причина', type: 'text', width: 44, value: (one) => one.reason },
];

/** «Приостановления номера» (guide §3.2). @throws CabinetError not-found */
export function suspensionDocument(
  cache: ReadableCache,
  request: Request<'suspensions'>,
  madeAt: Instant,
): MadeDocument {
  const { subscriber, about } = aboutSubscriber(cache, request.subscriberId);
  return listDocument(cache, request, {
    title: 'Приостановления номера',
    sheetTitle: 'Приостановления',
    fileName: `Приостановления ${subscriber.number}`,
    about,
    columns: suspensionColumns,
    items: ofSubscriber(listItems(cache, 'suspensions'), request.subscriberId),
    dataAsOf: readFeedState(cache, 'suspensions').dataAsOf,
    madeAt,
  });
}

const planChangeColumns = (titles: ReadonlyMap<number, string>): readonly ColumnSpec<PlanChange>[] => [
  { key: 'requestedAt', title: 'Заказана', type: 'instant', width: 19, value: (one) => one.requestedAt },
  {
    key: 'plans',
    title: 'Тарифный план',
    type: 'text',
    width: 46,
    value: (one) => `${titles.get(one.fromPlanId) ?? ''} → ${titles.get(one.toPlanId) ?? ''}`,
  },
  { key: 'effectiveOn', title: 'Действует с', type: 'day', width: 13, value: (one) => one.effectiveOn },
  {
    key: 'status',
    title: 'Состояние',
    type: 'text',
    width: 16,
    value: (one) => planChangeWords[one.status],
  },
];

/** «Прежние смены» of the tariff plan (guide §3.5). @throws CabinetError not-found */
export function planChangeDocument(
  cache: ReadableCache,
  request: Request<'plan-changes'>,
  madeAt: Instant,
): MadeDocument {
  const { subscriber, about } = aboutSubscriber(cache, request.subscriberId);
  const titles = new Map(listItems(cache, 'tariff-plans').map(({ id, title }) => [id, title]));
  return listDocument(cache, request, {
    title: 'Смены тарифного плана',
    sheetTitle: 'Смены ТП',
    fileName: `Смены ТП ${subscriber.number}`,
    about,
    columns: planChangeColumns(titles),
    items: ofSubscriber(listItems(cache, 'plan-changes'), request.subscriberId),
    dataAsOf: readFeedState(cache, 'plan-changes').dataAsOf,
    madeAt,
  });
}

/** Newest first, as on the screen. */
const ofSubscriber = <Item extends { subscriberId: number }>(items: readonly Item[], id: number): Item[] =>
  items.filter(({ subscriberId }) => subscriberId === id).reverse();
