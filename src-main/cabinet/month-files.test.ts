import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { minsk } from '../operator/testing/client';
import { temporaryFolder } from '../store/testing/sample';
import { type CdrTotals, cacheTotals, operatorTotals } from './testing/cdr-totals';
import { type Fault, type FaultProxy, instead, startFaultProxy } from './testing/fault-proxy';
import { type Bench, type CoreStart, startBench, type TestCore } from './testing/harness';
import { changed, cutAt, halfClosed, json, notGzip, problem, textOf, truncated } from './testing/link-faults';
import { tampering } from './testing/tampering';

let bench: Bench;
let proxy: FaultProxy;
let truth: CdrTotals;
beforeAll(async () => {
  // Two months are over; the calls of each are one page.
  bench = await startBench({ at: minsk('2018-05-10', 12) });
  proxy = await startFaultProxy(bench.operator.url);
  truth = await operatorTotals(bench.operator);
});
const folders: ReturnType<typeof temporaryFolder>[] = [];
afterAll(async () => {
  await bench.close();
  await proxy.close();
  for (const folder of folders) folder.remove();
});

const NEW_LINE = 10;
const MONTHS = ['2018-03', '2018-04', '2018-05'];

function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder.path;
}

/** A new computer, with the proxy between it and the operator. */
const newcomer = (options: Partial<CoreStart> = {}): Promise<TestCore> =>
  bench.signedIn({ operatorUrl: proxy.url, folder: newFolder(), ...options });

const callsOf = (requests: readonly string[]) =>
  requests.filter((one) => /\/(cdrs|month-files?)$/.test(one)).map((one) => one.replace('GET /v1/', ''));

describe('a first sync', () => {
  it('takes finished months as files, and the rest by the feed', async () => {
    const { fetch: counted, requests } = tampering((_, response) => response);
    const core = await newcomer({ fetch: counted });
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(callsOf(requests)).toEqual(['month-files', 'month-file', 'month-file', 'cdrs']);
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    requests.length = 0;
    await core.call('sync.start', undefined);
    await core.idle();
    expect(callsOf(requests)).toEqual([]);
  });
});

describe('a file of many pages', () => {
  let long: Bench;
  let wholeTruth: CdrTotals;
  /** Requests for the rest of the first month, whose first page is there, and for what follows. */
  let afterFirstPage: string[];
  beforeAll(async () => {
    long = await startBench({ at: minsk('2018-05-02', 12), size: 'medium' });
    wholeTruth = await operatorTotals(long.operator);
    const { rows } = await operatorTotals(long.operator, '2018-03');
    const restOfMonth = Array.from({ length: Math.ceil(rows / 5000) - 1 }, () => 'cdrs');
    afterFirstPage = [...restOfMonth, 'month-file', 'cdrs'];
  });
  afterAll(() => long.close());

  /** Once the file's first page is stored, `act` happens within its second. */
  function within(act: (core: TestCore) => Promise<unknown>) {
    let signedIn = (_core: TestCore): void => {};
    const signingIn = new Promise<TestCore>((resolve) => {
      signedIn = resolve;
    });
    let [done, acted] = [false, false];
    const link = tampering((url, response) => {
      if (!url.pathname.endsWith('/month-file') || done) return response;
      done = true;
      const { writable, readable } = new TransformStream<Uint8Array, Uint8Array>({
        async transform(chunk, controller) {
          const end = chunk.indexOf(NEW_LINE) + 1;
          if (end === 0 || acted) return controller.enqueue(chunk);
          acted = true;
          controller.enqueue(chunk.subarray(0, end));
          const core = await signingIn;
          await vi.waitFor(async () => expect((await cacheTotals(core, MONTHS)).rows).toBe(5000));
          await act(core);
        },
      });
      void response.body?.pipeTo(writable).catch(() => {});
      return new Response(readable, response);
    });
    return { ...link, signedIn };
  }

  it('goes on where it was after it was cancelled', async () => {
    const link = within((core) => core.call('sync.cancel', undefined));
    const core = await long.signedIn({ fetch: link.fetch });
    link.signedIn(core);
    expect(await core.idle()).toMatchObject({ lastError: { code: 'cancelled' }, firstSync: true });
    expect((await cacheTotals(core, MONTHS)).rows).toBe(5000);
    link.requests.length = 0;
    await core.call('sync.start', undefined);
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(await cacheTotals(core, MONTHS)).toEqual(wholeTruth);
    expect(callsOf(link.requests)).toEqual(['month-files', ...afterFirstPage]);
  });

  it('is followed by the feed after its last whole page, where it breaks off', async () => {
    const link = within(() => Promise.reject(new Error('a cable was pulled')));
    const core = await long.signedIn({ fetch: link.fetch, folder: newFolder() });
    link.signedIn(core);
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(await cacheTotals(core, MONTHS)).toEqual(wholeTruth);
    expect(callsOf(link.requests)).toEqual(['month-files', 'month-file', ...afterFirstPage]);
  });
});

