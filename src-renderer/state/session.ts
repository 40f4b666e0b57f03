import { notifications } from '@mantine/notifications';
import { create } from 'zustand';
import type { SessionView } from '../../src-shared/bridge/session';
import { callBridge } from './bridge';
import { forgetCommands } from './commands';
import { keepDraftsOf } from './drafts';
import { loadExports } from './exports';
import { tellError } from './notices';
import { queryClient } from './procedures';

/** Who is signed in; null until the program has told it. */
export const useSessionStore = create<{ session: SessionView | null }>(() => ({ session: null }));

export const useSession = (): SessionView | null => useSessionStore((state) => state.session);

/** Somebody's password or code was right: the sign-in is no longer what is shown. */
export const isInside = (session: SessionView | null): boolean =>
  session !== null && session.phase !== 'signed-out';

/** Takes over a new state. What was read for another account is forgotten at once. */
export function setSession(session: SessionView): void {
  const before = useSessionStore.getState().session;
  if (session.phase !== 'signed-in' || before?.account?.number !== session.account?.number) {
    queryClient.clear();
    forgetCommands();
  }
  // Notices name files and commands of the account.
  if (before?.phase === 'signed-in' && session.phase === 'signed-out') notifications.clean();
  if (session.phase === 'signed-in' && session.account) keepDraftsOf(session.account.number);
  useSessionStore.setState({ session });
  if (before?.account?.number !== session.account?.number) void loadExports().catch(tellError);
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
