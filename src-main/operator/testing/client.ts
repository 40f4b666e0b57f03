import { startOfDay } from '../../../src-shared/domain/period';
import type { FeedItem, FeedName, FeedPage } from '../../../src-shared/operator-api/feeds';
import type { Problem } from '../../../src-shared/operator-api/problems';
import type { Session } from '../../../src-shared/operator-api/sessions';
import { type OperatorHost, type OperatorOptions, startOperator } from '../index';
import { localDocuments } from './local-documents';

/** Helpers of the operator's own tests: a clock to set, and the API over real HTTP. */

/** An instant by its Minsk wall clock: `minsk('2021-05-10', 12)`. */
export const minsk = (day: string, hour = 0, minute = 0): number =>
  startOfDay(day) + (hour * 60 + minute) * 60_000;

/** The day of the guide's screens. */
export const GUIDE_TIME = minsk('2021-05-10', 12);

export type TestOperator = OperatorHost & { errors: unknown[]; time: { value: number } };

/** @param options.tickMs how far time goes on with every look at the clock; without it time stands. */
export async function startTestOperator(
  options: Partial<Omit<OperatorOptions, 'clock'>> & { at?: number; tickMs?: number } = {},
): Promise<TestOperator> {
  const { at = GUIDE_TIME, tickMs = 0, ...rest } = options;
  const time = { value: at };
  const now = () => {
    time.value += tickMs;
    return time.value;
  };
  const errors: unknown[] = [];
  const host = await startOperator({
    dataDir: null,
    size: 'small',
    documents: localDocuments,
    onError: (error) => errors.push(error),
    ...rest,
    clock: { now },
  });
  return { ...host, errors, time };
}

export type Api = ReturnType<typeof createApi>;

export function createApi(url: string, token?: string) {
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/v1${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const page = async <Name extends FeedName>(name: Name, query: Record<string, string | number> = {}) => {
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) params.set(key, String(value));
    const response = await call('GET', `/${name}?${params}`);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as FeedPage<Name>;
  };
  /** All pages of a feed from a cursor on. */
  const pull = async <Name extends FeedName>(name: Name, limit: number, since?: string) => {
    const items: FeedItem<Name>[] = [];
    let cursor = since;
    for (;;) {
      const next: FeedPage<Name> = await page(
        name,
        cursor === undefined ? { limit } : { limit, since: cursor },
      );
      for (const item of next.items) items.push(item);
      cursor = next.cursor;
      if (!next.more) return { items, cursor };
    }
  };
  return { call, page, pull };
}

export async function signIn(host: OperatorHost): Promise<Api> {
  const { phone, password } = host.control.getState().demoAccount;
  const response = await createApi(host.url).call('POST', '/sessions', {
    method: 'password',
    phone,
    password,
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return createApi(host.url, ((await response.json()) as Session).token);
}

export async function problemOf(response: Response): Promise<Problem> {
  return (await response.json()) as Problem;
}
