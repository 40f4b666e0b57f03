import { CabinetError } from '../../../src-shared/bridge/errors';
import type { SessionView } from '../../../src-shared/bridge/session';
import type { Session } from '../../../src-shared/operator-api/sessions';
import type { AccountFiles } from '../../store/keys/account-files';
import type { SyncEngine } from '../../sync/engine';
import type { Outbox } from '../../sync/outbox/outbox';
import type { NumberIndexing } from '../indexing/index-numbers';
import type { AccountFacts, OpenedCache } from './open-account';
import type { Secret } from './secret';

/** Signed in at the operator, but nothing can be shown yet. */
export type PendingSession = {
  phase: 'password-change' | 'cache-locked';
  session: Session;
  files: AccountFiles;
  /** What the cache will be closed by once it is open; null after a sign-in by SMS. */
  password: Secret | null;
};

/** What works on an open cache. */
export type Engines = { sync: SyncEngine; outbox: Outbox; numbers: NumberIndexing };

/** Nothing is written after it resolves. */
export async function stopEngines({ sync, outbox, numbers }: Engines): Promise<void> {
  await sync.stop();
  await outbox.stop();
  await numbers.stop();
}

/** The account is open on the screen. */
export type ActiveSession = Engines & {
  phase: 'signed-in';
  phone: string;
  account: AccountFacts | null;
  method: 'password' | 'sms';
  mode: 'online' | 'offline';
  files: AccountFiles;
  key: Buffer;
  opened: OpenedCache;
  token: string | null;
  /** Kept only while the account was opened offline, to sign in when the operator is back. */
  password: Secret | null;
};

/** The account before anything runs over it. */
export type QuietSession = Omit<ActiveSession, keyof Engines>;

export type SessionState = { phase: 'signed-out' } | PendingSession | ActiveSession;

export const factsOf = (session: Session): AccountFacts => ({
  id: session.accountId,
  number: session.accountNumber,
  organisation: session.organisation,
});

/** What the window may know of the session: never a token or a password. */
export function viewOf(
  state: SessionState,
  visit: Pick<SessionView, 'secretsKept' | 'temporaryPasswordSent' | 'locked'>,
): SessionView {
  const nothing = { account: null, mode: null, method: null, cacheForVisit: false };
  if (state.phase === 'signed-out' || visit.locked) return { phase: 'signed-out', ...nothing, ...visit };
  if (state.phase === 'signed-in') {
    const { number, organisation } = state.account ?? { number: '', organisation: '' };
    return {
      phase: state.phase,
      account: { number, organisation, phone: state.phone },
      mode: state.mode,
      method: state.method,
      cacheForVisit: state.opened.forVisit,
      ...visit,
    };
  }
  const { accountNumber, organisation, phone, method } = state.session;
  return {
    phase: state.phase,
    account: { number: accountNumber, organisation, phone },
    mode: 'online',
    method,
    cacheForVisit: false,
    ...visit,
  };
}

/** @throws CabinetError that says what has to be done first */
export function requireActive(state: SessionState): ActiveSession {
  if (state.phase === 'signed-in') return state;
  if (state.phase === 'password-change') throw new CabinetError('password-change-required');
  throw new CabinetError(state.phase === 'cache-locked' ? 'cache-key-mismatch' : 'not-signed-in');
}
