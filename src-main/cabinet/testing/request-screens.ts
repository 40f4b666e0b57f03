import { callCentreRu } from '../../../src-renderer/i18n/ru/call-centre';
import { feedbackRu } from '../../../src-renderer/i18n/ru/feedback';
import { installmentsRu } from '../../../src-renderer/i18n/ru/installments';
import { ordersRu } from '../../../src-renderer/i18n/ru/orders';
import { answeredPercent, sumCalls } from '../../../src-shared/domain/call-counts';
import { paymentState } from '../../../src-shared/domain/installments';
import { sumMoney } from '../../../src-shared/domain/money';
import type { CalendarDay } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { TestCore } from './harness';
import type { ScreenTable } from './screen-table';

/** Test equipment: tables of «Рассрочка», «Обратная связь» and the call centre as the window draws them. */

const countColumns: ScreenTable['columns'] = [
  [callCentreRu['callCentre.answered'], 'integer'],
  [callCentreRu['callCentre.missed'], 'integer'],
  [callCentreRu['callCentre.busy'], 'integer'],
  [callCentreRu['callCentre.percent'], 'percent'],
  [callCentreRu['callCentre.talk'], 'duration'],
];

/** Statistics of the call centre; a file has no total under the shares, for there it would be their sum. */
export async function callCentreTable(
  core: TestCore,
  month: string,
  by: 'day' | 'operator',
): Promise<ScreenTable> {
  const { days, operators } = await core.call('requests.callCentreCalls', { month });
  const lines =
    by === 'day'
      ? days.map((one) => ({ names: [one.day], one }))
      : operators.map((one) => ({ names: [one.number, one.name], one }));
  const sum = sumCalls(lines.map(({ one }) => one));
  return {
    columns: [
      ...(by === 'day'
        ? ([[callCentreRu['callCentre.day'], 'day']] as const)
        : ([
            [callCentreRu['callCentre.operator'], 'phone'],
            [ordersRu['pick.name'], 'text'],
          ] as const)),
      ...countColumns,
    ],
    rows: lines.map(({ names, one }) => [
      ...names,
      one.answered,
      one.missed,
      one.busy,
      answeredPercent(one),
      one.talkS,
    ]),
    totalLabel: 'Итого',
    totals: [...(by === 'day' ? [null] : [null, null]), sum.answered, sum.missed, sum.busy, null, sum.talkS],
  };
}

/** «График платежей» of an instalment on a day. */
export async function scheduleTable(core: TestCore, id: number, today: CalendarDay): Promise<ScreenTable> {
  const { items } = await core.call('requests.installments', { subscriberId: null });
  const schedule = items.find((one) => one.id === id)?.schedule ?? [];
  return {
    columns: [
      [installmentsRu['installments.at'], 'integer'],
      [installmentsRu['installments.dueOn'], 'day'],
      [installmentsRu['installments.amount'], 'sum'],
      [installmentsRu['installments.state'], 'text'],
    ],
    rows: schedule.map((one, index) => [
      index + 1,
      one.dueOn,
      one.amount,
      installmentsRu[`installments.state.${paymentState(one, today)}`],
    ]),
    totalLabel: 'Итого',
    totals: [null, null, sumMoney(schedule.map(({ amount }) => amount)), null],
  };
}

/** «Обратная связь» of the account by topic, without the texts. */
export async function appealsTable(core: TestCore): Promise<ScreenTable> {
  const { items } = await core.call('requests.appeals', { subscriberId: null });
  const { items: people } = await core.call('subscribers.search', { mask: '', offset: 0, limit: 500 });
  const topic = ({ appeal }: (typeof items)[number]) => feedbackRu[`appeal.topic.${appeal.topic}`];
  const whom = (id: number | null) =>
    id === null
      ? feedbackRu['appeal.account']
      : formatPhone(people.find((one) => one.id === id)?.number ?? '');
  return {
    columns: [
      [feedbackRu['appeal.topic'], 'text'],
      [feedbackRu['appeal.whom'], 'text'],
      [feedbackRu['appeal.status'], 'text'],
      [feedbackRu['appeal.openedAt'], 'instant'],
      [feedbackRu['appeal.lastAt'], 'instant'],
      [feedbackRu['appeal.number'], 'integer'],
    ],
    rows: [...items]
      .sort((a, b) => topic(a).localeCompare(topic(b), 'ru'))
      .map((item) => [
        topic(item),
        whom(item.appeal.subscriberId),
        feedbackRu[`appeal.status.${item.appeal.status}`],
        item.appeal.openedAt,
        item.appeal.messages.at(-1)?.at ?? null,
        item.appeal.id,
      ]),
    totalLabel: '',
    totals: null,
  };
}
