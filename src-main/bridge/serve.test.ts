import { describe, expect, it, vi } from 'vitest';
import { type MainProcedureName, procedures } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import { createEventQueue } from './events';
import { type BridgeDependencies, type CallSender, serveCall } from './serve';

const windowSender: CallSender = { senderFrame: { url: 'app://cabinet/', parent: null }, sender: { id: 1 } };

function dependencies(changes: Partial<BridgeDependencies> = {}): BridgeDependencies {
  return {
    windowId: () => 1,
    isOwnUrl: (url) => url.startsWith('app://cabinet/'),
    begun: async () => {},
    callCore: vi.fn(async (name) => `core:${name}`),
    handlers: { 'demo.sms': () => [] } as unknown as BridgeDependencies['handlers'],
    onFault: vi.fn(),
    ...changes,
  };
}

describe('bridge', () => {
  it('routes by owner', async () => {
    const deps = dependencies();
    expect(await serveCall(windowSender, 'sync.status', undefined, deps)).toEqual({
      ok: true,
      value: 'core:sync.status',
    });
    expect(await serveCall(windowSender, 'demo.sms', undefined, deps)).toEqual({ ok: true, value: [] });
  });

  it('keeps a call of an early page until the program has begun', async () => {
    let begin: () => void = () => {};
    const deps = dependencies({ begun: () => new Promise((resolve) => (begin = resolve)) });
    const answer = serveCall(windowSender, 'sync.status', undefined, deps);
    await new Promise((resolve) => setImmediate(resolve));
    expect(deps.callCore).not.toHaveBeenCalled();
    begin();
    expect(await answer).toEqual({ ok: true, value: 'core:sync.status' });
  });

  it.each<[string, CallSender]>([
    ['a vanished frame', { ...windowSender, senderFrame: null }],
    ['a sub-frame', { ...windowSender, senderFrame: { url: 'app://cabinet/', parent: {} } }],
    ['another window', { ...windowSender, sender: { id: 2 } }],
    ['a foreign page', { ...windowSender, senderFrame: { url: 'https://evil.test/', parent: null } }],
  ])('refuses %s', async (_name, sender) => {
    const deps = dependencies();
    expect(await serveCall(sender, 'sync.status', undefined, deps)).toMatchObject({ ok: false });
    expect(deps.callCore).not.toHaveBeenCalled();
  });

  it.each([['unknown'], ['toString'], ['__proto__'], ['constructor'], [42], [null], [{}]])(
    'refuses the name %s',
    async (name) => {
      const answer = await serveCall(windowSender, name, undefined, dependencies());
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-available' } });
    },
  );

  it('names the field of a wrong input', async () => {
    const input = { phone: '375291234567', password: '' };
    const answer = await serveCall(windowSender, 'session.signInByPassword', input, dependencies());
    expect(answer).toEqual({ ok: false, error: { code: 'bad-input', params: { field: 'password' } } });
  });

  const cycle: unknown[] = [];
  cycle.push(cycle, cycle);
  it.each<[string, string, unknown]>([
    ['50 MB of text', 'program.copyText', { text: 'x'.repeat(50_000_000) }],
    ['50 MB of names', 'preferences.set', { key: 'a', value: { ['x'.repeat(50_000_000)]: 1 } }],
    ['50 MB of bytes', 'preferences.set', { key: 'a', value: new Uint8Array(50_000_000) }],
    ['fifty million values', 'preferences.set', { key: 'a', value: new Array(50_000_000).fill(null) }],
    ['a value inside itself', 'preferences.set', { key: 'a', value: cycle }],
    ['a map', 'preferences.set', { key: 'a', value: new Map() }],
  ])('refuses %s for its size, before its shape is looked at', async (_what, name, input) => {
    const answer = await serveCall(windowSender, name, input, dependencies());
    expect(answer).toEqual({ ok: false, error: { code: 'bad-input', params: { field: 'size' } } });
  });

  it('survives values nested deeper than any call', async () => {
    let deep: unknown = null;
    for (let depth = 0; depth < 200_000; depth++) deep = [deep];
    const deps = dependencies();
    const answer = await serveCall(windowSender, 'preferences.set', { key: 'a', value: deep }, deps);
    expect(answer).toMatchObject({ ok: false });
  });

  it.each(['__proto__', '1a', 'a b', ''])('keeps no preference called «%s»', async (key) => {
    const input = { key, value: 1 };
    expect(await serveCall(windowSender, 'preferences.set', input, dependencies())).toEqual({
      ok: false,
      error: { code: 'bad-input', params: { field: 'key' } },
    });
  });

  it('lets no prototype in with an input', async () => {
    const polluted = JSON.parse('{"phone":"375291234567","via":"email","__proto__":{"admin":true}}');
    const deps = dependencies();
    const answer = await serveCall(windowSender, 'session.recoverPassword', polluted, deps);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('passes codes on and hides the text of unknown faults', async () => {
    const coded = dependencies({ callCore: () => Promise.reject(new CabinetError('cache-damaged')) });
    expect(await serveCall(windowSender, 'sync.status', undefined, coded)).toEqual({
      ok: false,
      error: { code: 'cache-damaged', params: {} },
    });
    const unknown = dependencies({ callCore: () => Promise.reject(new Error('/home/secret')) });
    const answer = await serveCall(windowSender, 'sync.status', undefined, unknown);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(unknown.onFault).toHaveBeenCalledOnce();
  });

  it('owns every procedure once', () => {
    const owners = Object.values(procedures).map((procedure) => procedure.owner);
    expect(new Set(owners)).toEqual(new Set(['core', 'main']));
    const names: MainProcedureName[] = ['settings.get', 'exports.start', 'demo.state'];
    for (const name of names) expect(procedures[name].owner).toBe('main');
  });
});

describe('events', () => {
  it('wait for the page, in order, and again after it went away', () => {
    const sent: unknown[] = [];
    const queue = createEventQueue((name, payload) => sent.push([name, payload]));
    queue.emit('cache.changed', { sets: ['a'] });
    expect(sent).toEqual([]);
    queue.open();
    queue.emit('cache.changed', { sets: ['b'] });
    queue.close();
    queue.emit('cache.changed', { sets: ['c'] });
    expect(sent).toEqual([
      ['cache.changed', { sets: ['a'] }],
      ['cache.changed', { sets: ['b'] }],
    ]);
    queue.open();
    expect(sent).toHaveLength(3);
  });
});
