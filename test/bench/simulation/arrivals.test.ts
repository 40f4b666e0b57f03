import { expect, it } from 'vitest';
import { allAtOnce, asPeopleCome, type Fleet, inTheBackground, peaksOf, turnedAway } from './arrivals';
import { randomOf } from './random';

const CLIENTS = 2000;
const request = { name: 'GET /x', status: 200, bytesUp: 1, bytesDown: 1000, operatorCpuMs: 5 };
const fleet = (seed = 1): Fleet => ({
  clients: CLIENTS,
  kinds: [
    { share: 0.9, news: [request, request, request], idle: [request] },
    { share: 0.1, news: [request, request, request, request], idle: [request] },
  ],
  random: randomOf(seed),
});
const total = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0);

it('the same seed gives the same hour, another one another', () => {
  expect(inTheBackground(fleet(), true)).toEqual(inTheBackground(fleet(), true));
  expect(inTheBackground(fleet(2), true)).not.toEqual(inTheBackground(fleet(), true));
});

it('every client comes once, whoever comes when', () => {
  const atOnce = allAtOnce(fleet());
  // 3 requests of every client and a fourth one of a tenth of them.
  expect(total(atOnce.requests)).toBeGreaterThan(3 * CLIENTS);
  expect(total(atOnce.requests)).toBeLessThan(3.2 * CLIENTS);
  expect(peaksOf(atOnce)).toMatchObject({
    requestsPerS: total(atOnce.requests),
    coresOfSecond: total(atOnce.cpuMs) / 1000,
  });
  const spread = asPeopleCome(fleet(), 300);
  expect(total(spread.bytes)).toBe(1000 * total(spread.requests));
  expect(peaksOf(spread).requestsPerS).toBeLessThan(peaksOf(atOnce).requestsPerS / 50);
});

it('the client’s own pauses take the peak off clients that were started in step', () => {
  const inStep = peaksOf(inTheBackground(fleet(), false));
  const skewed = peaksOf(inTheBackground(fleet(), true));
  expect(inStep.requestsPerS).toBeGreaterThan(3 * CLIENTS);
  expect(skewed.requestsPerS).toBeLessThan(inStep.requestsPerS / 100);
  expect(skewed.requests / inStep.requests).toBeCloseTo(1, 1);
});

it('an operator that turns clients away serves all of them in the end, never more than it can', () => {
  const { load, refusals, lastS } = turnedAway(fleet(), 100);
  expect(total(load.requests)).toBeGreaterThan(3 * CLIENTS);
  expect(refusals).toBeGreaterThanOrEqual(CLIENTS - 100);
  expect(lastS).toBeGreaterThanOrEqual(60);
  expect(Math.max(...load.requests)).toBeLessThanOrEqual(400);
});
