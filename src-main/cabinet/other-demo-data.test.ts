import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMonths, DAY_MS, monthOf, monthsBetween } from '../../src-shared/domain/period';
import { minsk, signIn } from '../operator/testing/client';
import { createVisitor } from '../operator/testing/visitor';
import { cacheTotals, operatorTotals } from './testing/cdr-totals';
import { type Bench, startBench, type TestCore } from './testing/harness';

const BEGIN = minsk('2018-06-20', 12);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ at: BEGIN });
});
afterEach(() => bench.close());

const upToDate = (core: TestCore) =>
  core.status(({ state, lastError, firstSync }) => state === 'idle' && lastError === null && !firstSync);

async function again(core: TestCore): Promise<void> {
  await bench.operator.control.settle();
  await core.call('sync.start', undefined);
  const { lastError } = await core.idle();
  // Sessions end with their time.
  if (lastError?.code === 'session-expired') await core.call('session.signInByPassword', bench.credentials);
  await upToDate(core);
}

async function agrees(core: TestCore): Promise<void> {
  const { operatorTime } = bench.operator.control.getState();
  const api = await signIn(bench.operator);
  const subscribers = new Map((await api.pull('subscribers', 5000)).items.map((one) => [one.id, one]));
  const listed = (await core.call('subscribers.search', { mask: '', offset: 0, limit: 500 })).items;
  expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(subscribers.keys()));
  expect(await cacheTotals(core, monthsBetween('2018-03', addMonths(monthOf(operatorTime), 3)))).toEqual(
    await operatorTotals(bench.operator),
  );
  const charges = new Map(
    (await api.pull('charges', 5000)).items.map((one) => [`${one.subscriberId} ${one.month}`, one]),
  );
  for (const { subscriberId, month, lines } of charges.values()) {
    expect((await core.call('charges.get', { subscriberId, month })).lines).toEqual(lines);
  }
  const { items: invoices } = await core.call('account.invoices', undefined);
  const told = new Map((await api.pull('invoices', 5000)).items.map((one) => [one.id, one]));
  expect([...invoices].sort((a, b) => a.id - b.id)).toEqual([...told.values()].sort((a, b) => a.id - b.id));
}

describe('other demo data', () => {
  it('of another size: nothing of the company before is left', async () => {
    const core = await bench.synced();
    await bench.operator.control.setSize('medium');
    await again(core);
    await agrees(core);
    await bench.operator.control.setSize('small');
    await again(core);
    await agrees(core);
  });

  it('of another time: what was ordered at the company before is not told as forming', async () => {
    const visitor = createVisitor(bench.operator);
    expect((await visitor.send('order-charges-email', { numbers: null })).problem).toBeNull();
    const core = await bench.synced();
    expect((await core.call('requests.orders', undefined)).items).toHaveLength(1);
    await bench.operator.control.setClock(minsk('2024-06-20', 12));
    await again(core);
    expect((await core.call('requests.orders', undefined)).items).toEqual([]);
    await agrees(core);
  });
});

describe('a clock that is set back', () => {
  it('leaves no charges, invoices and calls of days that have not come, and goes on from there', async () => {
    const core = await bench.synced();
    await bench.operator.control.setClock(BEGIN + 40 * DAY_MS);
    await again(core);
    await agrees(core);
    await bench.operator.control.setClock(BEGIN + DAY_MS);
    await again(core);
    await agrees(core);
    const { items } = await core.call('charges.months', { subscriberId: 1 });
    expect(items[0]).toEqual({ month: '2018-06', kind: 'current' });
    await bench.operator.control.setClock(BEGIN + 43 * DAY_MS);
    await again(core);
    await agrees(core);
  });
});
