import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandState, Submission } from '../../../src-shared/bridge/commands';
import { minsk } from '../../operator/testing/client';
import { type CommandOperator, createCommandOperator, isCommand } from '../../sync/testing/command-operator';
import { type Bench, bytesOf, startBench, type TestCore } from '../testing/harness';

let bench: Bench;
let operator: CommandOperator;
beforeEach(async () => {
  // A month after the account was opened: little to take in.
  bench = await startBench({ at: minsk('2018-04-12', 12) });
  operator = createCommandOperator(() => bench.operator.time.value);
});
afterEach(() => bench.close());

/** A program whose commands go to the test's operator, and which can be stopped dead. */
function link() {
  const state = { alive: true };
  const requests: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!state.alive) {
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      });
    }
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return isCommand(request) ? operator.fetch(request) : globalThis.fetch(request);
  };
  return { fetch, requests, kill: () => (state.alive = false) };
}

const signIn = (core: TestCore) => core.call('session.signInByPassword', bench.credentials);

const signedIn = (fetch = link().fetch) => bench.synced({ fetch });

const appeal = (text: string): Submission => ({
  kind: 'open-appeal',
  body: { subscriberId: null, topic: 'billing', text, evidence: [] },
});
const reached = (core: TestCore, id: number, state: CommandState) =>
  eventually(async () => expect(await core.call('commands.get', { id })).toMatchObject({ state }));
/** Asked again until it is so; a busy machine takes its time. */
const eventually = <Result>(look: () => Result | Promise<Result>) => vi.waitFor(look, { timeout: 30_000 });
const refusal = (code: string) => expect.objectContaining({ code });
const journal = (core: TestCore, search = '', states?: CommandState[]) =>
  core.call('commands.list', { search, ...(states ? { states } : {}), offset: 0, limit: 50 });

