import { cpSync, existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minsk } from '../../operator/testing/client';
import { openCacheForReading } from '../../store/open';
import { temporaryFolder } from '../../store/testing/sample';
import { realLimit } from '../../sync/environment';
import { createOperatorClock } from '../../sync/operator-clock';
import { type CommandOperator, createCommandOperator, isCommand } from '../../sync/testing/command-operator';
import { createAttention } from '../attention';
import { type Bench, startBench, type TestCore } from '../testing/harness';
import { createSession } from './session';

let bench: Bench;
let commands: CommandOperator;
beforeEach(async () => {
  // A month after the account was opened: little to take in.
  bench = await startBench({ at: minsk('2018-04-12', 12) });
  commands = createCommandOperator(() => bench.operator.time.value);
});
afterEach(() => bench.close());

const refusal = (code: string) => expect.objectContaining({ code });
const filesLike = (part: string) => readdirSync(bench.folder).filter((name) => name.includes(part));
const signIn = (core: TestCore, password = bench.credentials.password) =>
  core.call('session.signInByPassword', { phone: bench.credentials.phone, password });
const lock = (core: TestCore) => core.call('session.lock', undefined);

/** Another administrator, whom the test's operator knows. */
const OTHER = { phone: '375291000777', password: 'Other-2018' };

/** Commands go to the test's operator, everything else to the bench's. */
function link() {
  const requests: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    if (isCommand(request)) return commands.fetch(request);
    if (!(await request.clone().text()).includes(OTHER.phone)) return globalThis.fetch(request);
    const body = JSON.stringify({ method: 'password', ...bench.credentials });
    const known = await globalThis.fetch(request.url, { method: 'POST', headers: request.headers, body });
    return Response.json({ ...((await known.json()) as object), phone: OTHER.phone });
  };
  return { fetch, requests };
}

async function bySms(core: TestCore) {
  const { phone } = bench.credentials;
  // The next code is sent no sooner than a minute after the last.
  bench.operator.time.value += 2 * 60_000;
  await core.call('session.requestSmsCode', { phone });
  const code = /\d{4,8}/.exec(bench.operator.control.listSms()[0]?.text ?? '')?.[0] ?? '';
  return core.call('session.signInBySms', { phone, code });
}

describe('the lock', () => {
  it('closes the cache without a word to the operator, until the password opens it', async () => {
    const { fetch, requests } = link();
    const core = await bench.core({ fetch });
    await signIn(core);
    await core.idle();
    requests.length = 0;
    const view = await lock(core);
    expect(view).toMatchObject({
      phase: 'signed-out',
      account: null,
      locked: { phone: bench.credentials.phone, unsent: false },
    });
    expect(core.sessions.at(-1)).toEqual(view);
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('not-signed-in'));
    expect(filesLike('-wal')).toEqual([]);
    expect(requests).toEqual([]);

    await expect(signIn(core, 'wrong-1')).rejects.toEqual(refusal('wrong-credentials'));
    expect(await core.call('session.state', undefined)).toMatchObject({ locked: view.locked });
    expect(await signIn(core)).toMatchObject({ phase: 'signed-in', locked: null });
    expect((await core.call('account.get', undefined)).account).not.toBeNull();
  });

  it('does not wait for an operator that does not answer a change of password', async () => {
    const password = 'Changed-2018';
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked = vi.fn();
    const core = await bench.core({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = await globalThis.fetch(request);
        if (new URL(request.url).pathname.endsWith('/password')) {
          asked();
          await answered;
        }
        return response;
      },
    });
    await signIn(core);
    await core.idle();
    const change = core.call('session.changePassword', { password, confirmation: password });
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    const locking = lock(core);
    const locked = { phone: bench.credentials.phone, unsent: false };
    await vi.waitFor(() =>
      expect(core.sessions.at(-1)).toMatchObject({ phase: 'signed-out', account: null, locked }),
    );
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('not-signed-in'));
    answer();
    await change;
    expect(await locking).toMatchObject({ phase: 'signed-out', locked });
    expect(filesLike('-wal')).toEqual([]);
    // The key that opens the cache was changed behind the lock.
    await bench.operator.control.setFaults({ offline: true });
    expect(await signIn(core, password)).toMatchObject({ phase: 'signed-in', locked: null });
  });

  it('is opened by the same password without the operator, and by no other', async () => {
    const core = await bench.core();
    await signIn(core);
    await core.idle();
    await lock(core);
    await bench.operator.control.setFaults({ offline: true });
    await expect(signIn(core, 'wrong-1')).rejects.toEqual(refusal('offline-password-wrong'));
    expect(await signIn(core)).toMatchObject({ phase: 'signed-in', mode: 'offline' });
  });

  it('is opened before the operator is asked for news; where nothing can be drawn yet, it is asked at once', async () => {
    const pauses: { ms: number; asked: string[] }[] = [];
    const requests: string[] = [];
    const core = await bench.core({
      sleep: async (ms) => {
        pauses.push({ ms, asked: [...requests] });
      },
      fetch: (input, init) => {
        const request = new Request(input, init);
        requests.push(`${request.method} ${new URL(request.url).pathname}`);
        return globalThis.fetch(request);
      },
    });
    await signIn(core);
    await core.idle();
    expect(pauses).toEqual([]);
    await lock(core);
    requests.length = 0;
    await signIn(core);
    await core.idle();
    expect(pauses).toEqual([{ ms: 300, asked: ['POST /v1/sessions'] }]);
    expect(requests).toContain('GET /v1/feed-heads');
  });

  it('finds nothing to close where nobody is signed in', async () => {
    const core = await bench.core();
    expect(await lock(core)).toMatchObject({ phase: 'signed-out', locked: null });
    expect(core.sessions.filter(({ locked }) => locked)).toEqual([]);
  });

  it.each(['lock', 'signOut', 'close'] as const)('fills the key with zeros (%s)', async (end) => {
    const clock = { now: () => bench.operator.time.value };
    const session = await createSession(
      { operatorUrl: bench.operator.url, dataFolder: bench.folder, syncEveryMin: 0, hidden: false },
      {
        clock,
        fetch: globalThis.fetch,
        sleep: () => new Promise((resolve) => setImmediate(resolve)),
        limit: realLimit,
        random: () => 0.5,
        kdfCost: { N: 16, r: 1, p: 1 },
        attention: createAttention(),
        keyring: { encrypt: async () => null, decrypt: async () => null },
        emit: () => undefined,
      },
      createOperatorClock(clock),
    );
    await session.signInByPassword(bench.credentials.phone, bench.credentials.password);
    const { key } = session.active();
    expect(key.every((byte) => byte === 0)).toBe(false);
    await session[end]();
    expect(key).toHaveLength(32);
    expect(key.every((byte) => byte === 0)).toBe(true);
  });
});

