import { notifications } from '@mantine/notifications';
import { create } from 'zustand';
import type { SessionView } from '../../src-shared/bridge/session';
import { callBridge } from './bridge';
import { forgetCommands, markCommandsSeen } from './commands';
import { keepDraftsOf } from './drafts';
import { stopAsking } from './expiry';
import { loadExports, markExportsSeen } from './exports';
import { resetNavigation } from './navigation';
import { tellError } from './notices';
import { askAhead, openQuestions, type Question, queryClient } from './procedures';

/** Who is signed in; null until the program has told it. */
export const useSessionStore = create<{ session: SessionView | null }>(() => ({ session: null }));

export const useSession = (): SessionView | null => useSessionStore((state) => state.session);

/** Somebody's password or code was right: the sign-in is no longer what is shown. */
export const isInside = (session: SessionView | null): boolean =>
  session !== null && session.phase !== 'signed-out';

/** The longest that a screen waits for what it showed before it was locked: what takes longer comes by itself. */
const PATIENCE_MS = 100;
const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/** The last word of the program; a moment later, it is what is shown. */
let told: SessionView | null = null;
/** Number of the account that was open last: the way through the pages is its. */
let owner: string | null = null;
/** What the screen of the locked account had asked for; of its answers nothing is kept. */
let lockedOver: readonly Question[] = [];

/**
 * Takes over a new state. What was read for another account is forgotten at once. An account that was locked is shown
 * when what its screen needs is here: drawing it without, and then again, takes longer.
 */
export function setSession(session: SessionView): void {
  const before = told;
  // An event and an answer tell the same.
  if (JSON.stringify(session) === JSON.stringify(before)) return;
  told = session;
  const inside = session.phase === 'signed-in';
  const another = before?.account?.number !== session.account?.number;
  const ahead = inside && session.account?.phone === before?.locked?.phone ? lockedOver : [];
  if (inside) lockedOver = [];
  else if (session.locked && before?.phase === 'signed-in') lockedOver = openQuestions();
  if (!inside || another) {
    queryClient.clear();
    forgetCommands();
  }
  // Notices name files and commands of the account.
  if (before?.phase === 'signed-in' && session.phase === 'signed-out') notifications.clean();
  // Whoever has just signed in, or has left, has nothing to do with a session that ended before.
  if (before?.phase !== session.phase || another) stopAsking();
  if (inside && session.account) takeOver(session.account.number);
  if (another) void loadExports().catch(tellError);
  const show = () => {
    if (told === session) useSessionStore.setState({ session });
  };
  if (ahead.length === 0) show();
  else void Promise.race([askAhead(ahead), patience()]).then(show);
}

/** Typing, the way through the pages and what was not seen yet are of one account. */
function takeOver(account: string): void {
  keepDraftsOf(account);
  if (owner !== null && owner !== account) {
    resetNavigation();
    markCommandsSeen();
    markExportsSeen();
  }
  owner = account;
}

export async function loadSession(): Promise<void> {
  setSession(await callBridge('session.state'));
}

/** Closes the account on this machine until somebody signs in again. @throws CabinetError */
export async function lockSession(): Promise<void> {
  setSession(await callBridge('session.lock'));
}

/** «Выход» @throws CabinetError */
export async function signOut(): Promise<void> {
  setSession(await callBridge('session.signOut'));
}
