import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi, minsk } from '../../operator/testing/client';
import { type Bench, bytesOf, startBench, type TestCore } from '../testing/harness';

let bench: Bench;
beforeEach(async () => {
  // A month after the account was opened: little to take in.
  bench = await startBench({ at: minsk('2018-04-12', 12) });
});
afterEach(() => bench.close());

const refusal = (code: string) => expect.objectContaining({ code });
const signIn = (core: TestCore, password = bench.credentials.password) =>
  core.call('session.signInByPassword', { phone: bench.credentials.phone, password });
const filesLike = (part: string) => readdirSync(bench.folder).filter((name) => name.includes(part));

describe('sign-in by password', () => {
  it('opens the account online and says who it is', async () => {
    const core = await bench.core();
    const view = await signIn(core);
    expect(view).toMatchObject({
      phase: 'signed-in',
      mode: 'online',
      method: 'password',
      secretsKept: true,
      cacheForVisit: false,
      account: { phone: bench.credentials.phone },
    });
    expect(core.sessions.at(-1)).toEqual(view);
    await core.idle();
  });

  it('passes the operator’s refusal on, even where a cache could be opened', async () => {
    const core = await bench.synced();
    await expect(signIn(core, 'wrong-1')).rejects.toEqual(refusal('wrong-credentials'));
    expect(await core.call('session.state', undefined)).toMatchObject({ phase: 'signed-in' });
  });

  it('without a session every reading call says so', async () => {
    const core = await bench.core();
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('not-signed-in'));
    await expect(core.call('sync.start', undefined)).rejects.toEqual(refusal('not-signed-in'));
    expect(await core.call('sync.status', undefined)).toMatchObject({ state: 'idle', firstSync: true });
  });
});

describe('offline', () => {
  it('the same password opens what was taken in, and wrong ones do not', async () => {
    // The computer's clock is a day ahead of the operator's.
    const clock = { now: () => bench.operator.time.value + 86_400_000 };
    const first = await bench.synced({ clock });
    const before = await first.call('account.get', undefined);
    await first.stop();
    await bench.operator.control.setFaults({ offline: true });

    const core = await bench.core({ clock });
    await expect(signIn(core, 'wrong-1')).rejects.toEqual(refusal('offline-password-wrong'));
    const view = await signIn(core);
    expect(view).toMatchObject({ phase: 'signed-in', mode: 'offline' });
    expect(view.account?.organisation).toBe(before.account?.organisation);
    expect(await core.call('account.get', undefined)).toEqual(before);
    const status = await core.idle();
    expect(status).toMatchObject({ online: false, lastError: { code: 'operator-unreachable' } });
    // The operator's calendar holds without the operator.
    expect(status.operatorNow).toBe(bench.operator.time.value);
  });

  it.each([true, false])('goes on online when the operator is back (keyring: %s)', async (present) => {
    bench.keyring.state.present = present;
    await (await bench.synced()).stop();
    await bench.operator.control.setFaults({ offline: true });
    const core = await bench.core();
    await signIn(core);
    await core.idle();
    await bench.operator.control.setFaults({ offline: false });
    await core.call('sync.start', undefined);
    await core.status(({ state, lastError }) => state === 'idle' && lastError === null);
    expect(await core.call('session.state', undefined)).toMatchObject({ mode: 'online' });
  });

  it('asks for a session again when the kept one has ended', async () => {
    await (await bench.synced()).stop();
    await bench.operator.control.setFaults({ offline: true });
    const core = await bench.core();
    await signIn(core);
    await core.idle();
    bench.operator.control.expireTokens();
    await bench.operator.control.setFaults({ offline: false });
    await core.call('sync.start', undefined);
    await core.status(({ state, lastError }) => state === 'idle' && lastError === null);
    expect(await core.call('session.state', undefined)).toMatchObject({ mode: 'online' });
  });

  it('cannot open an account that was never here', async () => {
    await bench.operator.control.setFaults({ offline: true });
    const core = await bench.core();
    await expect(signIn(core)).rejects.toEqual(refusal('no-offline-copy'));
    expect(filesLike('.')).toEqual([]);
  });

  it('makes guessing wait', async () => {
    await (await bench.synced()).stop();
    await bench.operator.control.setFaults({ offline: true });
    const now = Date.now();
    const core = await bench.core({ clock: { now: () => now } });
    for (let i = 0; i < 3; i++) await signIn(core, `wrong-${i}`).catch(() => {});
    await expect(signIn(core)).rejects.toEqual(refusal('too-many-attempts'));
  });
});

