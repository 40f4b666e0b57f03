import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_FAULTS } from './faults';
import {
  type Api,
  GUIDE_TIME,
  problemOf,
  signIn,
  startTestOperator,
  type TestOperator,
} from './testing/client';

let operator: TestOperator;
let api: Api;

beforeAll(async () => {
  operator = await startTestOperator();
  api = await signIn(operator);
});
afterEach(() => operator.control.setFaults(NO_FAULTS));
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const account = () => api.call('GET', '/account');

describe('faults', () => {
  it('offline refuses connections, and comes back on the same port', async () => {
    await operator.control.setFaults({ offline: true });
    expect(operator.control.getState().online).toBe(false);
    await expect(account()).rejects.toThrow('fetch failed');
    await operator.control.setFaults({ offline: false });
    expect(operator.control.getState()).toMatchObject({ online: true, url: operator.url });
    expect((await account()).status).toBe(200);
  });

  it('offline breaks open connections', async () => {
    const socket = connect(Number(new URL(operator.url).port), '127.0.0.1');
    await once(socket, 'connect');
    // Half a request: the operator waits for the rest of it.
    socket.write('GET /v1/account HTTP/1.1\r\n');
    await account();
    const closed = once(socket, 'close');
    await operator.control.setFaults({ offline: true });
    await closed;
  });

  it('server errors are answers to the next N requests', async () => {
    await operator.control.setFaults({ serverErrors: 2 });
    for (const left of [1, 0]) {
      const answer = await account();
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.headers.get('server-time')).toBe(String(GUIDE_TIME));
      expect(await problemOf(answer)).toMatchObject({ code: 'unavailable', retryAt: GUIDE_TIME + 1000 });
      expect(operator.control.getState().faults.serverErrors).toBe(left);
    }
    expect((await account()).status).toBe(200);
  });

  it.each([['plain'], ['gzip']])('cuts the next N bodies in their middle (%s)', async (encoding) => {
    await operator.control.setFaults({ cutBodies: 2, cutBodyAfterBytes: 1000 });
    const page = () => api.call('GET', '/cdrs?limit=500', undefined, { 'accept-encoding': encoding });
    for (let cut = 0; cut < 2; cut++) {
      const answer = await page();
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow();
    }
    expect(operator.control.getState().faults.cutBodies).toBe(0);
    expect(((await (await page()).json()) as { items: unknown[] }).items).toHaveLength(500);
  });

  it('answers under way at once never take more cuts than were ordered', async () => {
    await operator.control.setFaults({ cutBodies: 2, cutBodyAfterBytes: 1000 });
    const bodies = await Promise.allSettled(
      Array.from({ length: 6 }, async () => (await api.call('GET', '/cdrs?limit=500')).text()),
    );
    expect(bodies.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(operator.control.getState().faults.cutBodies).toBe(0);
  });

  it('duplicates repeat records but skip none', async () => {
    const clean = await api.pull('cdrs', 2000);
    await operator.control.setFaults({ duplicateCdrs: true });
    const { items, cursor } = await api.pull('cdrs', 2000);
    expect(cursor).toBe(clean.cursor);
    expect(items.length).toBeGreaterThan(clean.items.length);
    const once = [...new Map(items.map((cdr) => [cdr.id, cdr])).values()].sort((a, b) => a.id - b.id);
    expect(once).toEqual(clean.items);
  });

  it('late calls come when the switch is turned', async () => {
    const before = await api.pull('cdrs', 5000);
    await operator.control.setFaults({ lateCdrs: true });
    const { items } = await api.pull('cdrs', 5000, before.cursor);
    expect(items).toHaveLength(5);
    for (const { recordedAt } of items) expect(recordedAt).toBe(GUIDE_TIME);
  });

  it('expired tokens are told as such', async () => {
    operator.control.expireTokens();
    const answer = await account();
    expect(answer.status).toBe(401);
    expect(await problemOf(answer)).toMatchObject({ code: 'session-expired' });
    api = await signIn(operator);
    expect((await account()).status).toBe(200);
  });
});
