import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src-shared/domain/period';
import { serviceOffer as offer } from '../../../src-shared/domain/testing/service-offer';
import { minsk } from '../../operator/testing/client';
import { tariffPlan as plan, planRate as rate, connectedService as service } from '../testing/items';
import { call, openCabinet } from '../testing/open-cabinet';
import { subscriberChangeHandlers } from './handlers';

const NOW = minsk('2021-05-10', 12);
let cabinet: ReturnType<typeof openCabinet>;
let handlers: ReturnType<typeof subscriberChangeHandlers>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
  handlers = subscriberChangeHandlers(cabinet.context, cabinet.session);
});
afterEach(() => cabinet.close());

const CHANNELS = [
  offer(1, 'channels-20', { kind: 'channels', channels: 20 }),
  offer(2, 'channels-2', { kind: 'channels', channels: 2 }),
];

describe('services', () => {
  it('come with what the plan allows and with the pauses', async () => {
    cabinet.store('tariff-plans', [plan(1), plan(2)]);
    cabinet.store('service-offers', [
      ...CHANNELS,
      offer(3, 'short-number', { planCodes: ['plan-1', 'plan-2'] }),
    ]);
    cabinet.store('services', [
      service(7, 'short-number', { subscriberId: 2, locked: true, validUntil: '2021-06-01' }),
      service(6, 'old', { subscriberId: 2, connectedAt: minsk('2019-01-01'), disconnectedAt: NOW }),
      service(5, 'channels-2'),
    ]);
    const pause = { reason: '', byClient: true, toDay: null, fromDay: '2021-05-01' } as const;
    cabinet.store('suspensions', [
      { id: 1, subscriberId: 2, status: 'ended', ...pause },
      { id: 2, subscriberId: 3, status: 'active', ...pause },
      { id: 3, subscriberId: 2, status: 'planned', ...pause },
    ]);
    const { services, offers, suspensions, asOf } = await handlers['services.list']({ subscriberId: 2 });
    expect(services.map(({ id, locked }) => [id, locked])).toEqual([
      [6, false],
      [7, true],
    ]);
    expect(services[1]).toEqual(
      service(7, 'short-number', { subscriberId: 2, locked: true, validUntil: '2021-06-01' }),
    );
    expect(offers.map(({ code }) => code)).toEqual(['short-number']);
    expect(suspensions.map(({ id }) => id)).toEqual([3, 1]);
    expect(asOf).toBe(NOW);
    expect(() => handlers['services.list']({ subscriberId: 99 })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('plans', () => {
  it('are compared over the last three whole months, call by call', async () => {
    cabinet.store('tariff-plans', [
      plan(1, { isConnection: true }),
      plan(2, { offered: false, rates: [rate(600)] }),
      plan(3, {
        rates: [rate(60, { stepS: 1 }), rate(500, { service: 'sms', zone: 'onnet', per: 'part' })],
      }),
      plan(4, { offered: false }),
    ]);
    const own = { subscriberId: 2 } as const;
    cabinet.store('cdrs', [
      call(minsk('2021-02-01'), 61, own),
      call(minsk('2021-04-30', 23, 59), 60, own),
      call(minsk('2021-04-10', 9), 121, own),
      call(minsk('2021-04-10', 9), 0, { ...own, service: 'sms', zone: 'onnet', billedUnits: 3 }),
      // Neither of these is rated: another month, another number, incoming, unanswered.
      call(minsk('2021-01-31', 23, 59), 600, own),
      call(minsk('2021-05-01'), 600, own),
      call(minsk('2021-04-10'), 600, { subscriberId: 3 }),
      call(minsk('2021-04-10'), 600, { ...own, direction: 'in' }),
      call(minsk('2021-04-10'), 600, { ...own, status: 'failed' }),
    ]);
    const compared = await handlers['plans.compare']({ subscriberId: 2 });
    expect(compared.current?.id).toBe(2);
    expect(compared.months).toEqual(['2021-02', '2021-03', '2021-04']);
    expect(compared.plans.map((one) => [one.plan.id, one.costs])).toEqual([
      [
        2,
        [
          { fee: 20_000, usage: 1_200, total: 21_200 },
          { fee: 20_000, usage: 0, total: 20_000 },
          { fee: 20_000, usage: 600 + 1_800, total: 22_400 },
        ],
      ],
      [
        3,
        [
          { fee: 30_000, usage: 61, total: 30_061 },
          { fee: 30_000, usage: 0, total: 30_000 },
          { fee: 30_000, usage: 60 + 121 + 1_500, total: 31_681 },
        ],
      ],
    ]);
  });

  it('say nothing of months that are not here yet, or in which the number was not there', async () => {
    cabinet.store('tariff-plans', [plan(2)]);
    const costs = async () =>
      (await handlers['plans.compare']({ subscriberId: 2 })).plans[0]?.costs.map((one) => one?.total);
    expect(await costs()).toEqual([undefined, undefined, undefined]);
    cabinet.store('cdrs', []);
    expect(await costs()).toEqual([20_000, 20_000, 20_000]);
    cabinet.cache.database.prepare('UPDATE subscribers SET connected_at = ?').run(minsk('2021-03-15'));
    expect(await costs()).toEqual([undefined, undefined, 20_000]);
  });

  it('are read in pieces that miss and double nothing', async () => {
    cabinet.store('tariff-plans', [plan(2, { rates: [rate(60, { minimumS: 0, stepS: 1 })] })]);
    // Many calls in the same millisecond, over the borders of pieces.
    const calls = Array.from({ length: 7_001 }, (_, index) =>
      call(minsk('2021-04-10') + Math.floor(index / 900), 1, { subscriberId: 2 }),
    );
    cabinet.store('cdrs', calls);
    const { plans } = await handlers['plans.compare']({ subscriberId: 2 });
    expect(plans[0]?.costs[2]?.usage).toBe(7_001);
  });
});

describe('channels', () => {
  it('can be changed again seven days after the last change', async () => {
    const changedAt = NOW - 7 * DAY_MS + 1;
    cabinet.store('tariff-plans', [plan(1), plan(2)]);
    cabinet.store('service-offers', CHANNELS);
    cabinet.store('services', [
      service(1, 'channels-2', { disconnectedAt: changedAt, status: 'disconnected' }),
      service(2, 'channels-20', { connectedAt: changedAt, monthlyGross: 1_491_400 }),
    ]);
    const connection = await handlers['telephony.get']({ subscriberId: 1 });
    expect(connection.packages.map(({ channels }) => channels)).toEqual([2, 20]);
    expect(connection.current).toEqual({
      code: 'channels-20',
      channels: 20,
      monthlyGross: 1_491_400,
      changedAt,
    });
    expect(connection.closedUntil).toBe(NOW + 1);
    cabinet.time.value += 1;
    expect((await handlers['telephony.get']({ subscriberId: 1 })).closedUntil).toBeNull();
    expect(await handlers['telephony.get']({ subscriberId: 2 })).toMatchObject({
      packages: [],
      current: null,
      line: null,
    });
  });

  it('are looked at over the month, with calls from before it and the package of each time', async () => {
    cabinet.store('tariff-plans', [plan(1)]);
    cabinet.store('service-offers', CHANNELS);
    const changedAt = minsk('2021-04-20');
    cabinet.store('services', [
      service(1, 'channels-2', { disconnectedAt: changedAt, status: 'disconnected' }),
      service(2, 'channels-20', { connectedAt: changedAt }),
    ]);
    const midnight = minsk('2021-04-01');
    cabinet.store('cdrs', [
      // An hour over the beginning of the month, and two more calls in it.
      call(midnight - 1_800_000, 3_600),
      call(midnight, 60, { subscriberId: 2, direction: 'in' }),
      call(midnight + 30_400, 60, { subscriberId: 3 }),
      // Three at once under the larger package.
      ...[1, 2, 3].map((id) => call(minsk('2021-04-21', 9), 10, { subscriberId: id })),
      // No channel is taken by these.
      call(midnight, 600, { service: 'conference' }),
      call(midnight, 0, { status: 'missed' }),
      // Over the end of the month.
      call(minsk('2021-04-30', 23, 59), 120),
    ]);
    const april = await handlers['telephony.statistics']({ month: '2021-04' });
    expect(april).toMatchObject({
      channels: 20,
      maximum: 3,
      maximumAt: midnight + 30_000,
      // Two or three of the first calls at once for 90 seconds; the larger package was never full.
      secondsAtLimit: 90,
      complete: true,
      asOf: NOW,
    });
    expect(april.days).toHaveLength(30);
    expect(april.days[0]).toEqual({
      day: '2021-04-01',
      maximum: 3,
      secondsAtLimit: 90,
      talkS: 1_800 + 60 + 60,
      calls: 2,
    });
    expect(april.days[29]).toMatchObject({ day: '2021-04-30', talkS: 60, calls: 1 });
    expect(april.hours[9]).toEqual({ talkS: 30, maximum: 3 });
    expect(april.secondsAt.reduce((sum, seconds) => sum + seconds, 0)).toBe(30 * 86_400);
    // The current month runs to yesterday.
    const may = await handlers['telephony.statistics']({ month: '2021-05' });
    expect(may.days.map(({ day }) => day).at(-1)).toBe('2021-05-09');
    expect(may.days[0]).toMatchObject({ talkS: 60, calls: 0 });
    expect((await handlers['telephony.statistics']({ month: '2021-06' })).days).toEqual([]);
  });

  it('are read in pieces that miss and double nothing', async () => {
    const calls = Array.from({ length: 10_000 }, (_, index) =>
      call(minsk('2021-04-10') + Math.floor(index / 4_000) * 1_000, 1),
    );
    cabinet.store('cdrs', calls);
    const { days, maximum } = await handlers['telephony.statistics']({ month: '2021-04' });
    expect(days[9]).toMatchObject({ calls: 10_000, talkS: 10_000 });
    expect(maximum).toBe(4_000);
  });
});
