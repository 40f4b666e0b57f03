import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cdr } from '../../../../src-shared/domain/cdr';
import { addDays, dayOf, monthOf, monthsBetween, startOfDay } from '../../../../src-shared/domain/period';
import { planChangeDay } from '../../../../src-shared/domain/rules';
import { minsk, startTestOperator } from '../../testing/client';
import {
  type Doings,
  expectedLines,
  expectedRating,
  had,
  type PriceList,
  pausedOn,
  planIdOn,
} from '../../testing/expected-charges';
import { createVisitor, type Visitor } from '../../testing/visitor';

const DAY_S = 86_400;
const SUBSCRIBERS = [1, 2, 3] as const;

const step = fc.record({
  skipDays: fc.constantFrom(0, 0, 1, 7, 11),
  second: fc.integer({ min: 0, max: DAY_S - 1 }),
  subscriberId: fc.constantFrom(...SUBSCRIBERS, 2, 3),
  kind: fc.constantFrom('add', 'add', 'remove', 'suspend', 'suspend', 'resume', 'plan', 'recall', 'channels'),
  pick: fc.nat(10_000),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const history = fc.record({
  // A usual month, the end of a year, a leap day.
  start: fc.constantFrom('2021-06-01', '2021-12-01', '2024-02-01'),
  steps: fc.array(step, { minLength: 10, maxLength: 18 }),
});

/** Tries one thing; the operator may refuse it. What it accepts is written down. */
async function attempt(
  { send }: Visitor,
  doings: Doings,
  { kind, subscriberId, pick }: Step,
  prices: PriceList,
  now: number,
): Promise<boolean> {
  const today = dayOf(now);
  const choose = <Item>(items: readonly Item[]): Item | undefined => items[pick % Math.max(1, items.length)];
  const connected = doings.services.filter(({ until }) => until === null);
  const connect = (id: number, code: string) =>
    doings.services.push({ id, code, from: now, until: null, byCommand: true });

  if (kind === 'add') {
    const code = choose(prices.offers)?.code ?? '';
    const { id } = await send('add-service', { subscriberId, code });
    if (id !== null) connect(id, code);
    return id !== null;
  }
  if (kind === 'remove') {
    const service = choose(connected);
    if (!service) return false;
    const { id } = await send('remove-service', { subscriberId, serviceId: service.id });
    if (id !== null) service.until = now;
    return id !== null;
  }
  if (kind === 'suspend') {
    const fromDay = addDays(today, 1 + (pick % 7));
    const toDay = addDays(fromDay, Math.floor(pick / 7) % 25);
    const { id } = await send('suspend-subscriber', { subscriberId, fromDay, toDay });
    if (id !== null) doings.pauses.push({ id, from: fromDay, to: toDay, byCommand: true });
    return id !== null;
  }
  if (kind === 'resume') {
    const pause = choose(doings.pauses);
    if (!pause) return false;
    const { id } = await send('resume-subscriber', { subscriberId, suspensionId: pause.id });
    if (id === null) return false;
    if (pause.from > today) doings.pauses.splice(doings.pauses.indexOf(pause), 1);
    else pause.to = today;
    return true;
  }
  if (kind === 'plan') {
    const planId = choose(prices.plans)?.id ?? 1;
    const { id } = await send('change-plan', { subscriberId, planId });
    if (id !== null) doings.plans.push({ id, planId, from: planChangeDay(now) });
    return id !== null;
  }
  if (kind === 'recall') {
    const change = doings.plans.at(-1);
    if (!change || change.id === 0) return false;
    const { id } = await send('cancel-plan-change', { subscriberId, planChangeId: change.id });
    if (id !== null) doings.plans.pop();
    return id !== null;
  }
  const code = ['channels-5', 'channels-20', 'channels-30'][pick % 3] ?? '';
  const { id } = await send('change-channels', { subscriberId, code });
  if (id === null) return false;
  for (const service of connected) if (service.code.startsWith('channels-')) service.until = now;
  connect(id, code);
  return true;
}

async function begin(visitor: Visitor): Promise<{ doings: Map<number, Doings>; prices: PriceList }> {
  const services = await visitor.all('services');
  const subscribers = await visitor.all('subscribers');
  const prices = { offers: await visitor.all('service-offers'), plans: await visitor.all('tariff-plans') };
  const doings = subscribers.map(({ id, planId }): [number, Doings] => [
    id,
    {
      services: services
        .filter(({ subscriberId }) => subscriberId === id)
        .map((item) => ({
          id: item.id,
          code: item.code,
          from: item.connectedAt,
          until: null,
          byCommand: false,
        })),
      pauses: [],
      plans: [{ id: 0, planId, from: '2018-03-13' }],
    },
  ]);
  return { doings: new Map(doings), prices };
}

describe('any history of changes', () => {
  it('is charged and called as days, packages and plans say, and never rewrites a call', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(history, async ({ start, steps }) => {
        const operator = await startTestOperator({ at: minsk(start, 9) });
        try {
          const visitor = createVisitor(operator);
          const { doings, prices } = await begin(visitor);
          const first = await visitor.head('cdrs');
          let cursor = first;
          const told: Cdr[] = [];
          const moveTo = async (at: number) => {
            operator.time.value = Math.max(operator.time.value, at);
            const news = await (await visitor.api()).pull('cdrs', 5000, cursor);
            told.push(...news.items);
            cursor = news.cursor;
          };
          for (const next of steps) {
            const day = addDays(dayOf(operator.time.value), next.skipDays);
            await moveTo(startOfDay(day) + next.second * 1000);
            const own = doings.get(next.subscriberId) as Doings;
            if (await attempt(visitor, own, next, prices, operator.time.value)) accepted++;
          }
          await moveTo(startOfDay(addDays(dayOf(operator.time.value), 5)));

          // Calls that were handed out as time went on are the calls that are handed out at its end.
          expect(told).toEqual((await (await visitor.api()).pull('cdrs', 5000, first)).items);
          for (const cdr of told) {
            const own = doings.get(cdr.subscriberId) as Doings;
            const day = dayOf(cdr.startedAt);
            expect(pausedOn(own, day)).toBe(false);
            if (cdr.direction !== 'out' || cdr.status !== 'answered') continue;
            const plan = prices.plans.find(({ id }) => id === planIdOn(own, day));
            expect({ billedUnits: cdr.billedUnits, gross: cdr.gross }).toEqual(
              expectedRating(cdr, plan?.rates ?? []),
            );
            if (cdr.zone === 'cis' || cdr.zone === 'international') {
              expect(had(own, 'international', cdr.startedAt)).toBe(true);
            }
          }

          const charges = await visitor.all('charges', (item) => `${item.subscriberId} ${item.month}`);
          const subscribers = await visitor.all('subscribers');
          const now = monthOf(operator.time.value);
          for (const month of monthsBetween(start.slice(0, 7), now)) {
            for (const id of SUBSCRIBERS) {
              const lines =
                charges.find((item) => item.subscriberId === id && item.month === month)?.lines ?? [];
              const cdrs = told.filter(({ subscriberId }) => subscriberId === id);
              expect(lines.map(({ code, days, gross }) => `${code} ${days} ${gross}`).sort()).toEqual(
                expectedLines(doings.get(id) as Doings, month, cdrs, prices),
              );
              if (month === now) {
                const sum = lines.reduce((total, { gross }) => total + gross, 0);
                expect(subscribers.find((item) => item.id === id)?.currentCharges).toBe(sum);
              }
            }
          }
          for (const invoice of await visitor.all('invoices')) {
            const ofMonth = charges.filter(({ month }) => month === invoice.month);
            const sum = ofMonth.flatMap(({ lines }) => lines).reduce((total, { gross }) => total + gross, 0);
            expect(invoice.gross).toBe(sum);
          }
        } finally {
          await operator.close();
        }
        expect(operator.errors).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(5);
  }, 120_000);
});
