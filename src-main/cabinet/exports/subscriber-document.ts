import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { Subscriber } from '../../../src-shared/domain/account';
import { sumMoney } from '../../../src-shared/domain/money';
import type { Instant } from '../../../src-shared/domain/period';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { readLabels } from '../../store/labels';
import { searchSubscribers } from '../../store/read/subscribers';
import { allPages, listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import type { ColumnSpec } from './table-spec';

const statusWords: Record<Subscriber['status'], string> = {
  active: 'Активный',
  suspended: 'Приостановлен',
  closed: 'Закрыт',
};

const columns: readonly ColumnSpec<Subscriber>[] = [
  { key: 'number', title: 'Номер телефона', type: 'phone', width: 17, value: (one) => one.number },
  { key: 'planTitle', title: 'Тарифный план', type: 'text', width: 16, value: (one) => one.planTitle },
  { key: 'name', title: 'ФИО (название абонента)', type: 'text', width: 34, value: (one) => one.name },
  {
    key: 'status',
    title: 'Статус абонента',
    type: 'text',
    width: 15,
    value: (one) => statusWords[one.status],
  },
  {
    key: 'currentCharges',
    title: 'Начисления абонента',
    // To the last unit, as charges are: in kopecks the rows would not add up to the total.
    type: 'charge',
    width: 14,
    value: (one) => one.currentCharges,
  },
];

type SubscriberRequest = Extract<DocumentRequest, { kind: 'subscribers' }>;

/** The list of «Выбор SIP-абонента» as it was searched (guide §3.1). @throws CabinetError mask-invalid */
export function subscriberDocument(
  cache: ReadableCache,
  request: SubscriberRequest,
  madeAt: Instant,
): MadeDocument {
  const found = allPages((page) => searchSubscribers(cache, { ...request, ...page }));
  return listDocument(cache, request, {
    title: 'Абоненты лицевого счета',
    sheetTitle: 'Абоненты',
    fileName: 'Абоненты',
    about: [
      { label: 'Условие поиска', value: request.mask.trim() },
      { label: 'С меткой', value: request.label ?? '' },
    ],
    columns: request.columns?.includes('labels') ? [...columns, labelColumn(cache)] : columns,
    items: found,
    totals: { currentCharges: sumMoney(found.map((one) => one.currentCharges)) },
    dataAsOf: readFeedState(cache, 'subscribers').dataAsOf,
    madeAt,
  });
}

/** The person's own labels, where the screen shows them. */
function labelColumn(cache: ReadableCache): ColumnSpec<Subscriber> {
  const byId = new Map(
    readLabels(cache).map(({ subscriberId, labels }) => [subscriberId, labels.join(', ')]),
  );
  return {
    key: 'labels',
    title: 'Мои метки',
    type: 'text',
    width: 20,
    value: (one) => byId.get(one.id) ?? null,
  };
}
