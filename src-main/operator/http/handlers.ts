import type { z } from 'zod';
import type { CommandKind } from '../../../src-shared/operator-api/commands';
import type { EndpointName, endpoints } from '../../../src-shared/operator-api/endpoints';
import type { FeedName } from '../../../src-shared/operator-api/feeds';
import { feedNames, MORE_HEADER, NEXT_CURSOR_HEADER } from '../../../src-shared/operator-api/feeds';
import { atMost } from '../at-most';
import type { CommandCall } from '../commands/types';
import type { World } from '../demo/world';
import { readCursor, writeCursor } from '../feeds/cursor';
import { pageText } from '../feeds/page-text';
import type { Desk } from '../sessions/desk';
import { digest } from '../sessions/passwords';
import type { SessionFacts, SessionStore } from '../sessions/session-store';
import { type Answer, json, nothing } from './answers';
import { monthFile, monthFiles } from './month-files';

type Table = typeof endpoints;
type InputOf<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;
type Field<Name extends EndpointName, Key extends string> =
  Table[Name] extends Record<Key, infer Schema> ? InputOf<Schema> : undefined;

/** A checked request of an endpoint. */
type Call<Name extends EndpointName> = {
  query: Field<Name, 'query'>;
  body: Field<Name, 'body'>;
  session: Table[Name]['secured'] extends true ? SessionFacts : null;
  ifNoneMatch: string | null;
  now: number;
};

/** Commands prepare, then are done in one transaction with their idempotency key; the rest just answer. */
type Handler<Name extends EndpointName> = Table[Name]['command'] extends true
  ? (call: Call<Name>) => Promise<() => Answer>
  : (call: Call<Name>) => Promise<Answer> | Answer;

export type Handlers = { [Name in EndpointName]: Handler<Name> };

const DEFAULT_LIMIT = 1000;
/** How long an answer waits for the books on a first start; small companies need far less. */
const BOOKS_WAIT_MS = 3_000;
const SHORT_WAIT_MS = 400;

export function createHandlers(options: {
  world(): World;
  desk: Desk;
  sessions: SessionStore;
  monthFiles: boolean;
  now(): number;
}): Handlers {
  const { desk, sessions } = options;

  const feed =
    (name: FeedName) =>
    async ({
      query,
      now,
    }: {
      query: { since?: string | undefined; limit?: number | undefined };
      now: number;
    }) =>
      feedPage(options.world(), name, query, now);

  const command =
    <Kind extends CommandKind>(kind: Kind) =>
    async (call: CommandCall<Kind>) => {
      const world = options.world();
      await world.account.admit(kind);
      // That may have taken a while.
      const now = options.now();
      const apply = await world.commands[kind]({ ...call, now });
      return () => json({ id: apply(), serverTime: now });
    };

  return {
    createSession: async ({ body, now }) => ({ ...json(await desk.signIn(body, now)), status: 201 }),
    deleteSession: ({ session }) => {
      sessions.close(session.tokenHash);
      return nothing;
    },
    requestSmsCode: ({ body, now }) => json({ ...desk.sendCode(body.phone, now), serverTime: now }),
    recoverPassword: async ({ body, now }) =>
      json({ ...(await desk.recover(body.phone, now)), serverTime: now }),
    changePassword: async ({ session, body, now }) => {
      const apply = await desk.changePassword(session, body.newPassword);
      return () => {
        apply();
        return json({ serverTime: now });
      };
    },
    getAccount: async ({ now, ifNoneMatch }) => {
      const world = options.world();
      await atMost(BOOKS_WAIT_MS, world.ensure());
      const account = world.accountPage(now);
      return tagged(digest(JSON.stringify(account)), ifNoneMatch, { account, serverTime: now });
    },
    getFeedHeads: ({ now, ifNoneMatch }) => {
      const world = options.world();
      const heads = feedHeads(world, now);
      return tagged(digest(JSON.stringify(heads)), ifNoneMatch, { heads, serverTime: now });
    },
    listTariffPlans: feed('tariff-plans'),
    listSubscribers: feed('subscribers'),
    listServices: feed('services'),
    listCharges: feed('charges'),
    listPayments: feed('payments'),
    listInvoices: feed('invoices'),
    listServiceOffers: feed('service-offers'),
    listSuspensions: feed('suspensions'),
    listPlanChanges: feed('plan-changes'),
    listSipLines: feed('sip-lines'),
    listGuarantees: feed('guarantees'),
    listOrders: feed('orders'),
    listInstallments: feed('installments'),
    listAppeals: feed('appeals'),
    getCallCentre: feed('call-centre'),
    listCdrs: feed('cdrs'),
    getMonthFiles: ({ now }) =>
      options.monthFiles ? monthFiles(options.world(), now) : json({ months: [], serverTime: now }),
    getMonthFile: ({ query, now }) => monthFile(options.world(), query.month, now),
    registerPayment: command('register-payment'),
    orderInvoiceEmail: command('order-invoice-email'),
    orderInvoiceFile: command('order-invoice-file'),
    changeDelivery: command('change-delivery'),
    orderCdrEmail: command('order-cdr-email'),
    orderChargesEmail: command('order-charges-email'),
    openAppeal: command('open-appeal'),
    answerAppeal: command('answer-appeal'),
    changeCallCentre: command('change-call-centre'),
    addService: command('add-service'),
    removeService: command('remove-service'),
    suspendSubscriber: command('suspend-subscriber'),
    resumeSubscriber: command('resume-subscriber'),
    changePlan: command('change-plan'),
    cancelPlanChange: command('cancel-plan-change'),
    changeChannels: command('change-channels'),
    changeSipPassword: command('change-sip-password'),
    getDocument: ({ query, now, ifNoneMatch }) => {
      const { name, mime, sha256, bytes } = options.world().account.document(query.orderId);
      const base64 = bytes.toString('base64');
      return tagged(sha256, ifNoneMatch, { fileName: name, mime, sha256, base64, serverTime: now });
    },
    revealSipPassword: ({ body, now }) =>
      json({ password: options.world().sipPassword(body.subscriberId, now), serverTime: now }),
  };
}

