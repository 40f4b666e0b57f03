import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Session } from '../../../src-shared/operator-api/sessions';
import type { ReadableCache } from '../../store/cache';
import type { AccountFiles } from '../../store/keys/account-files';
import { readMeta } from '../../store/meta';
import type { OperatorClient } from '../../sync/client';
import { createSyncEngine } from '../../sync/engine';
import type { OperatorClock } from '../../sync/operator-clock';
import { createOutbox } from '../../sync/outbox/outbox';
import type { Schedule } from '../../sync/schedule';
import { describeFault } from '../describe-fault';
import type { CabinetEnvironment } from '../environment';
import { createNumberIndexing } from '../indexing/index-numbers';
import type { CacheKey } from './keys';
import { type AccountFacts, openAccountCache, readAccountFacts } from './open-account';
import { isOutOfReach, type OperatorLink } from './operator-link';
import { keepSecret } from './secret';
import { forgetSession, keepSession, readKeptSession } from './session-file';
import { type ActiveSession, type Engines, factsOf, type QuietSession } from './state';

export type ActivateContext = {
  environment: CabinetEnvironment;
  client: OperatorClient;
  link: OperatorLink;
  clock: OperatorClock;
  schedule: Schedule;
  /** Told when mode or token of the active session have changed. */
  onChange(): void;
  /** Told when this cache has turned out to be damaged. */
  onDamage(cache: ReadableCache): void;
  /** Told when the operator answers for another account than this cache holds. */
  onOtherAccount(cache: ReadableCache, account: AccountFacts): void;
};

export type Activation = {
  phone: string;
  files: AccountFiles;
  key: CacheKey;
  /** Null: opened without the operator. */
  session: Session | null;
  /** Kept only when opened without the operator. */
  password: string | null;
};

/** Opens the cache and joins it with sync and outbox. Nothing runs yet. */
export async function activate(
  context: ActivateContext,
  request: Activation,
): Promise<{ active: ActiveSession; leftOpen: boolean }> {
  const { environment, clock } = context;
  const { session, files } = request;
  const { leftOpen, ...opened } = openAccountCache({
    ...request.key,
    account: session ? factsOf(session) : null,
    at: environment.clock.now(),
  });
  if (!session) clock.setOffset(keptOffset(opened.cache));
  const kept = session ? null : await readKeptSession(files, environment.keyring, clock.now());
  const active: QuietSession = {
    phase: 'signed-in',
    phone: request.phone,
    account: readAccountFacts(opened.cache),
    method: session?.method ?? kept?.method ?? 'password',
    mode: session ? 'online' : 'offline',
    files,
    key: request.key.key,
    opened,
    token: session?.token ?? kept?.token ?? null,
    password: !session && request.password !== null ? keepSecret(request.password) : null,
  };
  return { active: Object.assign(active, createEngines(context, active)), leftOpen };
}

/** How far the operator's clock was from this computer's when the cache heard of it, ms. */
export const keptOffset = (cache: ReadableCache): number =>
  Number(readMeta(cache, 'operator-offset-ms')) || 0;