describe('an expired session', () => {
  it('leaves the data readable and asks for a sign-in', async () => {
    const core = await bench.synced();
    bench.operator.control.expireTokens();
    await core.call('sync.start', undefined);
    const status = await core.idle();
    expect(status).toMatchObject({ lastError: { code: 'session-expired' }, online: true });
    expect(await core.call('session.state', undefined)).toMatchObject({
      phase: 'signed-in',
      mode: 'offline',
    });
    expect((await core.call('account.get', undefined)).account).not.toBeNull();
    expect(filesLike('.session')).toEqual([]);

    expect(await signIn(core)).toMatchObject({ mode: 'online' });
    expect(await core.idle()).toMatchObject({ lastError: null });
  });
});

describe('sign-out', () => {
  it('ends the session at the operator and leaves the cache locked', async () => {
    let token = '';
    const watching: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      token = request.headers.get('authorization')?.replace('Bearer ', '') ?? token;
      return fetch(request);
    };
    const core = await bench.synced({ fetch: watching });
    expect(filesLike('.session')).toHaveLength(1);
    const account = () => createApi(bench.operator.url, token).call('GET', '/account');
    expect((await account()).status).toBe(200);
    const view = await core.call('session.signOut', undefined);
    expect(view).toMatchObject({ phase: 'signed-out', account: null, mode: null });
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('not-signed-in'));
    expect((await account()).status).toBe(401);
    expect(filesLike('.session')).toEqual([]);
    expect(filesLike('.db')).toHaveLength(1);
  });

  it('works without the operator', async () => {
    const core = await bench.synced();
    await bench.operator.control.setFaults({ offline: true });
    expect(await core.call('session.signOut', undefined)).toMatchObject({ phase: 'signed-out' });
  });
});

describe('sign-in by SMS', () => {
  it('with a keyring opens the same cache as the password', async () => {
    await (await bench.synced()).stop();
    const core = await bench.core();
    const view = await core.call('session.signInBySms', await bench.smsSignIn(core));
    expect(view).toMatchObject({ phase: 'signed-in', method: 'sms', cacheForVisit: false });
    expect((await core.call('account.get', undefined)).account).not.toBeNull();
    await core.idle();
  });

  it('with a keyring and no cache begins one, which the password then closes', async () => {
    const core = await bench.core();
    await core.call('session.signInBySms', await bench.smsSignIn(core));
    await core.idle();
    await core.stop();
    await (await bench.synced()).stop();
    expect(filesLike('.db')).toHaveLength(1);
    bench.keyring.state.present = false;
    await bench.operator.control.setFaults({ offline: true });
    const offline = await bench.core();
    expect(await signIn(offline)).toMatchObject({ mode: 'offline' });
  });

  it('without a keyring keeps the cache for the visit only', async () => {
    bench.keyring.state.present = false;
    const core = await bench.core();
    const view = await core.call('session.signInBySms', await bench.smsSignIn(core));
    expect(view).toMatchObject({ cacheForVisit: true, secretsKept: false });
    await core.idle();
    expect(filesLike('.visit-')).not.toEqual([]);
    await core.call('session.signOut', undefined);
    expect(filesLike('.visit-')).toEqual([]);
  });

  it('sweeps visits that ended with a crash', async () => {
    writeFileSync(join(bench.folder, 'abc.visit-123.db'), 'x');
    await bench.core();
    expect(filesLike('.visit-')).toEqual([]);
  });

  it('refuses a wrong and an expired code', async () => {
    const core = await bench.core();
    const { phone, code } = await bench.smsSignIn(core);
    const wrong =
      code === '0000' ? '1111' : String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');
    const byCode = (typed: string) => core.call('session.signInBySms', { phone, code: typed });
    await expect(byCode(wrong)).rejects.toEqual(refusal('wrong-credentials'));
    bench.operator.time.value += 60 * 60_000;
    await expect(byCode(code)).rejects.toEqual(refusal('code-expired'));
  });
});

