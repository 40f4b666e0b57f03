import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src-shared/domain/period';
import { SERVER_TIME_HEADER } from '../../src-shared/operator-api/endpoints';
import { minsk } from '../operator/testing/client';
import { temporaryFolder } from '../store/testing/sample';
import { type CdrTotals, cacheTotals, operatorTotals } from './testing/cdr-totals';
import {
  type Fault,
  type FaultProxy,
  instead,
  onTheWire,
  type Passing,
  startFaultProxy,
} from './testing/fault-proxy';
import { type Bench, type CoreStart, startBench, type TestCore } from './testing/harness';
import { changed, cutAt, halfClosed, json, notGzip, problem, textOf, truncated } from './testing/link-faults';

let bench: Bench;
let proxy: FaultProxy;
let truth: CdrTotals;
let elsewhere: { url: string; visits: number; close(): void };
beforeAll(async () => {
  // Two months after the account was opened: a page of calls of each, and a short one.
  bench = await startBench({ at: minsk('2018-05-10', 12), monthFiles: false });
  proxy = await startFaultProxy(bench.operator.url);
  truth = await operatorTotals(bench.operator);
  elsewhere = await startElsewhere();
});
afterAll(async () => {
  await bench.close();
  await proxy.close();
  elsewhere.close();
});

