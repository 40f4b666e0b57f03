import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minsk, signIn } from '../operator/testing/client';
import { createVisitor } from '../operator/testing/visitor';
import { cacheTotals, operatorTotals, wholeMonth } from './testing/cdr-totals';
import { type Bench, startBench, type TestCore } from './testing/harness';
import { rewritten, tampering } from './testing/tampering';

let bench: Bench;
beforeEach(async () => {
  // Three months after the account was opened: some pages of calls, no more.
  bench = await startBench({ at: minsk('2018-05-20', 12) });
});
afterEach(() => bench.close());

const MONTHS = ['2018-03', '2018-04', '2018-05'];
const truth = () => operatorTotals(bench.operator);
const totals = (core: TestCore) => cacheTotals(core, MONTHS);

async function again(core: TestCore) {
  await core.call('sync.start', undefined);
  return core.idle();
}

describe('what the operator sends', () => {
  it('repeated, late and corrected records change nothing but themselves', async () => {
    const core = await bench.signedIn();
    await core.idle();
    await bench.operator.control.setFaults({ duplicateCdrs: true });
    await bench.operator.control.addLateCdrs(120, '2018-04');
    await bench.operator.control.correctCdrs(80, '2018-04');
    expect(await again(core)).toMatchObject({ lastError: null });
    expect(await totals(core)).toEqual(await truth());
    const late = await core.call('cdrs.summary', { filter: { ...wholeMonth('2018-04'), lateOnly: true } });
    expect(late.rows).toBeGreaterThan(0);
    expect(late.lateRows).toBe(late.rows);
  });

  it('a malformed record stops the sync, names the field and leaves the cache as it was', async () => {
    const core = await bench.signedIn();
    await core.idle();
    const before = await totals(core);
    await core.stop();
    bench.operator.time.value += 86_400_000;
    const { fetch: spoiling } = tampering((url, response) =>
      url.pathname.endsWith('/cdrs')
        ? rewritten(response, (page) => ({
            ...page,
            items: page.items.map((cdr, i) => (i === 7 ? { ...cdr, gross: '12,50' } : cdr)),
          }))
        : response,
    );
    const second = await bench.signedIn({ fetch: spoiling });
    expect((await second.idle()).lastError).toEqual({
      code: 'operator-answer-malformed',
      params: { endpoint: 'listCdrs', field: 'items.7.gross' },
    });
    expect(await totals(second)).toEqual(before);
  });

  it('a cursor that does not move is not followed for ever', async () => {
    let asked = 0;
    const { fetch: stuck } = tampering((url, response) => {
      if (!url.pathname.endsWith('/cdrs')) return response;
      asked++;
      return rewritten(response, (page) => ({ ...page, more: true, cursor: 'same' }));
    });
    const core = await bench.signedIn({ fetch: stuck });
    expect((await core.idle()).lastError).toMatchObject({ code: expect.stringMatching(/malformed|refused/) });
    expect(asked).toBeLessThan(10);
  });

  it('an operator that forgot the cursor is asked for everything; nothing is lost or doubled', async () => {
    const core = await bench.signedIn();
    await core.idle();
    const before = await totals(core);
    const cursor = await createVisitor(bench.operator).head('cdrs');
    // A command is taken back by a clock that is set back: every cursor is unknown.
    const { operatorTime } = bench.operator.control.getState();
    await bench.operator.control.setClock(operatorTime + 60_000);
    const added = { subscriberId: 2, code: 'caller-id' };
    expect((await createVisitor(bench.operator).send('add-service', added)).problem).toBeNull();
    await bench.operator.control.setClock(operatorTime);
    await bench.operator.control.settle();
    const stale = await (await signIn(bench.operator)).call('GET', `/cdrs?since=${cursor}`);
    expect(stale.status).toBe(410);
    expect(await again(core)).toMatchObject({ lastError: null });
    expect(await totals(core)).toEqual(before);
    expect(await totals(core)).toEqual(await truth());
  });

  it('the token follows no redirect', async () => {
    const asked: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/stolen' }).end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const redirecting: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      if (!pathname.endsWith('/feed-heads')) return fetch(request);
      return fetch(new Request(`http://127.0.0.1:${port}${pathname}`, request));
    };
    const core = await bench.signedIn({ fetch: redirecting });
    expect((await core.idle()).lastError).toMatchObject({ code: 'operator-unreachable' });
    expect(new Set(asked)).toEqual(new Set(['/v1/feed-heads']));
    elsewhere.closeAllConnections();
    elsewhere.close();
  });

  it('an unchanged answer without the operator’s time is as of the time that it is known to have', async () => {
    const { fetch: dropping } = tampering((_, response) => {
      const headers = new Headers(response.headers);
      if (response.status === 304) headers.delete('server-time');
      return new Response(response.body, { status: response.status, headers });
    });
    const core = await bench.signedIn({ clock: { now: () => bench.operator.time.value }, fetch: dropping });
    await core.idle();
    bench.operator.time.value += 60_000;
    expect(await again(core)).toMatchObject({
      lastError: null,
      firstSync: false,
      dataAsOf: bench.operator.time.value,
    });
  });

  it('months that the operator no longer shows stay', async () => {
    const core = await bench.signedIn();
    await core.idle();
    const before = await core.call('cdrs.summary', { filter: wholeMonth('2018-03') });
    await bench.operator.control.setClock(minsk('2018-11-10', 12));
    await bench.operator.control.settle();
    await again(core);
    const { items } = await core.call('cdrs.months', { subscriberId: null });
    expect(items[0]).toEqual({ month: '2018-11', kind: 'current' });
    expect(items.find(({ month }) => month === '2018-05')).toMatchObject({ kind: 'operator' });
    expect(items.at(-1)).toEqual({ month: '2018-03', kind: 'cache' });
    expect(await core.call('cdrs.summary', { filter: wholeMonth('2018-03') })).toMatchObject({
      rows: before.rows,
      gross: before.gross,
    });
  });
});
