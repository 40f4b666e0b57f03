import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minsk } from '../../operator/testing/client';
import { openMadeCache } from '../../store/open';
import { type Bench, startBench } from '../testing/harness';
import { tampering } from '../testing/tampering';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ at: minsk('2018-04-12', 12) });
});
afterEach(() => bench.close());

const fileLike = (ending: string): string =>
  join(bench.folder, readdirSync(bench.folder).find((name) => name.endsWith(ending)) ?? '');

/** Neither written nor removed: something else has the place of the session's file. */
async function blockSessionFile(): Promise<void> {
  await (await bench.synced()).stop();
  const path = fileLike('.session');
  rmSync(path);
  mkdirSync(path);
}

it('a session that cannot be kept signs in all the same, and out again', async () => {
  await blockSessionFile();
  const core = await bench.core();
  const view = await core.call('session.signInByPassword', bench.credentials);
  expect(view).toMatchObject({ phase: 'signed-in', mode: 'online' });
  await core.idle();
  expect(await core.call('session.signOut', undefined)).toMatchObject({ phase: 'signed-out' });
});

it('a session that cannot be kept goes on online when the operator is back', async () => {
  await blockSessionFile();
  await bench.operator.control.setFaults({ offline: true });
  const core = await bench.synced();
  await bench.operator.control.setFaults({ offline: false });
  await core.call('sync.start', undefined);
  expect(await core.idle()).toMatchObject({ lastError: null });
  expect(await core.call('session.state', undefined)).toMatchObject({ mode: 'online' });
});

it('an operator that refuses the tokens it has just given is asked for one once', async () => {
  bench.keyring.state.present = false;
  await (await bench.synced()).stop();
  await bench.operator.control.setFaults({ offline: true });
  const expired = { type: 'about:blank', title: 'expired', status: 401, code: 'session-expired' };
  const { fetch, requests } = tampering((url, response) =>
    url.pathname.endsWith('/feed-heads') ? new Response(JSON.stringify(expired), { status: 401 }) : response,
  );
  const core = await bench.synced({ fetch });
  await bench.operator.control.setFaults({ offline: false });
  requests.length = 0;
  await core.call('sync.start', undefined);
  expect(await core.idle()).toMatchObject({ lastError: { code: 'session-expired' } });
  expect(requests.filter((one) => one.endsWith('/sessions'))).toHaveLength(1);
  expect(await core.call('session.state', undefined)).toMatchObject({ mode: 'offline' });
});

it('tells that the account is closed when a second sign-in cannot open it', async () => {
  const core = await bench.synced();
  const { databasePath, databaseKey } = await core.call('core.cacheAccess', undefined);
  const other = openMadeCache(databasePath, databaseKey);
  other.database.pragma('user_version = 1000');
  other.close();
  await expect(core.call('session.signInByPassword', bench.credentials)).rejects.toMatchObject({
    code: 'cache-newer',
  });
  const view = await core.call('session.state', undefined);
  expect(view).toMatchObject({ phase: 'signed-out' });
  expect(core.sessions.at(-1)).toEqual(view);
});

describe('an answer of somebody between here and the operator', () => {
  const html = () =>
    new Response('<!doctype html><p>Wi-Fi</p>', { headers: { 'content-type': 'text/html' } });
  const answers: [string, () => Response][] = [
    ['a page of a Wi-Fi portal', html],
    ['too many requests', () => new Response('', { status: 429 })],
    ['a refusal of a proxy', () => new Response('<p>403</p>', { status: 403 })],
  ];
  const between = (answer: () => Response) => {
    const link = { on: true };
    const { fetch } = tampering((_, response) => (link.on ? answer() : response));
    return { link, fetch };
  };

  it.each(answers)(
    '%s: the password opens the account, and it goes on online by itself',
    async (_, answer) => {
      bench.keyring.state.present = false;
      await (await bench.synced()).stop();
      const { link, fetch } = between(answer);
      const core = await bench.synced({ fetch });
      expect(await core.call('session.state', undefined)).toMatchObject({ mode: 'offline' });
      link.on = false;
      await core.call('sync.start', undefined);
      expect(await core.idle()).toMatchObject({ lastError: null });
      expect(await core.call('session.state', undefined)).toMatchObject({ mode: 'online' });
    },
  );

  it('is told as it is where there is nothing to open', async () => {
    const core = await bench.core({ fetch: between(html).fetch });
    await expect(core.call('session.signInByPassword', bench.credentials)).rejects.toMatchObject({
      code: 'operator-answer-malformed',
    });
  });
});