/** Feeds that time writes: while it is behind, their heads say that there is more to come. */
const BOOKED: readonly FeedName[] = [
  'subscribers',
  'services',
  'suspensions',
  'plan-changes',
  'sip-lines',
  'charges',
  'payments',
  'invoices',
  'guarantees',
  'installments',
  'appeals',
];
/** Of these there is nothing, or a first version, at once: only sums hold a client up. */
const SUMMED: readonly FeedName[] = ['charges', 'payments', 'invoices'];

async function feedPage(
  world: World,
  name: FeedName,
  query: { since?: string | undefined; limit?: number | undefined },
  now: number,
): Promise<Answer> {
  const { generation } = world;
  const position = query.since === undefined ? null : readCursor(query.since, name, generation);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const feed = world.feed(name);
  let page = await feed.page(position, limit, now);
  let pending = false;
  // Whatever is ready goes out at once; at the end of that, waiting beats an answer that is out of date.
  if (BOOKED.includes(name) && page.remaining === 0 && world.behind()) {
    const summed = SUMMED.includes(name);
    await atMost(summed ? BOOKS_WAIT_MS : SHORT_WAIT_MS, world.ensure());
    page = await feed.page(position, limit, now);
    pending = summed && world.behind();
  }
  const more = page.remaining > 0 || pending;
  const cursor = writeCursor({ generation, feed: name, position: page.position });
  return {
    status: 200,
    text: pageText(page, { cursor, more, now }),
    headers: { [NEXT_CURSOR_HEADER]: cursor, [MORE_HEADER]: more ? '1' : '0' },
  };
}

function feedHeads(world: World, now: number): Record<string, string> {
  const { generation } = world;
  const behind = world.behind();
  if (behind) void world.ensure().catch(() => undefined);
  return Object.fromEntries(
    feedNames.map((feed) => {
      const head = writeCursor({ generation, feed, position: world.feed(feed).head(now) });
      // Equal to nobody's cursor, so that clients come and ask.
      return [feed, behind && BOOKED.includes(feed) ? `${head}~` : head];
    }),
  );
}

function tagged(tag: string, ifNoneMatch: string | null, body: unknown): Answer {
  const etag = `"${tag}"`;
  const known = (ifNoneMatch ?? '').split(',').some((item) => item.trim().replace(/^W\//, '') === etag);
  if (known) return { status: 304, text: null, headers: { etag } };
  return json(body, { etag });
}
