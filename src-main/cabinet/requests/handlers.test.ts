import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src-shared/domain/period';
import type { Appeal, Guarantee, Installment } from '../../../src-shared/domain/requests';
import { minsk } from '../../operator/testing/client';
import { call, openCabinet } from '../testing/open-cabinet';
import { requestHandlers } from './handlers';

const NOW = minsk('2021-05-10', 12);
let cabinet: ReturnType<typeof openCabinet>;
let changed: string[];
let handlers: ReturnType<typeof requestHandlers>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
  changed = [];
  handlers = requestHandlers(cabinet.context, cabinet.session, ({ sets }) => changed.push(...sets));
});
afterEach(() => cabinet.close());

const guarantee = (id: number): Guarantee => ({
  id,
  registeredAt: NOW - id,
  amount: 10_000,
  promisedOn: '2021-06-01',
  invoiceId: 1,
  status: 'pending',
  reason: '',
  decidedAt: null,
});
const installment = (id: number, subscriberId: number | null): Installment => ({
  id,
  subscriberId,
  equipment: 'Телефон',
  contractNumber: '12',
  signedOn: '2021-01-10',
  price: 3_000_000,
  monthlyPayment: 1_000_000,
  schedule: [{ dueOn: '2021-02-10', amount: 1_000_000, paid: true }],
});
const appeal = (id: number, subscriberId: number | null, from: ('client' | 'operator')[]): Appeal => ({
  id,
  openedAt: NOW,
  subscriberId,
  topic: 'other',
  status: 'in-work',
  evidence: [],
  messages: from.map((side, index) => ({
    id: id * 10 + index,
    at: NOW,
    from: side,
    author: side,
    text: String(index),
  })),
});

describe('lists of requests', () => {
  it('show the newest first, as of the last sync', () => {
    expect(handlers['requests.guarantees']()).toEqual({ items: [], asOf: null });
    cabinet.store('guarantees', [guarantee(1), guarantee(2)]);
    expect(handlers['requests.guarantees']()).toEqual({ items: [guarantee(2), guarantee(1)], asOf: NOW });
  });

  it('show a subscriber its own, the account all', async () => {
    cabinet.store('installments', [installment(1, null), installment(2, 2), installment(3, 3)]);
    const ids = async (subscriberId: number | null) =>
      (await handlers['requests.installments']({ subscriberId })).items.map(({ id }) => id);
    expect(await ids(2)).toEqual([2]);
    expect(await ids(null)).toEqual([3, 2, 1]);
  });
});

describe('messages of the operator', () => {
  it('are unread until the appeal is opened, and again when the next one comes', async () => {
    const unread = async (subscriberId: number | null = null) => {
      const found = await handlers['requests.appeals']({ subscriberId });
      return [found.unread, ...found.items.map((one) => `${one.appeal.id}: ${one.unread}`)];
    };
    cabinet.store('appeals', [
      appeal(1, null, ['client', 'operator', 'operator']),
      appeal(2, 2, ['client', 'operator']),
    ]);
    expect(await unread()).toEqual([3, '2: 1', '1: 2']);
    expect(await unread(2)).toEqual([1, '2: 1']);
    handlers['requests.markAppealRead']({ id: 1 });
    expect(changed).toEqual(['appeals']);
    expect(await unread()).toEqual([1, '2: 1', '1: 0']);
    handlers['requests.markAppealRead']({ id: 1 });
    expect(changed).toEqual(['appeals']);
    cabinet.store('appeals', [appeal(1, null, ['client', 'operator', 'operator', 'client', 'operator'])]);
    expect(await unread()).toEqual([2, '2: 1', '1: 1']);
    expect(() => handlers['requests.markAppealRead']({ id: 9 })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('the call centre', () => {
  it('counts incoming voice calls of its numbers by day and by number', async () => {
    cabinet.store('call-centre', [
      {
        id: 1,
        changedAt: NOW,
        settings: {
          enabled: true,
          operatorIds: [3, 2],
          distribution: 'all',
          hours: Array.from({ length: 7 }, () => null),
          followCalendar: true,
          waitLimitS: 30,
          overflowNumber: null,
          greeting: '',
        },
      },
    ]);
    const incoming = { direction: 'in', subscriberId: 2 } as const;
    cabinet.store('cdrs', [
      call(minsk('2021-05-01', 0, 0), 60, incoming),
      call(minsk('2021-05-01', 23, 59), 30, { ...incoming, subscriberId: 3 }),
      call(minsk('2021-05-03', 9), 0, { ...incoming, status: 'missed' }),
      call(minsk('2021-05-03', 9), 0, { ...incoming, status: 'busy' }),
      // None of these counts: another month, another number, outgoing, not a call, not brought to the number.
      call(minsk('2021-04-30', 23, 59), 50, incoming),
      call(minsk('2021-05-03', 9), 50, { ...incoming, subscriberId: 4 }),
      call(minsk('2021-05-03', 9), 50, { subscriberId: 2 }),
      call(minsk('2021-05-03', 9), 0, { ...incoming, service: 'sms' }),
      call(minsk('2021-05-03', 9), 0, { ...incoming, status: 'failed' }),
    ]);
    const { days, operators, asOf } = await handlers['requests.callCentreCalls']({ month: '2021-05' });
    const nothing = { answered: 0, missed: 0, busy: 0, talkS: 0 };
    // The day that goes on has no records yet.
    expect(days.map(({ day }) => day).at(-1)).toBe('2021-05-09');
    expect(days).toHaveLength(9);
    expect(days[0]).toEqual({ day: '2021-05-01', ...nothing, answered: 2, talkS: 90 });
    expect(days[1]).toEqual({ day: '2021-05-02', ...nothing });
    expect(days[2]).toEqual({ day: '2021-05-03', ...nothing, missed: 1, busy: 1 });
    expect(operators).toEqual([
      { subscriberId: 3, number: '375291000005', name: 'Отдел 3', ...nothing, answered: 1, talkS: 30 },
      {
        subscriberId: 2,
        number: '375291000006',
        name: 'Отдел 2',
        answered: 1,
        missed: 1,
        busy: 1,
        talkS: 60,
      },
    ]);
    expect(asOf).toBe(NOW);

    // Days later without a network nothing more is known.
    cabinet.time.value += 3 * DAY_MS;
    const later = await handlers['requests.callCentreCalls']({ month: '2021-05' });
    expect(later.days).toEqual(days);
  });
});
