import { addMonths, type Clock, monthOf, startOfDay, type YearMonth } from '../../src-shared/domain/period';
import { createLaterRecords } from './calls/later-records';
import { createOperatorClock } from './clock';
import type { OperatorControl } from './control';
import { accountId } from './demo/account-id';
import { DEMO_ACCOUNT, OPENED_ON } from './demo/company';
import type { DemoSize } from './demo/sizes';
import { makeData, needsNewData, openWorld, type World } from './demo/world';
import type { DocumentMaker } from './documents/model';
import { NO_FAULTS, type OperatorFaults, takeServerError } from './faults';
import { createApp } from './http/app';
import { createHandlers } from './http/handlers';
import { createIdempotency } from './http/idempotency';
import { createOperatorServer } from './http/server';
import { createFileStore } from './ledger/file-store';
import { openLedger } from './ledger/ledger';
import { createPostOffice } from './post/post-office';
import { createCredentials } from './sessions/credentials';
import { createDesk } from './sessions/desk';
import { createSessionStore } from './sessions/session-store';
import { createSmsCodes } from './sessions/sms-codes';
import { createThrottle } from './sessions/throttle';

export type OperatorOptions = {
  /** Folder of the ledger; null keeps everything in memory. */
  dataDir: string | null;
  /** The real time; the operator's own clock may be set away from it. */
  clock: Clock;
  size: DemoSize;
  /** Offers finished months as files; true when absent. An operator need not. */
  monthFiles?: boolean;
  /** Makes invoices and detalizations, away from the event loop. */
  documents: DocumentMaker;
  /** The same seed makes the same company and the same calls. */
  seed?: number;
  /** 0 takes any free port. */
  port?: number;
  /** Told of errors that no client is to blame for. */
  onError?(error: unknown): void;
};

export type OperatorHost = { url: string; control: OperatorControl; close(): Promise<void> };

const DEFAULT_SEED = 2021;
/** Late calls that come at a time while that fault is on. */
const LATE_AT_ONCE = 5;

/**
 * Starts the mock operator on the loopback interface: another company's server, with its own ledger, rules,
 * post office and clock. Resolves once it answers; sums of a new ledger are made on demand after that.
 * @throws when the ledger is of another version, the port is taken, or the time is before the account was opened.
 */
export async function startOperator(options: OperatorOptions): Promise<OperatorHost> {
  const { seed = DEFAULT_SEED, onError = () => undefined } = options;
  const ledger = openLedger(options.dataDir);
  const clock = createOperatorClock(ledger, options.clock);
  const faults: OperatorFaults = { ...NO_FAULTS };
  let closed = false;
  const files = createFileStore(ledger);
  const post = createPostOffice(ledger, files);
  const credentials = createCredentials(ledger);
  const sessions = createSessionStore(ledger);
  const throttle = createThrottle(ledger);
  const desk = createDesk({
    ledger,
    credentials,
    sessions,
    codes: createSmsCodes(ledger, post),
    throttle,
    post,
    accountId: () => accountId(ledger),
  });
  await credentials.begin(DEMO_ACCOUNT.phone, DEMO_ACCOUNT.password);

  const open = async (size: DemoSize): Promise<World> => {
    checkTime(clock.now());
    const wanted = { seed, size, now: clock.now };
    if (needsNewData(ledger, wanted)) await makeData(ledger, wanted);
    files.clean();
    return openWorld(ledger, {
      ...wanted,
      duplicates: () => faults.duplicateCdrs,
      post,
      files,
      documents: options.documents,
      onError,
    });
  };
  let world = await open(options.size);
  /** Requests that are under way when the data changes end with their old world. */
  const renew = async (size: DemoSize): Promise<void> => {
    await world.stop();
    world = await open(size);
  };

  const app = createApp({
    clock,
    port: () => server.port(),
    sessions,
    handlers: createHandlers({
      world: () => world,
      desk,
      sessions,
      monthFiles: options.monthFiles ?? true,
      now: clock.now,
    }),
    idempotency: createIdempotency(ledger),
    fault: () => takeServerError(faults, clock.now()),
    onError: (error) => {
      // Requests that the closing broke off fail in many ways; none of them is news.
      if (!closed) onError(error);
    },
  });
  const server = createOperatorServer(app, faults, options.port ?? 0);
  await server.listen();
  const url = `http://127.0.0.1:${server.port()}`;

  /** Switches act one after the other: each may make the data anew. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const addLate = async (count: number, month: YearMonth) => {
    world.books.touch(await later().add(count, month, clock.now()));
  };
  const comeLate = async () => {
    if (faults.lateCdrs) await addLate(LATE_AT_ONCE, addMonths(monthOf(clock.now()), -1));
  };

  const rebook = async () => {
    world.books.touch([]);
    await world.ensure();
  };
  const payInvoice = async (): Promise<number> => {
    await world.ensure();
    const amount = world.invoiceBook.pay(clock.now());
    await rebook();
    return amount;
  };

  const later = () => createLaterRecords({ ledger, dayBook: world.dayBook, seed });
  const control: OperatorControl = {
    getState: () => ({
      url,
      online: !faults.offline,
      operatorTime: clock.now(),
      clockOffsetMs: clock.offsetMs(),
      size: world.size,
      seed,
      demoAccount: { ...DEMO_ACCOUNT },
      faults: { ...faults },
      paymentsHeld: world.payments.held(),
    }),
    setClock: (instant) =>
      inTurn(async () => {
        checkTime(instant ?? options.clock.now());
        const before = clock.now();
        clock.set(instant);
        if (clock.now() < before) throttle.clear();
        await renew(world.size);
        await comeLate();
      }),
    setSize: (size) => inTurn(() => renew(size)),
    setFaults: (change) =>
      inTurn(async () => {
        const before = { ...faults };
        Object.assign(faults, change);
        if (faults.offline && !before.offline) await server.hangUp();
        if (!faults.offline && before.offline) await server.listen();
        if (!before.lateCdrs) await comeLate();
      }),
    expireTokens: () => sessions.expireAll(clock.now()),
    addLateCdrs: (count, month) => inTurn(() => addLate(count, month)),
    correctCdrs: (count, month) =>
      inTurn(async () => {
        world.books.touch(await later().correct(count, month, clock.now()));
      }),
    payInvoice: () => inTurn(payInvoice),
    holdPayments: (held) =>
      inTurn(async () => {
        if (held === world.payments.held()) return;
        await world.ensure();
        const now = clock.now();
        // What was held is gone from the plan once it is released: it is paid in the same step or not at all.
        ledger.db.transaction(() => {
          if (held) world.payments.hold(now);
          else if (world.payments.release(now)) world.invoiceBook.pay(now);
        })();
        await rebook();
      }),
    settle: async () => {
      await world.ensure();
      await world.account.settle();
    },
    listMail: () => post.list('mail'),
    listSms: () => post.list('sms'),
    markRead: post.markRead,
    getAttachment: post.attachment,
    onPost: post.onPost,
  };
  return {
    url,
    control,
    close: () =>
      inTurn(async () => {
        closed = true;
        await server.hangUp();
        await world.stop();
        ledger.close();
      }),
  };
}

function checkTime(now: number): void {
  if (now < startOfDay(OPENED_ON) + 86_400_000) {
    throw new RangeError(`the account was opened on ${OPENED_ON}; the operator knows no earlier time`);
  }
}
