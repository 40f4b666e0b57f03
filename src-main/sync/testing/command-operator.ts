import { API_PREFIX, commandEndpoints, endpoints } from '../../../src-shared/operator-api/endpoints';
import type { Problem } from '../../../src-shared/operator-api/problems';

/** Test equipment: an operator of commands behind `fetch`, and a link to it that breaks when told. */

/** What happens to one request. Nothing said: it arrives and its answer comes back. */
export type Mishap =
  /** Nobody listens: nothing of the request leaves. */
  | 'refused'
  /** The connection breaks before the operator has the request, or after it has acted. */
  | 'lost-request'
  | 'lost-answer'
  /** Like these, but nobody notices: the answer never comes. */
  | 'hangs-before'
  | 'hangs-after'
  /** The operator, or somebody on the way, answers this instead of acting. */
  | { status: number; problem?: Partial<Problem>; headers?: Record<string, string>; text?: string };

type DoneCommand = { id: number; path: string; key: string; body: unknown };

const paths = new Set(Object.values(commandEndpoints).map((name) => `${API_PREFIX}${endpoints[name].path}`));
/** True for requests that this operator answers. */
export const isCommand = (request: Request): boolean =>
  request.method === 'POST' && paths.has(new URL(request.url).pathname);

const networkError = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

export function createCommandOperator(now: () => number) {
  const done: DoneCommand[] = [];
  const answers = new Map<string, { request: string; id: number }>();
  const mishaps: Mishap[] = [];
  const requests: { path: string; key: string }[] = [];
  const state = {
    /** Tokens that are accepted; null: all. */
    token: null as string | null,
    always: null as Mishap | null,
  };

  function act(path: string, key: string, text: string): Response {
    const request = `${path} ${text}`;
    const known = answers.get(key);
    if (known && known.request !== request) return problem(409, { code: 'idempotency-mismatch' });
    const id = known?.id ?? 100 + done.length;
    if (!known) {
      answers.set(key, { request, id });
      done.push({ id, path, key, body: JSON.parse(text) });
    }
    return respond(200, JSON.stringify({ id, serverTime: now() }), {});
  }

  const respond = (status: number, text: string, headers: Record<string, string>) =>
    new Response(text, { status, headers: { 'server-time': String(now()), ...headers } });
  const problem = (status: number, details: Partial<Problem>, headers: Record<string, string> = {}) =>
    respond(status, JSON.stringify({ type: 'urn:test', title: 'Отказ', status, ...details }), {
      'content-type': 'application/problem+json',
      ...headers,
    });

  const never = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });

  const serve: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.slice(API_PREFIX.length);
    const key = request.headers.get('idempotency-key') ?? '';
    const mishap = mishaps.shift() ?? state.always;
    if (mishap === 'refused') throw networkError('ECONNREFUSED');
    requests.push({ path, key });
    if (mishap === 'lost-request') throw networkError('ECONNRESET');
    if (mishap === 'hangs-before') return never(request.signal);
    if (mishap !== null && typeof mishap === 'object') {
      return mishap.text === undefined
        ? problem(mishap.status, mishap.problem ?? {}, mishap.headers)
        : respond(mishap.status, mishap.text, mishap.headers ?? {});
    }
    const token = request.headers.get('authorization')?.replace('Bearer ', '');
    if (state.token !== null && token !== state.token) return problem(401, { code: 'session-expired' });
    const answer = act(path, key, await request.text());
    if (mishap === 'lost-answer') throw networkError('UND_ERR_SOCKET');
    if (mishap === 'hangs-after') return never(request.signal);
    return answer;
  };

  return { fetch: serve, done, requests, mishaps, state };
}

export type CommandOperator = ReturnType<typeof createCommandOperator>;