describe('another keyring than the one that knew the key', () => {
  const bySms = async (core: TestCore) => core.call('session.signInBySms', await bench.smsSignIn(core));

  it('loses nothing: the password opens the cache, and the new keyring knows it from then on', async () => {
    const first = await bench.synced();
    const before = await first.call('account.get', undefined);
    await first.stop();
    bench.keyring.state.number = 2;
    const core = await bench.synced();
    expect(await core.call('account.get', undefined)).toEqual(before);
    await core.stop();
    const later = await bench.core();
    expect(await bySms(later)).toMatchObject({ phase: 'signed-in', cacheForVisit: false });
    await later.idle();
    await later.stop();
    expect(filesLike('.db')).toHaveLength(1);
  });

  it('is said after a sign-in by SMS, which opens a cache of its own and leaves the other alone', async () => {
    await (await bench.synced()).stop();
    const kept = (name: string) => readFileSync(join(bench.folder, name));
    const [database, keyFile] = [filesLike('.db')[0] ?? '', filesLike('.key')[0] ?? ''];
    const before = [kept(database), kept(keyFile)];
    bench.keyring.state.number = 2;
    const core = await bench.core();
    expect(await bySms(core)).toMatchObject({ phase: 'signed-in', cacheForVisit: true, secretsKept: true });
    await core.idle();
    await core.call('session.signOut', undefined);
    expect([kept(database), kept(keyFile)]).toEqual(before);
    expect(await signIn(core)).toMatchObject({ phase: 'signed-in', cacheForVisit: false });
    await core.idle();
  });
});

describe('what lies on the disk', () => {
  it('tells neither number, name, password, token nor key', async () => {
    const tokens = new Set<string>();
    const core = await bench.core({
      fetch: (input, init) => {
        const request = new Request(input, init);
        const [, token] = request.headers.get('authorization')?.split(' ') ?? [];
        if (token) tokens.add(token);
        return fetch(request);
      },
    });
    await signIn(core);
    await core.idle();
    const { job } = await core.call('core.prepareExport', { kind: 'invoices' });
    const key = Buffer.from(job.databaseKey, 'hex');
    expect(tokens.size).toBe(1);
    const { account } = await core.call('account.get', undefined);
    const { items } = await core.call('subscribers.search', { mask: '', offset: 0, limit: 100 });
    // As a crash would leave it: with the log beside the file.
    const bytes = bytesOf(bench.folder);
    expect(filesLike('-wal')).toHaveLength(1);
    await core.stop();
    const secrets = [
      ...tokens,
      job.databaseKey,
      key.toString('base64'),
      key,
      bench.credentials.password,
      account?.organisation,
      account?.number,
      account?.contactEmail,
      ...items.flatMap(({ number, name }) => [number, number.slice(3), name]),
      'SIP-соединение',
    ];
    for (const secret of secrets) {
      expect(secret).toBeTruthy();
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes).not.toContain(Buffer.from(secret as string, encoding).toString('latin1'));
      }
    }
  });

  it('tells the log nothing of the account either', async () => {
    const core = await bench.synced();
    await bench.operator.control.setFaults({ offline: true });
    await core.call('sync.start', undefined);
    await core.idle();
    expect(core.logs.join('\n')).not.toMatch(/375\d{9}|Bearer|парол/i);
  });
});
