import type { CommandView } from '../../src-shared/bridge/commands';

/** A command as a person follows it: «sending» is expected to end by itself in a moment, «waiting» is not. */
export type CommandPhase = 'sending' | 'waiting' | 'accepted' | 'rejected' | 'cancelled';

/** @param online false when the operator is known to be out of reach */
export function phaseOf(command: Pick<CommandView, 'state' | 'error'>, online: boolean): CommandPhase {
  if (command.state === 'waiting') return online && command.error === null ? 'sending' : 'waiting';
  return command.state;
}

export const isOpen = ({ state }: Pick<CommandView, 'state'>): boolean =>
  state === 'waiting' || state === 'sending';
