import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { minsk } from '../../operator/testing/client';
import { connectedService, tariffPlan } from '../testing/items';
import { call, openCabinet } from '../testing/open-cabinet';
import { tableOf } from '../testing/table-of';

const NOW = minsk('2021-05-10', 12);
let cabinet: ReturnType<typeof openCabinet>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
});
afterEach(() => cabinet.close());

const made = (request: DocumentRequest) => tableOf(cabinet.cache, request, NOW);

it('services of one subscriber, those that are not connected any more when they are on the screen', async () => {
  cabinet.store('services', [
    connectedService(1, 'Услуга 1', { subscriberId: 2, monthlyGross: 15_000, validUntil: '2021-06-01' }),
    connectedService(2, 'Услуга 2', {
      subscriberId: 2,
      disconnectedAt: NOW,
      status: 'disconnected',
      statusReason: 'По заявлению',
    }),
    connectedService(3, 'Услуга 3', { subscriberId: 3 }),
  ]);
  const connected = await made({ kind: 'services', subscriberId: 2, disconnected: false });
  expect(connected.rows).toEqual([['Услуга 1', minsk('2020-01-01'), 'Активный', null, '2021-06-01', 15_000]]);
  expect(connected.facts['Отключенные услуги']).toBeUndefined();
  const all = await made({
    kind: 'services',
    subscriberId: 2,
    disconnected: true,
    columns: ['status', 'statusReason', 'title'],
    sort: { column: 'title', descending: true },
  });
  expect(all.rows).toEqual([
    ['Отключен', 'По заявлению', 'Услуга 2'],
    ['Активный', null, 'Услуга 1'],
  ]);
  expect(all.facts['Отключенные услуги']).toBe('показаны');
});

it('pauses of one subscriber, one without an end is told by its state', async () => {
  const pause = { subscriberId: 2, reason: 'Отпуск', byClient: true };
  cabinet.store('suspensions', [
    { ...pause, id: 1, fromDay: '2021-03-01', toDay: '2021-03-07', status: 'ended' },
    { ...pause, id: 2, fromDay: '2021-05-01', toDay: null, status: 'active', byClient: false },
    { ...pause, id: 3, fromDay: '2021-05-01', toDay: null, status: 'active', subscriberId: 3 },
  ]);
  expect((await made({ kind: 'suspensions', subscriberId: 2 })).rows).toEqual([
    ['2021-05-01', null, 'Действует, бессрочно', 'Отпуск'],
    ['2021-03-01', '2021-03-07', 'Завершено', 'Отпуск'],
  ]);
});

it('changes of the tariff plan by the names of the plans', async () => {
  cabinet.store('tariff-plans', [tariffPlan(1), tariffPlan(2)]);
  const change = { fromPlanId: 1, toPlanId: 2, requestedAt: NOW, effectiveOn: '2021-06-01' } as const;
  cabinet.store('plan-changes', [
    { ...change, id: 1, subscriberId: 2, status: 'pending' },
    { ...change, id: 2, subscriberId: 3, status: 'done' },
  ]);
  expect((await made({ kind: 'plan-changes', subscriberId: 2 })).rows).toEqual([
    [NOW, 'План 1 → План 2', '2021-06-01', 'Запланирована'],
  ]);
});

it('use of the channels by day, hour and number of calls at once', async () => {
  const nine = minsk('2021-04-05', 9);
  cabinet.store('cdrs', [call(nine, 600), call(nine + 300_000, 600, { subscriberId: 2 })]);
  const days = await made({ kind: 'channel-statistics', by: 'day', month: '2021-04' });
  expect(days.rows).toHaveLength(30);
  expect(days.rows[4]).toEqual(['2021-04-05', 2, 2, 1200, null]);
  expect(days.facts).toMatchObject({
    Период: 'апрель 2021',
    'Наибольшее число вызовов сразу': '2, впервые 05.04.2021 09:05:00',
    'Все каналы заняты': 'ни разу',
  });
  const hours = await made({
    kind: 'channel-statistics',
    by: 'hour',
    month: '2021-04',
    sort: { column: 'talkS', descending: true },
  });
  expect(hours.rows).toHaveLength(24);
  expect(hours.rows.slice(0, 2)).toEqual([
    ['09:00 – 09:59', 2, 1200],
    ['00:00 – 00:59', 0, 0],
  ]);
  const counts = await made({ kind: 'channel-statistics', by: 'count', month: '2021-04' });
  expect(counts.rows).toEqual([
    [0, 30 * 86_400 - 900],
    [1, 600],
    [2, 300],
  ]);
});

it.each(['suspensions', 'plan-changes'] as const)(
  '%s of a subscriber who is not there are refused',
  async (kind) => {
    await expect(made({ kind, subscriberId: 99 })).rejects.toMatchObject({ code: 'not-found' });
  },
);
