import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { serviceOffer } from '../../../src-shared/domain/testing/service-offer';
import { minsk } from '../../operator/testing/client';
import { connectedService, planRate, tariffPlan } from '../testing/items';
import { call, openCabinet } from '../testing/open-cabinet';
import { tableOf } from '../testing/table-of';

const NOW = minsk('2021-05-10', 12);
let cabinet: ReturnType<typeof openCabinet>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
});
afterEach(() => cabinet.close());

const made = (request: DocumentRequest) => tableOf(cabinet.cache, request, NOW);

it('services that can be added cost what the screen says, with what keeps them from it', async () => {
  cabinet.store('tariff-plans', [tariffPlan(1)]);
  cabinet.store('services', [connectedService(1, 'base')]);
  cabinet.store('service-offers', [
    serviceOffer(1, 'base'),
    serviceOffer(2, 'ats', { monthlyGross: 31_000, oneTimeGross: 5000, description: 'АТС' }),
    serviceOffer(3, 'record', { requires: ['ats'], kind: 'package', monthlyGross: 62_000 }),
    serviceOffer(4, 'paper', { locked: true }),
    serviceOffer(5, 'channels-2', { kind: 'channels', channels: 2 }),
    serviceOffer(6, 'elsewhere', { planCodes: ['plan-9'] }),
  ]);
  const { rows, fileName } = await made({ kind: 'service-choice', subscriberId: 1, change: 'connect' });
  // 22 of 31 days, the tenth of May among them.
  expect(rows).toEqual([
    ['ats', 31_000, 22_000, 5000, null, 'АТС'],
    ['record', 62_000, null, 0, 'Сначала подключите: ats', null],
    ['paper', 0, 0, 0, 'Только по заявлению', null],
  ]);
  expect(fileName).toContain('Добавление услуг 37529');
});

it('services that can be removed come with what needs them', async () => {
  cabinet.store('tariff-plans', [tariffPlan(1)]);
  cabinet.store('service-offers', [serviceOffer(1, 'ats'), serviceOffer(2, 'record', { requires: ['ats'] })]);
  cabinet.store('services', [
    connectedService(1, 'ats', { monthlyGross: 31_000 }),
    connectedService(2, 'record'),
    connectedService(3, 'gone', { status: 'disconnected', disconnectedAt: NOW }),
  ]);
  const { rows } = await made({
    kind: 'service-choice',
    subscriberId: 1,
    change: 'disconnect',
    columns: ['restriction', 'title'],
    sort: { column: 'title', descending: true },
  });
  expect(rows).toEqual([
    [null, 'record'],
    ['Нужна для услуги: record', 'ats'],
  ]);
});

it('tariff plans come with what the last months would have cost on them', async () => {
  cabinet.store('tariff-plans', [
    tariffPlan(1, { rates: [planRate(600)] }),
    tariffPlan(2, { rates: [planRate(100)], description: 'Дёшево' }),
    tariffPlan(3, { offered: false }),
  ]);
  cabinet.store('cdrs', [call(minsk('2021-04-05', 9), 120, { subscriberId: 2 })]);
  const { rows, facts } = await made({
    kind: 'plan-offers',
    subscriberId: 2,
    columns: ['title', 'monthlyGross', 'month-0', 'month-2', 'average', 'difference', 'description'],
  });
  expect(rows).toEqual([
    ['План 1', 10_000, 10_000, 11_200, 10_400, -9667, null],
    ['План 2', 20_000, 20_000, 20_200, 20_067, 0, 'Дёшево'],
  ]);
  expect(facts['Смена ТП']).toBe('с 01.06.2021');
});

it('a subscriber who is not there is refused', async () => {
  await expect(made({ kind: 'plan-offers', subscriberId: 99 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(made({ kind: 'service-choice', subscriberId: 99, change: 'connect' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