describe('a cache that another process reads when the account is locked', () => {
  /** As the daily copy does: it begins to read, and is killed once the account is locked. */
  async function beginReading(core: TestCore) {
    const { databasePath, databaseKey } = await core.call('core.cacheAccess', undefined);
    const reader = openCacheForReading(databasePath, databaseKey);
    reader.statement('BEGIN').run();
    reader.statement('SELECT count(*) FROM cdrs').get();
    return reader;
  }

  it('leaves its log, and opens again without being read whole', async () => {
    const core = await bench.synced();
    const reader = await beginReading(core);
    await lock(core);
    expect(filesLike('.db-wal')).not.toEqual([]);
    await signIn(core);
    await core.idle();
    expect(core.leftOpen()).toBe(0);
    reader.close();
  });

  it('is read whole where the process that wrote it has died', async () => {
    const core = await bench.synced();
    const died = temporaryFolder();
    try {
      cpSync(bench.folder, died.path, { recursive: true });
      const next = await bench.signedIn({ folder: died.path });
      await next.idle();
      expect(next.leftOpen()).toBe(1);
      await next.stop();
    } finally {
      await core.stop();
      died.remove();
    }
  });
});

describe('the lock over a visit with commands on their way', () => {
  async function waiting() {
    bench.keyring.state.present = false;
    const core = await bench.core({ fetch: link().fetch });
    await bySms(core);
    await core.idle();
    commands.state.always = { status: 503, problem: { code: 'unavailable' } };
    const { id } = await core.call('commands.submit', {
      kind: 'open-appeal',
      body: { subscriberId: null, topic: 'billing', text: 'Вопрос', evidence: [] },
    });
    expect(await lock(core)).toMatchObject({ phase: 'signed-out', locked: { unsent: true } });
    core.commands.length = 0;
    return { core, id };
  }

  it('hides the account and keeps its cache: the next code shows it again', async () => {
    const { core, id } = await waiting();
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('not-signed-in'));
    await expect(core.call('commands.get', { id })).rejects.toEqual(refusal('not-signed-in'));
    await expect(core.call('core.prepareExport', { kind: 'invoices' })).rejects.toEqual(
      refusal('not-signed-in'),
    );
    expect(await core.call('sync.status', undefined)).toMatchObject({ dataAsOf: null });
    expect(await lock(core)).toMatchObject({ locked: { unsent: true } });
    await bySms(core);
    expect(await core.call('session.state', undefined)).toMatchObject({ phase: 'signed-in', locked: null });
    expect(await core.call('commands.get', { id })).toMatchObject({ state: 'waiting' });
    commands.state.always = null;
    await core.call('commands.retry', { id });
    await vi.waitFor(async () =>
      expect(await core.call('commands.get', { id })).toMatchObject({ state: 'accepted' }),
    );
    expect(commands.done).toHaveLength(1);
  });

  it('closes it once they are answered, and tells nobody of them', async () => {
    const { core } = await waiting();
    const [file] = filesLike('.visit-');
    commands.state.always = null;
    bench.operator.time.value += 3_600_000;
    await vi.waitFor(() => expect(core.sessions.at(-1)).toMatchObject({ locked: { unsent: false } }), 15_000);
    await vi.waitFor(() => expect(existsSync(`${bench.folder}/${file}`)).toBe(false));
    expect(commands.done).toHaveLength(1);
    expect(core.commands).toEqual([]);
  });

  it('lets nobody else in: the cache would go with its commands', async () => {
    const { core } = await waiting();
    await expect(core.call('session.signInByPassword', OTHER)).rejects.toEqual(refusal('commands-waiting'));
    expect(filesLike('.visit-')).not.toEqual([]);
    expect(await core.call('session.state', undefined)).toMatchObject({ locked: { unsent: true } });
  });
});