/** What works on the session's present cache. */
export function createEngines(context: ActivateContext, active: QuietSession): Engines {
  const { environment, client, clock } = context;
  const { cache, notice, path, keyHex } = active.opened;
  const { threads, attention } = environment;
  const onDamage = () => context.onDamage(cache);
  const onFault = (where: string) => (error: unknown) =>
    environment.emit('log', { level: 'error', text: `${where}: ${describeFault(error)}` });
  const numbers = createNumberIndexing({
    cache,
    startThread: threads ? () => threads.indexer({ path, keyHex }) : null,
    attention,
    onFault: onFault('index of numbers'),
  });
  const sync = createSyncEngine({
    environment,
    client,
    cache,
    clock,
    schedule: context.schedule,
    threads: threads ? { reader: threads.reader, intake: () => threads.intake({ path, keyHex }) } : null,
    notice,
    authorise: (signal) => authorise(context, active, signal),
    onStatus: (status) => {
      numbers.syncRuns(status.state === 'running');
      environment.emit('sync.status', status);
    },
    onStored: (sources) => environment.emit('cache.changed', { sets: sources }),
    onOnline: () => {
      setOnline(context, active);
      outbox.wake();
    },
    onExpired: () => setExpired(context, active),
    onFault: onFault('sync'),
    onDamage,
    accountId: active.account?.id ?? null,
    onOtherAccount: (account) => context.onOtherAccount(cache, account),
  });
  const outbox = createOutbox({
    environment,
    client,
    cache,
    clock,
    token: () => confirmedToken(active),
    canReach: () => canSignIn(active),
    reach: () => sync.start(),
    onExpired: (token) => {
      if (active.token === token) setExpired(context, active);
    },
    onChanged: (command) => {
      environment.emit('commands.changed', command);
      environment.emit('cache.changed', { sets: ['commands'] });
    },
    onAccepted: () => void sync.refresh(),
    onDamage,
    onFault: onFault('outbox'),
  });
  return { sync, outbox, numbers };
}

/** The token once the operator has confirmed it for this account: nothing of one account goes to another. */
const confirmedToken = (active: QuietSession): string | null =>
  active.mode === 'online' ? active.token : null;

/** True when a session can be had without a person. */
const canSignIn = (active: QuietSession): boolean => active.token !== null || active.password !== null;

/** The token of the session; one is asked for when the account was opened offline. */
async function authorise(
  context: ActivateContext,
  active: QuietSession,
  signal: AbortSignal,
): Promise<string> {
  if (active.token) return active.token;
  if (!active.password) throw new CabinetError('session-expired');
  try {
    const password = active.password.reveal();
    const session = await context.client.call(
      'createSession',
      { method: 'password', phone: active.phone, password },
      { signal },
    );
    // A temporary password opens nothing but the change of password, which needs the person.
    if (session.passwordState === 'temporary') throw new CabinetError('session-expired');
    active.token = session.token;
    // Not asked with again: an operator that refuses its own tokens would be asked without end.
    forgetPassword(active);
    await keepSession(active.files, context.environment.keyring, session);
    return session.token;
  } catch (error) {
    if (isOutOfReach(error) || (error instanceof CabinetError && error.code === 'cancelled')) throw error;
    // The password was changed elsewhere, or tried too often: only a person can go on.
    forgetPassword(active);
    throw new CabinetError('session-expired', {}, { cause: error });
  }
}

/** Asks something on behalf of the session; a refused token ends it as it does in a sync. */
export async function askOperator<Answer>(
  context: ActivateContext,
  active: ActiveSession,
  work: (token: string) => Promise<Answer>,
): Promise<Answer> {
  const token = confirmedToken(active);
  if (!token) {
    if (!canSignIn(active)) throw new CabinetError('session-expired');
    // Opened offline: a sync looks for the operator.
    void active.sync.start();
    throw new CabinetError('operator-unreachable', { reason: 'offline' });
  }
  try {
    return await work(token);
  } catch (error) {
    const expired = error instanceof CabinetError && error.code === 'session-expired';
    if (expired && active.token === token && setExpired(context, active)) void active.sync.start();
    throw error;
  }
}

function setOnline(context: ActivateContext, active: QuietSession): void {
  forgetPassword(active);
  if (active.mode === 'online') return;
  active.mode = 'online';
  context.onChange();
}

/** @returns true when a new session can be asked for at once */
function setExpired(context: ActivateContext, active: QuietSession): boolean {
  const hadToken = active.token !== null;
  active.token = null;
  forgetSession(active.files);
  if (hadToken && active.password) return true;
  active.mode = 'offline';
  context.onChange();
  return false;
}

function forgetPassword(active: QuietSession): void {
  active.password?.wipe();
  active.password = null;
}
