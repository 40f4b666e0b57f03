import ky from 'ky';
import { z } from 'zod';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { Instant, YearMonth } from '../../src-shared/domain/period';
import {
  API_PREFIX,
  type EndpointName,
  endpoints,
  IDEMPOTENCY_HEADER,
  SERVER_TIME_HEADER,
} from '../../src-shared/operator-api/endpoints';
import {
  cursorSchema,
  type FeedName,
  type FeedPage,
  MORE_HEADER,
  NEXT_CURSOR_HEADER,
} from '../../src-shared/operator-api/feeds';
import { type PackedCdrPage, packCdrPage } from './cdr-page';
import { checkPage } from './check-page';
import { parseAnswerBytes } from './clean-answer';
import type { SyncEnvironment } from './environment';
import { networkFault, PassingFault, refusal } from './faults';
import { createKnownAnswers } from './known-answers';
import { type ComingMonth, monthPages } from './month-pages';
import type { OperatorClock } from './operator-clock';
import type { CdrReader } from './read-page';
import { sharedBody, sharedLines } from './shared-body';

/** From the request to the last byte of the answer. */
const REQUEST_LIMIT_MS = 60_000;
/** Rows per page: the largest the contract allows, because page count decides the speed of a long link. */
const PAGE_ROWS = 5000;
/** Charges have dozens of lines each: so many are checked and stored before a screen would notice. */
const CHARGES_ROWS = 500;
export const pageRows = (feed: FeedName): number => (feed === 'charges' ? CHARGES_ROWS : PAGE_ROWS);

type Input<Name extends EndpointName, Part extends 'body' | 'query'> =
  (typeof endpoints)[Name] extends Record<Part, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;
/** A request's body, or the query of one that has none. */
type Request<Name extends EndpointName> =
  Input<Name, 'body'> extends undefined ? Input<Name, 'query'> : Input<Name, 'body'>;
type Answer<Name extends EndpointName> = (typeof endpoints)[Name]['answer'] extends infer Schema extends
  z.ZodType
  ? z.output<Schema>
  : null;

export type CallOptions = {
  signal: AbortSignal;
  token?: string | null;
  idempotencyKey?: string;
  /** Longest wait for the whole answer; by default a minute. */
  limitMs?: number;
};

/** A page as it is handed on: call records are packed. */
export type TakenPage<Name extends FeedName> = Name extends 'cdrs' ? PackedCdrPage : FeedPage<Name>;

/** A page whose head has arrived: what comes next is known before its body is read. */
export type ComingPage<Name extends FeedName> = {
  next: string | null;
  read(reader: CdrReader): Promise<TakenPage<Name>>;
};

/** The operator's API. Every method throws CabinetError only. */
export type OperatorClient = {
  call<Name extends Exclude<EndpointName, 'getMonthFile'>>(
    name: Name,
    request: Request<Name>,
    options: CallOptions,
  ): Promise<Answer<Name>>;
  page<Name extends FeedName>(
    feed: Name,
    since: string | null,
    options: CallOptions,
  ): Promise<ComingPage<Name>>;
  monthFile(month: YearMonth, options: CallOptions): Promise<ComingMonth>;
};

/** An answer whose head has arrived, and what its body can be taken as. */
type Sent = {
  unchanged: boolean;
  /** By the operator's clock. */
  at: Instant;
  headers: Headers;
  bytes(): Promise<Buffer>;
  /** As it comes; each piece may take as long as a whole answer. */
  chunks(): AsyncGenerator<Uint8Array, void>;
};

const feedEndpoints = {
  'tariff-plans': 'listTariffPlans',
  subscribers: 'listSubscribers',
  services: 'listServices',
  charges: 'listCharges',
  payments: 'listPayments',
  invoices: 'listInvoices',
  'service-offers': 'listServiceOffers',
  suspensions: 'listSuspensions',
  'plan-changes': 'listPlanChanges',
  'sip-lines': 'listSipLines',
  guarantees: 'listGuarantees',
  orders: 'listOrders',
  installments: 'listInstallments',
  appeals: 'listAppeals',
  'call-centre': 'getCallCentre',
  cdrs: 'listCdrs',
} as const satisfies Record<FeedName, EndpointName>;

/** An operator's address as it is told from others; it may live in a folder of its host. */
export function operatorAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, '');
}

