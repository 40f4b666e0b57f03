import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import { type FeedName, feedNames } from '../../src-shared/operator-api/feeds';
import { GUIDE_TIME, signIn, startTestOperator } from '../operator/testing/client';
import { rows } from '../store/cache';
import { openSample } from '../store/testing/sample';
import { createOperatorClient } from './client';
import { createOperatorClock } from './operator-clock';
import { createCdrReader } from './read-page';
import { createPageStore } from './store-page';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Real pages of every feed, a few items each. */
const real = new Map<FeedName, Json>();
const sample = openSample();
const pages = createPageStore(sample.cache, null, () => {});
beforeAll(async () => {
  const operator = await startTestOperator();
  try {
    await operator.control.settle();
    const api = await signIn(operator);
    for (const feed of feedNames) {
      const page = await api.page(feed, { limit: 200 });
      real.set(feed, { ...page, items: page.items.slice(0, 3) } as unknown as Json);
    }
  } finally {
    await operator.close();
  }
});
afterAll(() => sample.close());

/** Every place of a value, as the keys that lead there. */
function places(value: Json, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))];
}

/** The value with something else at a place; undefined takes the place away. */
function replaced(value: Json, path: readonly string[], other: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const copy: Record<string, Json> = { ...(value as Record<string, Json>) };
  const part = replaced(copy[key] as Json, rest, other);
  if (part === undefined) delete copy[key];
  else copy[key] = part;
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const strange = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 53,
    -(2 ** 60),
    1e308,
    '',
    '0',
    '2021-02-30',
    'NaN',
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constant('я'.repeat(20_000)),
  fc.constant({ ['__proto__']: { admin: true }, constructor: 1 } as Json),
  fc.constant(undefined),
);
const change = fc.record({
  feed: fc.constantFrom(...feedNames),
  /** Chooses the place among those that the page has. */
  at: fc.nat(),
  other: strange,
});

async function answered(feed: FeedName, text: string) {
  const client = createOperatorClient(
    'http://127.0.0.1:1',
    {
      clock: { now: () => GUIDE_TIME },
      fetch: async () => new Response(text, { headers: { 'content-type': 'application/json' } }),
      sleep: async () => {},
      limit: () => () => {},
      random: () => 0.5,
    },
    createOperatorClock({ now: () => GUIDE_TIME }),
  );
  const coming = await client.page(feed, null, { signal: new AbortController().signal });
  return coming.read(createCdrReader(null, () => {}));
}

/** True when a named field is the changed place, around it or within it. */
function meet(path: readonly string[], field: string): boolean {
  const named = field === '' ? [] : field.split('.');
  const shorter = Math.min(named.length, path.length);
  return named.slice(0, shorter).join('.') === path.slice(0, shorter).join('.');
}

it('a page with anything anywhere is refused with the place named, or stored whole', async () => {
  let refused = 0;
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ feed, at, other }) => {
      const page = real.get(feed) as Json;
      const all = places(page);
      const path = all[at % all.length] as string[];
      const text = JSON.stringify(replaced(page, path, other)) ?? '';
      try {
        const read = await answered(feed, text);
        await pages.store(feed, read, GUIDE_TIME, () => stored++);
      } catch (error) {
        // Anything else would be told as «internal» and help nobody.
        expect(error).toBeInstanceOf(CabinetError);
        const { code, params } = error as CabinetError;
        expect(code).toBe('operator-answer-malformed');
        expect(meet(path, String(params.field))).toBe(true);
        refused++;
      }
    }),
    { numRuns: 1500, seed: 20_210_510 },
  );
  expect(refused).toBeGreaterThan(100);
  expect(stored).toBeGreaterThan(50);
  expect(rows(sample.cache, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(rows(sample.cache, 'PRAGMA foreign_key_check')).toEqual([]);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
