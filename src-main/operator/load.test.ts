import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../src-shared/operator-api/commands';
import { WRONG_TRIES } from './config';
import {
  type Api,
  createApi,
  minsk,
  problemOf,
  signIn,
  startTestOperator,
  type TestOperator,
} from './testing/client';

/** Clients of each of the two companies; all of them ask at once. */
const CLIENTS = 32;
const ROWS = 500;

let companies: { operator: TestOperator; clients: Api[] }[];
beforeAll(async () => {
  companies = await Promise.all(
    [11, 22].map(async (seed) => ({
      operator: await startTestOperator({ at: minsk('2018-04-12', 12), seed }),
      clients: [],
    })),
  );
  for (const { operator } of companies) await operator.control.settle();
});
afterAll(async () => {
  for (const { operator } of companies) {
    await operator.close();
    expect(operator.errors).toEqual([]);
  }
});

/** Asks for every client of both companies at the same time. */
const atOnce = <Answer>(
  ask: (client: Api, place: { number: number; company: number }) => Promise<Answer>,
): Promise<Answer[][]> =>
  Promise.all(
    companies.map(({ clients }, company) =>
      Promise.all(clients.map((client, number) => ask(client, { number, company }))),
    ),
  );
const send = (
  client: Api,
  kind: 'open-appeal' | 'order-invoice-file',
  body: object,
  key: string = randomUUID(),
) => client.call('POST', commands[kind].path, body, { 'idempotency-key': key });
const appeal = (text: string) => ({ subscriberId: null, topic: 'other', text, evidence: [] });

it('64 sign in at once, each into a session of its own', async () => {
  await Promise.all(
    companies.map(async (company) => {
      company.clients = await Promise.all(Array.from({ length: CLIENTS }, () => signIn(company.operator)));
    }),
  );
  const statuses = await atOnce(async (client) => (await client.call('GET', '/account')).status);
  expect(new Set(statuses.flat())).toEqual(new Set([200]));
});

it('64 read all pages of calls at once and have what one alone has, of their own company', async () => {
  const alone: unknown[][] = [];
  for (const { clients } of companies) alone.push((await (clients[0] as Api).pull('cdrs', 5000)).items);
  expect(alone[0]?.length).toBeGreaterThan(5 * ROWS);
  expect(alone[0]).not.toEqual(alone[1]);
  const wanted = alone.map(digest);
  const found = await atOnce(async (client) => digest((await client.pull('cdrs', ROWS)).items));
  expect(found.map((digests) => [...new Set(digests)])).toEqual(wanted.map((one) => [one]));
});

it('64 send commands at once, each twice under its key: all are done once, for their own company', async () => {
  const answers = await atOnce(async (client, { number, company }) => {
    const key = randomUUID();
    const body = appeal(`${company}.${number}`);
    const [first, second] = await Promise.all([
      send(client, 'open-appeal', body, key),
      send(client, 'open-appeal', body, key),
    ]);
    return [await first.text(), await second.text()];
  });
  for (const [first, second] of answers.flat()) expect(second).toBe(first);
  const opened = await Promise.all(
    companies.map(async ({ clients }) => {
      const { items } = await (clients[0] as Api).pull('appeals', ROWS);
      return items
        .map(({ messages }) => messages[0]?.text ?? '')
        .filter((text) => /^\d\.\d+$/.test(text))
        .toSorted();
    }),
  );
  const wanted = companies.map((_, company) =>
    Array.from({ length: CLIENTS }, (_, number) => `${company}.${number}`).toSorted(),
  );
  expect(opened).toEqual(wanted);
});

it('64 fetch a document at once: whole, and of their own company', async () => {
  const orders = await Promise.all(
    companies.map(async ({ operator, clients }) => {
      const sent = await send(clients[0] as Api, 'order-invoice-file', { month: '2018-03', format: 'pdf' });
      const { id } = (await sent.json()) as { id: number };
      operator.time.value += 60_000;
      await operator.control.settle();
      return id;
    }),
  );
  const documents = await atOnce(async (client, { company }) => {
    const answer = await client.call('GET', `/document?orderId=${orders[company]}`);
    const { base64, sha256 } = (await answer.json()) as { base64: string; sha256: string };
    expect(createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')).toBe(sha256);
    return sha256;
  });
  const different = documents.map((digests) => [...new Set(digests)]);
  expect(different.map(({ length }) => length)).toEqual([1, 1]);
  expect(different[0]).not.toEqual(different[1]);
});

it('closes a number that is guessed at from all sides, and nobody else', async () => {
  const { operator, clients } = companies[0] as (typeof companies)[number];
  const guess = (phone: string) =>
    createApi(operator.url).call('POST', '/sessions', { method: 'password', phone, password: 'Wrong-2021' });
  const guesses = Promise.all(Array.from({ length: CLIENTS }, () => guess('375291000002')));
  const others = Promise.all([
    signIn(operator),
    ...clients.map(async (client) => (await client.call('GET', '/feed-heads')).status),
  ]);
  const codes = await Promise.all((await guesses).map(async (answer) => (await problemOf(answer)).code));
  const wrong = codes.filter((code) => code === 'wrong-credentials').length;
  expect({ wrong, closed: codes.filter((code) => code === 'too-many-attempts').length }).toEqual({
    wrong: WRONG_TRIES - 1,
    closed: CLIENTS - WRONG_TRIES + 1,
  });
  expect(new Set((await others).slice(1))).toEqual(new Set([200]));
});

it('ends half of the sessions while the others go on, and lets none into the other company', async () => {
  const statuses = await atOnce(async (client, { number }) => {
    if (number % 2 === 0) await client.call('DELETE', '/session');
    return (await client.call('GET', '/account')).status;
  });
  for (const company of statuses) {
    expect(company).toEqual(company.map((_, number) => (number % 2 === 0 ? 401 : 200)));
  }
});

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
