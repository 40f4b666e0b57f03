import { type Context, Hono } from 'hono';
import type { ZodType } from 'zod';
import type { Clock } from '../../../src-shared/domain/period';
import { sipPasswordSchema } from '../../../src-shared/domain/subscriber-changes';
import {
  API_PREFIX,
  type Endpoint,
  type EndpointName,
  endpoints,
} from '../../../src-shared/operator-api/endpoints';
import { newPasswordSchema } from '../../../src-shared/operator-api/sessions';
import { Refusal } from '../problems';
import type { SessionFacts, SessionStore } from '../sessions/session-store';
import { type Answer, problemAnswer, respond } from './answers';
import type { Handlers } from './handlers';
import type { Idempotency } from './idempotency';
import { bearerToken, checkCaller, idempotencyKey, parseInput, readBody, readQuery } from './input';

/** Calls that a session by a temporary password may make (guide §1.1). */
const WITH_TEMPORARY: readonly EndpointName[] = ['changePassword', 'deleteSession'];

type LooseCall = {
  query: unknown;
  body: unknown;
  session: SessionFacts | null;
  ifNoneMatch: string | null;
  now: number;
};
type LooseHandler = (call: LooseCall) => Promise<Answer | (() => Answer)> | Answer;

/** The operator's routes, made from the table of the contract. */
export function createApp(options: {
  clock: Clock;
  port(): number;
  sessions: SessionStore;
  handlers: Handlers;
  idempotency: Idempotency;
  /** A refusal to give instead of any answer. */
  fault(): Refusal | null;
  onError(error: unknown): void;
}): Hono {
  const { clock, sessions, handlers, idempotency, onError } = options;
  const app = new Hono();

  const serve = async (context: Context, name: EndpointName, endpoint: Endpoint): Promise<Answer> => {
    const request = context.req.raw;
    const now = clock.now();
    checkCaller(request, options.port());
    const fault = options.fault();
    if (fault) throw fault;
    const session = endpoint.secured ? sessions.require(bearerToken(request), now) : null;
    if (session?.passwordState === 'temporary' && !WITH_TEMPORARY.includes(name)) {
      throw new Refusal('password-change-required');
    }
    const key = endpoint.command ? idempotencyKey(request) : null;
    const url = new URL(request.url);
    const query = parseQuery(endpoint, url);
    const { text, body } = await parseBody(name, endpoint, request);
    const call: LooseCall = {
      query,
      body,
      session,
      ifNoneMatch: request.headers.get('if-none-match'),
      now,
    };
    // The table and the map of handlers have the same keys and types; only the pairing by name is not expressible.
    const handler = handlers[name] as unknown as LooseHandler;
    if (key === null) return (await handler(call)) as Answer;
    return idempotency.once(session?.phone ?? '', key, `${request.method} ${url.pathname} ${text}`, now, () =>
      Promise.resolve(handler(call)).then((apply) => apply as () => Answer),
    );
  };

  const finish = async (context: Context, work: () => Promise<Answer>): Promise<Response> => {
    let answer: Answer;
    try {
      answer = await work();
    } catch (error) {
      if (!(error instanceof Refusal)) onError(error);
      const refusal = error instanceof Refusal ? error : new Refusal('internal');
      answer = problemAnswer(refusal.problem, clock.now());
    }
    return respond(answer, clock.now(), context.req.header('accept-encoding') ?? null, onError);
  };

  const methods = new Map<string, string[]>();
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const path = API_PREFIX + endpoint.path;
    app.on(endpoint.method.toUpperCase(), path, (context) =>
      finish(context, () => serve(context, name, endpoint)),
    );
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) {
    app.all(path, (context) =>
      finish(context, async () => {
        checkCaller(context.req.raw, options.port());
        const refusal = problemAnswer(new Refusal('method-not-allowed').problem, clock.now());
        return { ...refusal, headers: { ...refusal.headers, allow: allowed.join(', ') } };
      }),
    );
  }
  app.notFound((context) =>
    finish(context, async () => {
      checkCaller(context.req.raw, options.port());
      throw new Refusal('not-found');
    }),
  );
  return app;
}

function parseQuery(endpoint: Endpoint, url: URL): unknown {
  const query = readQuery(url);
  if (endpoint.query) return parseInput(endpoint.query, query, 'query');
  const [unknown] = Object.keys(query);
  if (unknown === undefined) return undefined;
  throw new Refusal('validation', { field: `query.${unknown}`, detail: 'Неизвестный параметр' });
}

async function parseBody(
  name: EndpointName,
  endpoint: Endpoint,
  request: Request,
): Promise<{ text: string; body: unknown }> {
  if (!endpoint.body) return { text: '', body: undefined };
  const { text, value } = await readBody(request);
  if (name === 'changePassword') checkNewPassword(value);
  if (name === 'changeSipPassword') checkSipPassword(value);
  return { text, body: parseInput(endpoint.body as ZodType, value, 'body') };
}

/** A password that the rules do not allow is no mistake of the program: it has its own code. */
function checkNewPassword(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('newPassword' in value)) return;
  if (typeof value.newPassword !== 'string' || newPasswordSchema.safeParse(value.newPassword).success) return;
  throw new Refusal('weak-password', {
    field: 'body.newPassword',
    detail: 'От 8 до 64 знаков, хотя бы одна буква и одна цифра',
  });
}

function checkSipPassword(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('password' in value)) return;
  if (typeof value.password !== 'string' || sipPasswordSchema.safeParse(value.password).success) return;
  throw new Refusal('weak-password', {
    field: 'body.password',
    detail: 'От 12 до 32 латинских букв и цифр, среди них заглавная и строчная буквы и цифра',
  });
}