const MONTHS = ['2018-03', '2018-04', '2018-05'];
const folders: ReturnType<typeof temporaryFolder>[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** A new computer, with the proxy between it and the operator. */
async function newcomer(options: Partial<CoreStart> = {}): Promise<TestCore> {
  const folder = temporaryFolder();
  folders.push(folder);
  return bench.signedIn({ operatorUrl: proxy.url, folder: folder.path, ...options });
}

/** Another company's server: whoever comes here brings a token that is not for it. */
async function startElsewhere() {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits++;
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/cdrs`,
    get visits() {
      return visits;
    },
    close: () => server.close(),
  };
}

const PORTAL = '<!doctype html><title>Wi-Fi</title><p>Подтвердите номер телефона';

/** Faults that last: what the person is told of each. */
const lasting: [name: string, fault: Fault, told: { code: string; params?: object }][] = [
  ['cut before the first byte', cutAt(0), { code: 'operator-unreachable' }],
  ['cut within its head', cutAt(0.0005), { code: 'operator-unreachable' }],
  ['cut early in its body', cutAt(0.1), { code: 'operator-unreachable' }],
  ['cut late in its body', cutAt(0.97), { code: 'operator-unreachable' }],
  ['closed by the other side half-way', halfClosed, { code: 'operator-unreachable' }],
  ['said to be gzip and is not', notGzip, { code: 'operator-answer-malformed' }],
  ['JSON that ends too early', truncated, { code: 'operator-answer-malformed' }],
  ['empty', instead(200, json, ''), { code: 'operator-answer-malformed' }],
  [
    'of another shape',
    instead(200, json, '{"rows":[]}'),
    { code: 'operator-answer-malformed', params: { endpoint: 'listCdrs', field: 'items' } },
  ],
  [
    'a page of a Wi-Fi portal',
    instead(200, { 'content-type': 'text/html' }, PORTAL),
    { code: 'operator-answer-malformed' },
  ],
  [
    'sent elsewhere',
    (passing) => instead(302, { location: elsewhere.url }, '')(passing, null as never),
    { code: 'operator-unreachable' },
  ],
  ['401 without a word', instead(401, {}, ''), { code: 'session-expired' }],
  [
    '403 of a gateway',
    instead(403, { 'content-type': 'text/html' }, '<h1>Forbidden'),
    { code: 'operator-error', params: { status: 403 } },
  ],
  ['409', problem(409, 'conflict'), { code: 'operator-refused', params: { code: 'conflict' } }],
  ['413', instead(413, {}, ''), { code: 'operator-error', params: { status: 413 } }],
  ['429', instead(429, { 'retry-after': '1' }, ''), { code: 'rate-limited' }],
  ['500', instead(500, {}, 'oops'), { code: 'operator-error', params: { status: 500 } }],
  [
    '502 of a gateway',
    instead(502, { 'content-type': 'text/html' }, '<h1>Bad gateway'),
    { code: 'operator-error', params: { status: 502 } },
  ],
  [
    '503 with a time',
    instead(503, { 'retry-after': '1' }, ''),
    { code: 'operator-error', params: { status: 503 } },
  ],
  ['504', instead(504, {}, ''), { code: 'operator-error', params: { status: 504 } }],
];

describe('a page of calls that comes', () => {
  it.each(lasting)(
    '%s: is told, stores nothing, and is taken in when the link is well',
    async (_, fault, told) => {
      proxy.harm(fault);
      const core = await newcomer();
      expect(await core.idle()).toMatchObject({ lastError: told, firstSync: true });
      expect(proxy.harmed()).toBeGreaterThan(0);
      expect((await cacheTotals(core, MONTHS)).rows).toBe(0);
      expect(elsewhere.visits).toBe(0);

      proxy.harm(null);
      if (told.code === 'session-expired') {
        await core.call('session.signInByPassword', bench.credentials);
      } else await core.call('sync.start', undefined);
      expect(await core.status(({ state, firstSync }) => state === 'idle' && !firstSync)).toMatchObject({
        lastError: null,
        online: true,
      });
      expect(await cacheTotals(core, MONTHS)).toEqual(truth);
      await core.stop();
    },
  );
});

describe('pages in disorder', () => {
  it.each<[string, () => Fault]>([
    [
      'with its records shuffled',
      () =>
        changed((passing) => {
          const page = JSON.parse(textOf(passing)) as { items: unknown[] };
          return Buffer.from(JSON.stringify({ ...page, items: page.items.toReversed() }));
        }),
    ],
    [
      'dated two days ahead, and two days back,',
      () => {
        let ahead = true;
        return (passing) => {
          const at = Number(passing.headers[SERVER_TIME_HEADER]) + (ahead ? 2 : -2) * DAY_MS;
          ahead = !ahead;
          return { ...passing, headers: { ...passing.headers, [SERVER_TIME_HEADER]: String(at) } };
        };
      },
    ],
  ])('%s are taken in once', async (_, fault) => {
    proxy.harm(fault());
    const core = await newcomer();
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(proxy.harmed()).toBeGreaterThan(1);
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    proxy.harm(null);
    await core.stop();
  });
});

describe('a page that comes again in place of the next', () => {
  it('is not followed: whole pages are kept, and the rest comes when the link is well', async () => {
    let first: Passing | null = null;
    proxy.harm((passing) => {
      first ??= passing;
      return first;
    });
    const core = await newcomer();
    expect(await core.idle()).toMatchObject({
      lastError: { code: 'operator-answer-malformed', params: { field: 'cursor' } },
      firstSync: true,
    });
    expect(await cacheTotals(core, MONTHS)).toEqual(await operatorTotals(bench.operator, '2018-03'));
    proxy.harm(null);
    await core.call('sync.start', undefined);
    await core.status(({ state, firstSync }) => state === 'idle' && !firstSync);
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    await core.stop();
  });
});

describe('pages that lead back to one another', () => {
  it('are not followed for ever', async () => {
    let first: Passing | null = null;
    let times = 0;
    proxy.harm((passing) => {
      first ??= passing;
      // The first page again and again, under two cursors by turns.
      const cursor = times++ % 2 === 0 ? String(first.headers['next-cursor']) : 'elsewhere';
      const page = JSON.parse(textOf(first)) as object;
      const answer = changed(() => Buffer.from(JSON.stringify({ ...page, cursor })))(first, null as never);
      return answer && { ...answer, headers: { ...answer.headers, 'next-cursor': cursor } };
    });
    const core = await newcomer();
    expect(await core.idle()).toMatchObject({
      lastError: { code: 'operator-answer-malformed', params: { field: 'cursor' } },
    });
    proxy.harm(null);
    await core.stop();
  });
});

describe('an answer that never ends', () => {
  it('is given up when its time has passed, and asked for again', async () => {
    const limits = new Set<() => void>();
    let pages = 0;
    proxy.harm((passing, socket) => {
      if (pages++ > 0) return passing;
      socket.write(onTheWire(passing).subarray(0, 200));
      // Its minute passes now.
      for (const limit of [...limits]) limit();
      return null;
    });
    const core = await newcomer({
      limit: (_ms, act) => {
        limits.add(act);
        return () => limits.delete(act);
      },
    });
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    const waits = core.statuses.filter(({ state }) => state === 'waiting');
    expect(waits.map(({ lastError }) => lastError?.params.reason)).toContain('timeout');
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    proxy.harm(null);
    await core.stop();
  });

  it('is given up at once when the person cancels', async () => {
    let stalled = () => {};
    const reached = new Promise<void>((resolve) => {
      stalled = resolve;
    });
    proxy.harm((passing, socket) => {
      socket.write(onTheWire(passing).subarray(0, 200));
      stalled();
      return null;
    });
    const core = await newcomer();
    await reached;
    await core.call('sync.cancel', undefined);
    expect(await core.idle()).toMatchObject({ lastError: { code: 'cancelled' } });
    proxy.harm(null);
    await core.call('sync.start', undefined);
    await core.status(({ state, firstSync }) => state === 'idle' && !firstSync);
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    await core.stop();
  });
});