describe('a month’s file that comes', () => {
  it.each<[string, Fault]>([
    ['not at all', instead(404, {}, '')],
    ['as an error of the operator', instead(500, {}, 'oops')],
    ['cut within its head', cutAt(0.0005)],
    ['cut early in its body', cutAt(0.1)],
    ['cut late in its body', cutAt(0.97)],
    ['closed by the other side half-way', halfClosed],
    ['said to be gzip and not so', notGzip],
    ['with a last line that ends too early', truncated],
    ['empty', instead(200, {}, '')],
    ['as a page of a Wi-Fi portal', instead(200, { 'content-type': 'text/html' }, '<!doctype html><p>Wi-Fi')],
    [
      'with a record that is none',
      changed((passing) => Buffer.from(textOf(passing).replace('"revision":1', '"revision":"1"'))),
    ],
    [
      'with lines that say that this is all',
      changed((passing) => Buffer.from(textOf(passing).replaceAll('"more":true', '"more":false'))),
    ],
  ])('%s: no call is lost, the feed has them', async (_, fault) => {
    proxy.harm(fault, '/month-file');
    const core = await newcomer();
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(proxy.harmed()).toBeGreaterThan(0);
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    proxy.harm(null);
    await core.stop();
  });

  it('from a busy operator is waited for as long as it asks', async () => {
    proxy.harm(instead(503, { 'retry-after': '600' }, ''), '/month-file');
    const core = await newcomer();
    expect(await core.idle()).toMatchObject({ lastError: { code: 'operator-error' }, firstSync: true });
    expect(proxy.harmed()).toBe(1);
    proxy.harm(null);
    await core.call('sync.start', undefined);
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    await core.stop();
  });
});

describe('an operator', () => {
  it.each<[string, Fault]>([
    ['that does not know the address', instead(404, {}, '')],
    ['that says that there is no such thing', problem(404, 'not-found')],
    ['that does not let anybody see the list', problem(403, 'rule-violated')],
    ['that fails over the list', instead(500, {}, 'oops')],
    ['whose list is none', instead(200, json, '{"months":"all"}')],
  ])('%s has every call in its feed', async (_, fault) => {
    proxy.harm(fault, '/month-files');
    const core = await newcomer();
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    expect(await cacheTotals(core, MONTHS)).toEqual(truth);
    proxy.harm(null);
    await core.stop();
  });

  it.each([
    { title: 'has forgotten', day: '2018-05-11', status: 410, code: 'resync-required' },
    { title: 'does not know', day: '2018-05-12', status: 400, code: 'validation', field: 'query.since' },
  ])('that $title the cursor gives the files once more', async ({ day, ...refused }) => {
    const { fetch: counted, requests } = tampering((url, response) =>
      url.searchParams.get('since') && requests.filter((one) => one.endsWith('/cdrs')).length === 1
        ? new Response(JSON.stringify({ type: 'about:blank', ...refused }), { status: refused.status })
        : response,
    );
    const folder = newFolder();
    const before = await newcomer({ folder });
    await before.idle();
    await before.stop();
    bench.operator.time.value = minsk(day, 12);
    const core = await newcomer({ folder, fetch: counted });
    expect(await core.idle()).toMatchObject({ lastError: null });
    expect(callsOf(requests)).toEqual(['cdrs', 'month-files', 'month-file', 'month-file', 'cdrs']);
    expect(await cacheTotals(core, MONTHS)).toEqual(await operatorTotals(bench.operator));
  });
});