export function createOperatorClient(
  baseUrl: string,
  environment: SyncEnvironment,
  clock: OperatorClock,
): OperatorClient {
  const http = ky.create({
    prefix: operatorAddress(baseUrl) + API_PREFIX,
    fetch: environment.fetch,
    // Retries are decided by `retry.ts`, where they can be seen and cancelled.
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    // The token must not follow a redirect to another place, and the contract has no redirects.
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
  });

  const known = createKnownAnswers();

  async function send(
    name: EndpointName,
    options: CallOptions & {
      body?: unknown;
      search?: Record<string, string | number>;
      /** Tag of the answer that is here already: an unchanged one is not sent again. */
      tag?: string | null;
    },
  ): Promise<Sent> {
    const endpoint = endpoints[name];
    const limit = new AbortController();
    const watch = () => environment.limit(options.limitMs ?? REQUEST_LIMIT_MS, () => limit.abort());
    const unlimit = watch();
    const fail = (error: unknown): CabinetError => {
      unlimit();
      if (options.signal.aborted) return new CabinetError('cancelled');
      if (limit.signal.aborted) return new PassingFault('operator-unreachable', { reason: 'timeout' });
      return networkFault(error, name);
    };
    try {
      const response = await http(endpoint.path.slice(1), {
        method: endpoint.method,
        signal: AbortSignal.any([options.signal, limit.signal]),
        headers: {
          accept: 'application/json',
          ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
          ...(options.idempotencyKey ? { [IDEMPOTENCY_HEADER]: options.idempotencyKey } : {}),
          ...(options.tag ? { 'if-none-match': options.tag } : {}),
        },
        ...(options.body === undefined ? {} : { json: options.body }),
        ...(options.search ? { searchParams: options.search } : {}),
      });
      const told = Number(response.headers.get(SERVER_TIME_HEADER));
      const isTold = Number.isSafeInteger(told) && told > 0;
      if (isTold) clock.learn(told);
      // Whoever stands between may have dropped it.
      const at = isTold ? told : clock.now();
      const bytes = () =>
        sharedBody(response).then(
          (body) => {
            unlimit();
            return body;
          },
          (error: unknown) => {
            throw fail(error);
          },
        );
      /** @throws CabinetError */
      async function* chunks(): AsyncGenerator<Uint8Array, void> {
        unlimit();
        if (!response.body) return;
        const body = response.body.values();
        try {
          for (;;) {
            const unlimitChunk = watch();
            const { done, value } = await body.next().finally(unlimitChunk);
            if (done) return;
            yield value;
          }
        } catch (error) {
          throw fail(error);
        } finally {
          await body.return?.().catch(() => {});
        }
      }
      const unchanged = response.status === 304 && Boolean(options.tag);
      if (!response.ok && !unchanged) {
        throw refusal(response.status, response.headers, (await bytes()).toString(), clock.now());
      }
      return { unchanged, at, headers: response.headers, bytes, chunks };
    } catch (error) {
      throw fail(error);
    }
  }

  return {
    async call(name, request, options) {
      const inQuery = 'query' in endpoints[name] && request !== undefined;
      const given = inQuery ? { search: request as Record<string, string | number> } : { body: request };
      const tag = known.tagOf(name, options.token);
      const answer = await send(name, { ...options, ...given, tag });
      const schema = endpoints[name].answer;
      const bytes = await answer.bytes();
      if (answer.unchanged) return known.again(name, answer.at) as Answer<typeof name>;
      const parsed = schema ? parse(name, schema, bytes) : null;
      known.keep(name, options.token, answer.headers, parsed);
      return parsed as Answer<typeof name>;
    },
    async page(feed, since, options) {
      const name = feedEndpoints[feed];
      const search = { limit: pageRows(feed), ...(since ? { since } : {}) };
      const answer = await send(name, { ...options, search });
      const next = cursorSchema.safeParse(answer.headers.get(NEXT_CURSOR_HEADER));
      return {
        next: next.success && answer.headers.get(MORE_HEADER) === '1' ? next.data : null,
        async read(reader) {
          return readPage(feed, name, await answer.bytes(), reader);
        },
      };
    },
    async monthFile(month, options) {
      const own = new AbortController();
      const signal = AbortSignal.any([options.signal, own.signal]);
      const { chunks } = await send('getMonthFile', { ...options, signal, search: { month } });
      const lines = sharedLines(chunks(), 'getMonthFile');
      return monthPages(
        lines,
        (bytes, reader) => readPage('cdrs', 'getMonthFile', bytes, reader),
        () => own.abort(),
      );
    },
  };
}

/** @throws CabinetError operator-answer-malformed {endpoint, field} */
async function readPage<Name extends FeedName>(
  feed: Name,
  name: EndpointName,
  bytes: Buffer,
  reader: CdrReader,
): Promise<TakenPage<Name>> {
  const packed = feed === 'cdrs' ? await reader.read(bytes) : null;
  if (packed) return packed as TakenPage<Name>;
  const page = await checkPage(feed, parseJson(name, bytes)).catch((error: unknown) => {
    throw error instanceof z.ZodError ? malformed(name, error) : error;
  });
  return (
    feed === 'cdrs' ? packCdrPage(page as FeedPage<FeedName> as FeedPage<'cdrs'>) : page
  ) as TakenPage<Name>;
}

/** @throws CabinetError operator-answer-malformed {endpoint, field} */
function parse(name: EndpointName, schema: z.ZodType, bytes: Buffer): unknown {
  const result = schema.safeParse(parseJson(name, bytes));
  if (result.success) return result.data;
  throw malformed(name, result.error);
}

const malformed = (name: EndpointName, error: z.ZodError) =>
  new CabinetError('operator-answer-malformed', {
    endpoint: name,
    field: error.issues[0]?.path.join('.') ?? '',
  });

/** @throws PassingFault operator-answer-malformed {endpoint, field} */
function parseJson(name: EndpointName, bytes: Buffer): unknown {
  try {
    return parseAnswerBytes(bytes);
  } catch (error) {
    // Most likely a body that was cut without the connection noticing: asking again helps.
    throw new PassingFault('operator-answer-malformed', { endpoint: name, field: '' }, null, {
      cause: error,
    });
  }
}
