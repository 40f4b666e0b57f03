import { useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { CommandView, Submission } from '../../src-shared/bridge/commands';
import type { CommandKind } from '../../src-shared/operator-api/commands';
import { callBridge } from './bridge';
import { type CommandPhase, isOpen, phaseOf } from './command-phase';
import { markDraftSent, settleDrafts } from './drafts';
import { tellError } from './notices';
import { refreshSets, useProcedure } from './procedures';
import { useOnline } from './sync';

type CommandsState = {
  /** The latest word about every command heard of in this visit. */
  heard: Readonly<Record<number, CommandView>>;
  /** Followed by the open page, which tells the outcome itself. */
  watched: readonly number[];
  /** Refused since the journal was last looked at. */
  unseen: number;
};

export const useCommands = create<CommandsState>(() => ({ heard: {}, watched: [], unseen: 0 }));

/** Takes over the news of one command. */
export function takeCommand(command: CommandView): void {
  const before = useCommands.getState().heard[command.id];
  const refused = command.state === 'rejected' && before?.state !== 'rejected';
  if (command.state === 'accepted') settleDrafts(command.id);
  useCommands.setState((state) => ({
    heard: { ...state.heard, [command.id]: command },
    unseen: state.unseen + (refused ? 1 : 0),
  }));
  refreshSets(['commands']);
}

export const markCommandsSeen = (): void => useCommands.setState({ unseen: 0 });

/** The account is closed: its commands are no longer told of. How many are unseen is kept for its return. */
export const forgetCommands = (): void => useCommands.setState({ heard: {}, watched: [] });

const watch = (id: number): void => useCommands.setState(({ watched }) => ({ watched: [...watched, id] }));
const unwatch = (id: number): void =>
  useCommands.setState(({ watched }) => ({ watched: watched.filter((one) => one !== id) }));

let submitting: Promise<unknown> = Promise.resolve();

/** Resolves when no answer to a submission is under way: only then it is known which commands a page follows. */
export const submissionsSettled = (): Promise<unknown> => submitting;

async function submit(submission: Submission): Promise<CommandView> {
  const command = await callBridge('commands.submit', submission);
  // Events of the same command may have come before this answer, and are newer.
  if (!useCommands.getState().heard[command.id]) takeCommand(command);
  watch(command.id);
  return command;
}

export type CommandFlow = {
  /** «idle»: the form is being filled; «storing»: handed to the program. */
  phase: 'idle' | 'storing' | CommandPhase;
  command: CommandView | null;
  /** Why it could not even be stored. */
  error: unknown;
  send: (submission: Submission) => void;
  /** Back to the form. */
  reset: () => void;
};

/**
 * Submits a command and follows it until the operator has answered or the network is waited for.
 * @param form the draft that the command is made of: kept until the command is accepted
 */
export function useCommandFlow(form?: string): CommandFlow {
  const [id, setId] = useState<number | null>(null);
  const [storing, setStoring] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const mounted = useRef(true);
  const online = useOnline();
  const command = useCommands((state) => (id === null ? null : (state.heard[id] ?? null)));

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  useEffect(() => (id === null ? undefined : () => unwatch(id)), [id]);

  const send = useCallback(
    (submission: Submission) => {
      setStoring(true);
      setError(null);
      const run = async () => {
        try {
          const { id: made } = await submit(submission);
          if (form !== undefined) markDraftSent(form, made);
          if (useCommands.getState().heard[made]?.state === 'accepted') settleDrafts(made);
          if (mounted.current) setId(made);
          else unwatch(made);
        } catch (fault) {
          // A page that was left tells nothing any more.
          if (mounted.current) setError(fault);
          else tellError(fault);
        } finally {
          setStoring(false);
        }
      };
      submitting = Promise.all([submitting, run()]);
    },
    [form],
  );
  const reset = useCallback(() => {
    setId(null);
    setError(null);
  }, []);

  const phase = storing ? 'storing' : command ? phaseOf(command, online) : 'idle';
  return { phase, command, error, send, reset };
}

const OPEN = { search: '', states: ['waiting', 'sending'], offset: 0, limit: 500 } as const;

/** Commands that the operator has not answered yet, newest first; those of former visits too. */
export function useOpenCommands(): readonly CommandView[] {
  const { data } = useProcedure('commands.list', { ...OPEN, states: [...OPEN.states] });
  return data?.items.filter(isOpen) ?? [];
}

/** Open commands of some kinds: pages mark the values that wait for them. */
export function usePending(
  kinds: readonly CommandKind[],
  about: (command: CommandView) => boolean = () => true,
): readonly CommandView[] {
  return useOpenCommands().filter((command) => kinds.includes(command.kind) && about(command));
}
