import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Cdr } from '../../src-shared/domain/cdr';
import {
  type Api,
  createApi,
  problemOf,
  signIn,
  startTestOperator,
  type TestOperator,
} from './testing/client';

const CLIENTS = 64;

let operator: TestOperator;
beforeAll(async () => {
  operator = await startTestOperator();
  await operator.control.settle();
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const all = <Result>(work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_, index) => work(index)));

const send = (api: Api, key: string, text: string) =>
  api.call(
    'POST',
    '/appeals',
    { subscriberId: null, topic: 'other', text, evidence: [] },
    { 'idempotency-key': key },
  );

it('64 clients at once have the same calls, their own commands done once, and their own sessions', async () => {
  const clients = await all(() => signIn(operator));
  const alone = await read(clients[0] as Api, 1000);
  expect(alone.calls).toHaveLength(3000);

  const left = await all(async (index) => {
    const api = clients[index] as Api;
    const key = randomUUID();
    const text = `Вопрос ${index}`;
    // Every eighth guesses a stranger's password meanwhile, another eighth leaves when its calls are there.
    const guess = index % 8 === 4 ? guessWrongly(index) : Promise.resolve(null);
    const [pulled, first, again] = await Promise.all([
      read(api, 600 + index),
      send(api, key, text),
      send(api, key, text),
    ]);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect((await send(api, key, `${text}, иначе`)).status).toBe(409);
    const left = index % 8 === 0;
    if (left) expect((await api.call('DELETE', '/session')).status).toBe(204);
    expect(await guess).toBe(index % 8 === 4 ? 'refused' : null);
    expect(pulled.charges).toEqual(alone.charges);
    expect(pulled.calls).toEqual(alone.calls.slice(0, pulled.calls.length));
    return left;
  });

  const after = await all(async (index) => (await (clients[index] as Api).call('GET', '/account')).status);
  expect(after).toEqual(left.map((gone) => (gone ? 401 : 200)));

  const { items: appeals } = await (clients[1] as Api).pull('appeals', 500);
  const texts = appeals.flatMap(({ messages }) => messages.map(({ text }) => text));
  const asked = texts.filter((text) => text.startsWith('Вопрос '));
  expect(asked.toSorted()).toEqual(Array.from({ length: CLIENTS }, (_, i) => `Вопрос ${i}`).toSorted());
});

/** All charges, and three pages of calls as large as this client likes them. */
async function read(api: Api, limit: number): Promise<{ charges: unknown[]; calls: Cdr[] }> {
  const calls: Cdr[] = [];
  let since: string | undefined;
  for (let pages = 0; pages < 3; pages++) {
    const page = await api.page('cdrs', since === undefined ? { limit } : { limit, since });
    calls.push(...page.items);
    since = page.cursor;
  }
  return { charges: (await api.pull('charges', 50)).items, calls };
}

/** A wrong password of a number of its own: neither it nor its lock is anybody else's. */
async function guessWrongly(index: number): Promise<'refused' | 'let in'> {
  const phone = `37529${String(9_000_000 + index)}`;
  const tries = await Promise.all(
    Array.from({ length: 4 }, () =>
      createApi(operator.url).call('POST', '/sessions', {
        method: 'password',
        phone,
        password: 'Wrong-2021',
      }),
    ),
  );
  for (const response of tries) {
    if (response.ok) return 'let in';
    expect(['wrong-credentials', 'too-many-attempts']).toContain((await problemOf(response)).code);
  }
  return 'refused';
}
