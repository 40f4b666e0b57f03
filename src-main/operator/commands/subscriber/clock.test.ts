import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedName } from '../../../../src-shared/operator-api/feeds';
import { GUIDE_TIME, minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

beforeEach(async () => {
  operator = await startTestOperator();
  visitor = createVisitor(operator);
});
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const FEEDS = ['subscribers', 'services', 'suspensions', 'plan-changes', 'charges', 'invoices'] as const;
const state = async () => {
  await operator.control.settle();
  const items = new Map<FeedName, unknown>();
  for (const feed of FEEDS) {
    const pulled = (await (await visitor.api()).pull(feed, 5000)).items as object[];
    // Revisions and the order of change tell how something came about, not how it stands.
    items.set(feed, pulled.map((item) => JSON.stringify({ ...item, revision: 0 })).sort());
  }
  return items;
};

describe('a clock that is set back', () => {
  it('takes back what was changed later, also within one day, and asks clients to load anew', async () => {
    await visitor.send('add-service', { subscriberId: 2, code: 'caller-id' });
    const before = await state();
    const cursor = await visitor.head('cdrs');

    operator.time.value = GUIDE_TIME + 60_000;
    await visitor.send('change-channels', { subscriberId: 1, code: 'channels-20' });
    await visitor.send('suspend-subscriber', { subscriberId: 2, fromDay: '2021-05-12', toDay: '2021-05-16' });
    await visitor.send('change-plan', { subscriberId: 3, planId: 3 });
    const services = (await visitor.all('services')).filter(({ subscriberId }) => subscriberId === 2);
    const conference = services.find(({ code }) => code === 'conference')?.id ?? 0;
    await visitor.send('remove-service', { subscriberId: 2, serviceId: conference });
    expect(await state()).not.toEqual(before);

    await operator.control.setClock(GUIDE_TIME);
    expect(await state()).toEqual(before);
    const stale = await (await visitor.api()).call('GET', `/cdrs?since=${cursor}`);
    expect(stale.status).toBe(410);
    // What was free to choose is free again.
    expect((await visitor.send('change-channels', { subscriberId: 1, code: 'channels-5' })).problem).toBe(
      null,
    );
  });

  it('leaves cursors alone when there was nothing to take back', async () => {
    await visitor.send('add-service', { subscriberId: 2, code: 'caller-id' });
    operator.time.value = minsk('2021-05-20', 12);
    const cursor = await visitor.head('services');
    await operator.control.setClock(minsk('2021-05-11', 12));
    expect((await (await visitor.api()).call('GET', `/services?since=${cursor}`)).status).toBe(200);
  });
});
