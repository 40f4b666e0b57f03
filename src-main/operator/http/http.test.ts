import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, problemSchema } from '../../../src-shared/operator-api/problems';
import {
  type Api,
  createApi,
  GUIDE_TIME,
  signIn,
  startTestOperator,
  type TestOperator,
} from '../testing/client';

let operator: TestOperator;
let api: Api;

beforeAll(async () => {
  operator = await startTestOperator();
  api = await signIn(operator);
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const problem = async (response: Response): Promise<Problem> => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(response.headers.get('server-time')).toBe(String(GUIDE_TIME));
  const body = problemSchema.parse(await response.json());
  expect(body.status).toBe(response.status);
  return body;
};

/** A bare request: fetch does not let its Host be chosen. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request(operator.url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

describe('refusals', () => {
  it.each([
    ['GET', '/nothing', 404, 'not-found'],
    ['DELETE', '/account', 405, 'method-not-allowed'],
    ['GET', '/sessions', 405, 'method-not-allowed'],
  ])('%s %s is a problem', async (method, path, status, code) => {
    expect(await problem(await api.call(method, path))).toMatchObject({ status, code });
  });

  it('says which methods there are', async () => {
    expect((await api.call('DELETE', '/account')).headers.get('allow')).toBe('GET');
  });

  it.each([
    ['/cdrs?limit=0', 'query.limit'],
    ['/cdrs?limit=5001', 'query.limit'],
    ['/cdrs?limit=ten', 'query.limit'],
    ['/cdrs?size=10', 'query.size'],
    ['/cdrs?limit=1&limit=2', 'query.limit'],
    ['/account?x=1', 'query.x'],
  ])('names the field of %s', async (path, field) => {
    expect(await problem(await api.call('GET', path))).toMatchObject({ code: 'validation', field });
  });

  it('checks bodies', async () => {
    const post = (body: unknown) => api.call('POST', '/sessions', body);
    expect(await problem(await post({ method: 'password', phone: '29', password: 'x' }))).toMatchObject({
      code: 'validation',
      field: 'body.phone',
    });
    expect(await problem(await post({ method: 'fax' }))).toMatchObject({
      code: 'validation',
      field: 'body.method',
    });
    expect(
      await problem(await post({ method: 'password', phone: '375291000001', password: 'x', admin: true })),
    ).toMatchObject({ code: 'validation', field: 'body.admin' });
    expect(
      await problem(await post({ method: 'password', phone: '375291000001', password: 'x'.repeat(70_000) })),
    ).toMatchObject({ code: 'payload-too-large' });
    const init = { method: 'POST', body: '{' };
    const json = { ...init, headers: { 'content-type': 'application/json' } };
    expect(await problem(await fetch(`${operator.url}/v1/sessions`, json))).toMatchObject({ field: 'body' });
    expect(await problem(await fetch(`${operator.url}/v1/sessions`, init))).toMatchObject({
      field: 'header.content-type',
    });
  });

  it('turns away pages of websites', async () => {
    const port = new URL(operator.url).port;
    expect((await raw('/v1/account', { host: 'evil.example' })).status).toBe(403);
    expect(
      (await raw('/v1/account', { host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect((await raw('/v1/nothing', { host: 'evil.example' })).status).toBe(403);
    expect((await raw('/v1/account', { host: `localhost:${port}` })).status).toBe(401);
    expect((await raw('/v1/account', { host: `127.0.0.1:${port}`, origin: operator.url })).status).toBe(401);
  });
});

describe('the wire', () => {
  it('begins and ends on this computer', async (context) => {
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const outer = others.find(({ family, internal }) => family === 'IPv4' && !internal);
    if (!outer) return context.skip('this computer has no address but its own');
    const { port } = new URL(operator.url);
    await expect(fetch(`http://${outer.address}:${port}/v1/account`)).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${port}/v1/account`)).status).toBe(401);
  });

  it('has no switches of the operator on it, and lets no page of a website read', async () => {
    const answer = await raw('/v1/account', { host: new URL(operator.url).host, origin: operator.url });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    for (const path of ['/control', '/v1/control', '/v1/faults', '/v1/clock', '/v1/mail', '/v1/sms']) {
      expect((await raw(path, { host: new URL(operator.url).host })).status).toBe(404);
    }
  });
});

describe('answers', () => {
  it('are compressed for whoever takes it', async () => {
    const { page } = api;
    const authorization = await tokenHeader();
    const packed = await raw('/v1/cdrs?limit=200', { authorization, 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(packed.body).toString())).toEqual(await page('cdrs', { limit: 200 }));
    const plain = await raw('/v1/cdrs?limit=200', { authorization, 'accept-encoding': 'gzip;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    const small = await raw('/v1/cdrs?limit=1', { authorization, 'accept-encoding': 'gzip' });
    expect(small.headers['content-encoding']).toBeUndefined();
    expect(small.headers['server-time']).toBe(String(GUIDE_TIME));
  });

  it.each(['/account', '/feed-heads'])('%s has a tag', async (path) => {
    await operator.control.settle();
    const first = await api.call('GET', path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\S+"$/);
    const again = await api.call('GET', path, undefined, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.headers.get('server-time')).toBe(String(GUIDE_TIME));
    expect((await api.call('GET', path, undefined, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  const tokenHeader = async () => {
    const { phone, password } = operator.control.getState().demoAccount;
    const answer = await createApi(operator.url).call('POST', '/sessions', {
      method: 'password',
      phone,
      password,
    });
    return `Bearer ${((await answer.json()) as { token: string }).token}`;
  };
});

describe('commands', () => {
  const change = (newPassword: string, key?: string) =>
    api.call('PUT', '/password', { newPassword }, key === undefined ? {} : { 'idempotency-key': key });

  it('need a key', async () => {
    expect(await problem(await change('Another-1'))).toMatchObject({
      code: 'validation',
      field: 'header.idempotency-key',
    });
  });

  it('are done once for a key', async () => {
    const [first, twin] = await Promise.all([
      change('Another-1', 'key-0001'),
      change('Another-1', 'key-0001'),
    ]);
    expect([first.status, twin.status]).toEqual([200, 200]);
    expect([first, twin].filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(
      1,
    );
    const later = await change('Another-1', 'key-0001');
    expect(await later.text()).toBe(await first.text());
    expect(await problem(await change('Another-2', 'key-0001'))).toMatchObject({
      status: 409,
      code: 'idempotency-mismatch',
    });
  });
});