describe('a command of the window', () => {
  it('is answered at once, told step by step, and followed by a sync', async () => {
    const { fetch, requests } = link();
    const core = await signedIn(fetch);
    requests.length = 0;
    core.changed.length = 0;
    const command = await core.call('commands.submit', appeal('Почему так дорого?'));
    expect(command).toMatchObject({ state: 'waiting', kind: 'open-appeal', attempts: 0, error: null });
    await reached(core, command.id, 'accepted');
    await eventually(() => expect(requests).toContain('GET /v1/feed-heads'));
    await core.idle();
    expect(core.commands.map(({ state }) => state)).toEqual(['waiting', 'sending', 'accepted']);
    expect(core.changed).toContain('commands');
    expect(requests.indexOf('POST /v1/appeals')).toBeLessThan(requests.indexOf('GET /v1/feed-heads'));
  });

  it('made offline is sent once when the operator is back', async () => {
    await (await signedIn()).stop();
    await bench.operator.control.setFaults({ offline: true });
    operator.state.always = 'refused';
    const core = await bench.core({ fetch: link().fetch });
    expect(await signIn(core)).toMatchObject({ mode: 'offline' });
    const first = await core.call('commands.submit', appeal('1'));
    const second = await core.call('commands.submit', appeal('2'));
    await core.status(({ online }) => online === false);
    expect((await journal(core)).items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    operator.state.always = null;
    await bench.operator.control.setFaults({ offline: false });
    await reached(core, second.id, 'accepted');
    expect(await core.call('commands.get', { id: first.id })).toMatchObject({ state: 'accepted' });
    expect(operator.done.map(({ body }) => (body as { text: string }).text)).toEqual(['1', '2']);
  });

  it('is done exactly once although the program is killed while the answer is on its way', async () => {
    const { fetch, kill } = link();
    const core = await signedIn(fetch);
    operator.mishaps.push('hangs-after');
    const { id } = await core.call('commands.submit', appeal('Вопрос'));
    await eventually(() => expect(operator.done).toHaveLength(1));
    kill();
    const next = await bench.core({ fetch: link().fetch });
    await signIn(next);
    await reached(next, id, 'accepted');
    expect(operator.done).toHaveLength(1);
    expect(await next.call('commands.get', { id })).toMatchObject({ attempts: 2, resultId: 100 });
  });

  it('waits for the next sign-in when the session is over', async () => {
    const core = await signedIn();
    operator.mishaps.push({ status: 401, problem: { code: 'session-expired' } });
    const { id } = await core.call('commands.submit', appeal('Вопрос'));
    await eventually(async () =>
      expect(await core.call('commands.get', { id })).toMatchObject({ error: { code: 'session-expired' } }),
    );
    expect(core.sessions.at(-1)).toMatchObject({ phase: 'signed-in', mode: 'offline' });
    await signIn(core);
    await reached(core, id, 'accepted');
    expect(operator.done).toHaveLength(1);
  });

  it('is kept with its answer in the cache, which a sign-out closes', async () => {
    const core = await signedIn();
    operator.state.always = 'refused';
    const { id } = await core.call('commands.submit', {
      kind: 'change-sip-password',
      body: { subscriberId: 1, password: 'Sekretnyj12345' },
    });
    await eventually(async () =>
      expect((await core.call('commands.get', { id })).attempts).toBeGreaterThan(0),
    );
    await core.call('session.signOut', undefined);
    await expect(core.call('commands.get', { id })).rejects.toEqual(refusal('not-signed-in'));
    operator.state.always = null;
    await signIn(core);
    await reached(core, id, 'accepted');
    expect(operator.done.map(({ body }) => body)).toEqual([{ subscriberId: 1, password: 'Sekretnyj12345' }]);
    await core.stop();
    expect(JSON.stringify([core.commands, core.logs])).not.toContain('Sekretnyj');
    expect(bytesOf(bench.folder)).not.toContain('Sekretnyj');
  });
});

describe('a visit-only cache', () => {
  /** Signed in by SMS where nothing could open a cache later. */
  async function visit(fetch = link().fetch): Promise<TestCore> {
    bench.keyring.state.present = false;
    const core = await bench.core({ fetch });
    await core.call('session.signInBySms', await bench.smsSignIn(core));
    await core.idle();
    return core;
  }
  /** A command that the operator would not take yet. */
  async function unsent(core: TestCore): Promise<number> {
    operator.state.always = { status: 503, problem: { code: 'unavailable' } };
    const { id } = await core.call('commands.submit', appeal('Вопрос'));
    await eventually(async () =>
      expect((await core.call('commands.get', { id })).attempts).toBeGreaterThan(0),
    );
    return id;
  }

  it('takes commands in while the operator is there, and is not left with unsent ones', async () => {
    const core = await visit();
    const id = await unsent(core);
    await expect(core.call('session.signOut', undefined)).rejects.toEqual(refusal('commands-waiting'));
    await eventually(() => core.call('commands.cancel', { id }));
    await bench.operator.control.setFaults({ offline: true });
    await core.call('sync.start', undefined);
    await core.status(({ state, online }) => state === 'idle' && online === false);
    await expect(core.call('commands.submit', appeal('Ещё'))).rejects.toEqual(
      refusal('command-needs-network'),
    );
    expect(await core.call('session.signOut', undefined)).toMatchObject({ phase: 'signed-out' });
  });

  it.each(['password', 'sms'] as const)(
    'goes on when the same person signs in again by %s, and what waits is sent',
    async (method) => {
      const core = await visit();
      operator.mishaps.push({ status: 401, problem: { code: 'session-expired' } });
      const { id } = await core.call('commands.submit', appeal('Вопрос'));
      await eventually(async () =>
        expect(await core.call('commands.get', { id })).toMatchObject({ error: { code: 'session-expired' } }),
      );
      expect(core.sessions.at(-1)).toMatchObject({ mode: 'offline', cacheForVisit: true });
      // Codes are not given again at once.
      bench.operator.time.value += 600_000;
      const view =
        method === 'password'
          ? await signIn(core)
          : await core.call('session.signInBySms', await bench.smsSignIn(core));
      expect(view).toMatchObject({ phase: 'signed-in', mode: 'online', method, cacheForVisit: true });
      await reached(core, id, 'accepted');
      expect(operator.done).toHaveLength(1);
      expect(await core.idle()).toMatchObject({ lastError: null });
      await expect(signIn(core)).resolves.toMatchObject({ method: 'password', cacheForVisit: false });
    },
  );

  it('is left neither for another account nor for another operator while a command waits', async () => {
    const { fetch, requests } = link();
    const core = await visit(fetch);
    const id = await unsent(core);
    requests.length = 0;
    const other = { phone: '375447654321', password: 'Parol-12345' };
    await expect(core.call('session.signInByPassword', other)).rejects.toEqual(refusal('commands-waiting'));
    await expect(core.call('session.signInBySms', { phone: other.phone, code: '123456' })).rejects.toEqual(
      refusal('commands-waiting'),
    );
    expect(requests).not.toContain('POST /v1/sessions');
    const config = { dataFolder: bench.folder, syncEveryMin: 0, hidden: false };
    await expect(
      core.call('core.configure', { ...config, operatorUrl: 'http://127.0.0.1:9' }),
    ).rejects.toEqual(refusal('commands-waiting'));
    await core.call('core.configure', { ...config, operatorUrl: bench.operator.url });
    await eventually(() => core.call('commands.cancel', { id }));
    await core.call('core.configure', { ...config, operatorUrl: 'http://127.0.0.1:9' });
    expect(await core.call('session.state', undefined)).toMatchObject({ phase: 'signed-out' });
  });
});

describe('the journal', () => {
  it('is searched by words of kinds, numbers, texts and reasons, and narrowed to states', async () => {
    const core = await signedIn();
    const { items: subscribers } = await core.call('subscribers.search', { mask: '', offset: 0, limit: 2 });
    const [connection, number] = subscribers;
    if (!connection || !number) throw new Error('the demo company has subscribers');
    operator.mishaps.push({ status: 409, problem: { code: 'rule-violated', detail: 'Уже зарегистрирован' } });
    const refused = await core.call('commands.submit', {
      kind: 'register-payment',
      body: { amount: 1_234_500, promisedOn: '2018-05-10' },
    });
    await reached(core, refused.id, 'rejected');
    const pause = await core.call('commands.submit', {
      kind: 'suspend-subscriber',
      body: { subscriberId: number.id, fromDay: '2018-05-01', toDay: '2018-05-09' },
    });
    const question = await core.call('commands.submit', appeal('Ёлка не звонит'));
    const details = await core.call('commands.submit', {
      kind: 'order-cdr-email',
      body: {
        fromDay: '2018-04-01',
        toDay: '2018-04-11',
        direction: 'both',
        numbers: [connection.number, number.number],
      },
    });
    await reached(core, details.id, 'accepted');
    const found = async (search: string, states?: CommandState[]) =>
      (await journal(core, search, states)).items.map(({ id }) => id);

    expect(await found('')).toEqual([details.id, question.id, pause.id, refused.id]);
    expect(await found('детализация e-mail')).toEqual([details.id]);
    expect(await found('елка')).toEqual([question.id]);
    expect(await found(`+375 ${number.number.slice(3, 5)} ${number.number.slice(5)}`)).toEqual([
      details.id,
      pause.id,
    ]);
    expect(await found(`${connection.number.slice(3)}%`)).toEqual([details.id]);
    expect(await found(number.name.toUpperCase())).toEqual([pause.id]);
    expect(await found('10.05.2018')).toEqual([refused.id]);
    expect(await found('123,45')).toEqual([refused.id]);
    expect(await found('зарегистрирован')).toEqual([refused.id]);
    expect(await found('ничего такого')).toEqual([]);
    expect(await found('', ['rejected', 'cancelled'])).toEqual([refused.id]);
    const page = await core.call('commands.list', { search: '', offset: 1, limit: 2 });
    expect({ ...page, items: page.items.map(({ id }) => id) }).toEqual({
      items: [question.id, pause.id],
      total: 4,
    });
  });
});

describe('with the embedded operator', () => {
  it('the delivery of invoices is changed once, whatever happens to the answer', async () => {
    const core = await bench.synced();
    await bench.operator.control.setFaults({ cutBodies: 1 });
    const delivery = { method: 'email', emails: ['glavbuh@example.by'], formats: ['pdf'] } as const;
    const { id } = await core.call('commands.submit', {
      kind: 'change-delivery',
      body: { ...delivery, emails: [...delivery.emails], formats: [...delivery.formats] },
    });
    await reached(core, id, 'accepted');
    expect((await core.call('commands.get', { id })).attempts).toBe(2);
    await eventually(async () =>
      expect((await core.call('account.get', undefined)).account?.delivery).toEqual(delivery),
    );
  });
});
