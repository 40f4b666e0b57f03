import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { dayOf, formatDay, type Instant, type YearMonth } from '../../../src-shared/domain/period';
import { averageCost, differenceTo, type PlanCosts } from '../../../src-shared/domain/plan-costs';
import { planChangeDay } from '../../../src-shared/domain/rules';
import {
  offersToAdd,
  offerThisMonth,
  type ServiceToAdd,
  type ServiceToRemove,
  servicesToRemove,
} from '../../../src-shared/domain/service-rules';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listItems } from '../../store/read/items';
import { listServices } from '../../store/read/services';
import { allowedOffers } from '../subscriber-changes/channels';
import { comparePlans } from '../subscriber-changes/compare-plans';
import { aboutSubscriber } from './facts';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import { serviceBarWords } from './subscriber-words';
import type { ColumnSpec } from './table-spec';

type Request<Kind extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: Kind }>;

const TITLE = { key: 'title', title: 'Название услуги', type: 'text', width: 36 } as const;
const MONTHLY = { key: 'monthlyGross', title: 'В месяц с НДС, руб.', type: 'sum', width: 14 } as const;
const restriction: ColumnSpec<Pick<ServiceToAdd, 'bar'>> = {
  key: 'restriction',
  title: 'Условие',
  type: 'text',
  width: 34,
  value: ({ bar }) => bar && serviceBarWords(bar),
  sortBy: ({ bar }) => bar?.bar ?? null,
};

const columnsToAdd = (madeAt: Instant): readonly ColumnSpec<ServiceToAdd>[] => [
  { ...TITLE, value: ({ offer }) => offer.title },
  { ...MONTHLY, value: ({ offer }) => offer.monthlyGross },
  {
    key: 'thisMonth',
    title: 'За этот месяц, руб.',
    type: 'charge',
    width: 14,
    value: ({ offer }) => offerThisMonth(offer, dayOf(madeAt)),
  },
  {
    key: 'oneTimeGross',
    title: 'За подключение, руб.',
    type: 'sum',
    width: 15,
    value: ({ offer }) => offer.oneTimeGross,
  },
  restriction,
  {
    key: 'description',
    title: 'Описание',
    type: 'text',
    width: 60,
    value: ({ offer }) => offer.description || null,
  },
];

const columnsToRemove: readonly ColumnSpec<ServiceToRemove>[] = [
  { ...TITLE, value: ({ service }) => service.title },
  {
    key: 'connectedAt',
    title: 'Дата подключения услуги',
    type: 'instant',
    width: 19,
    value: ({ service }) => service.connectedAt,
  },
  { ...MONTHLY, value: ({ service }) => service.monthlyGross },
  restriction,
];

/** What «Добавление услуг» and «Удаление услуг» offer (guide §3.2). @throws CabinetError not-found */
export function serviceChoiceDocument(
  cache: ReadableCache,
  request: Request<'service-choice'>,
  madeAt: Instant,
): MadeDocument {
  const { subscriber, about } = aboutSubscriber(cache, request.subscriberId);
  const facts = {
    services: listServices(cache, subscriber.id),
    offers: allowedOffers(cache, subscriber, listItems(cache, 'service-offers')),
  };
  const list = { about, dataAsOf: readFeedState(cache, 'services').dataAsOf, madeAt };
  if (request.change === 'connect') {
    return listDocument(cache, request, {
      ...list,
      title: 'Услуги, которые можно добавить',
      sheetTitle: 'Добавление услуг',
      fileName: `Добавление услуг ${subscriber.number}`,
      columns: columnsToAdd(madeAt),
      items: offersToAdd(facts),
    });
  }
  return listDocument(cache, request, {
    ...list,
    title: 'Услуги, которые можно удалить',
    sheetTitle: 'Удаление услуг',
    fileName: `Удаление услуг ${subscriber.number}`,
    columns: columnsToRemove,
    items: servicesToRemove(facts),
  });
}

const planColumns = (
  months: readonly YearMonth[],
  difference: (offer: PlanCosts) => number | null,
): readonly ColumnSpec<PlanCosts>[] => [
  { key: 'title', title: 'Тарифный план', type: 'text', width: 28, value: ({ plan }) => plan.title },
  {
    key: 'monthlyGross',
    title: 'Абонентская плата с НДС, руб.',
    type: 'sum',
    width: 16,
    value: ({ plan }) => plan.monthlyGross,
  },
  ...months.map(
    (month, at): ColumnSpec<PlanCosts> => ({
      key: `month-${at}`,
      title: `${monthWords(month)}, с НДС, руб.`,
      type: 'sum',
      width: 17,
      value: ({ costs }) => costs[at]?.total ?? null,
    }),
  ),
  { key: 'average', title: 'В среднем за месяц, руб.', type: 'sum', width: 15, value: averageCost },
  { key: 'difference', title: 'Разница с текущим, руб.', type: 'sum', width: 15, value: difference },
  {
    key: 'description',
    title: 'Описание',
    type: 'text',
    width: 60,
    value: ({ plan }) => plan.description || null,
  },
];

/**
 * The offered tariff plans with what the last months would have cost on each (guide §3.5).
 * @throws CabinetError not-found; cancelled when the cache was closed meanwhile
 */
export async function planOfferDocument(
  cache: ReadableCache,
  request: Request<'plan-offers'>,
  madeAt: Instant,
): Promise<MadeDocument> {
  const { subscriber, about } = aboutSubscriber(cache, request.subscriberId);
  const { current, months, plans, asOf } = await comparePlans(cache, subscriber, madeAt);
  return listDocument(cache, request, {
    title: 'Предлагаемые тарифные планы',
    sheetTitle: 'Тарифные планы',
    fileName: `Тарифные планы ${subscriber.number}`,
    about: [...about, { label: 'Смена ТП', value: `с ${formatDay(planChangeDay(madeAt))}` }],
    columns: planColumns(months, differenceTo(plans, current?.id)),
    items: plans,
    dataAsOf: asOf,
    madeAt,
  });
}
