import { create } from 'zustand';
import type { CommandView } from '../../src-shared/bridge/commands';
import type { SyncStatus } from '../../src-shared/bridge/sync';

/** Whether the password is being asked for over the open page because the operator has ended the session. */
export const useExpiry = create<{ asking: boolean }>(() => ({ asking: false }));

export const askPassword = (): void => useExpiry.setState({ asking: true });
/** Goes on without the operator; asked again by the next sync that a person starts. */
export const stopAsking = (): void => useExpiry.setState({ asking: false });

/** A run of the sync has ended because the session is over. No run begins by itself after that. */
export function noticeSync(status: SyncStatus, before: SyncStatus | null): void {
  const expired = status.lastError?.code === 'session-expired';
  const ended = before === null || before.state === 'running' || before.lastError?.code !== 'session-expired';
  if (expired && ended && status.state !== 'running') askPassword();
}

/** A command could not be sent because the session is over. */
export function noticeCommand(command: CommandView, before: CommandView | undefined): void {
  const expired = (one: CommandView | undefined) => one?.error?.code === 'session-expired';
  if (command.state === 'waiting' && expired(command) && !expired(before)) askPassword();
}
