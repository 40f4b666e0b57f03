import { useCallback } from 'react';
import { create } from 'zustand';

type Draft = {
  value: Readonly<Record<string, unknown>>;
  /** The command that was made of it; null: not sent yet. */
  commandId: number | null;
};

/**
 * What was typed into forms and not carried out yet. It outlives errors, other pages and the sign-in screen;
 * it stays in memory, because forms hold account data.
 */
const useDrafts = create<{ account: string | null; drafts: Readonly<Record<string, Draft>> }>(() => ({
  account: null,
  drafts: {},
}));

/** Another account must not find the typing of the one before. */
export function keepDraftsOf(account: string): void {
  if (useDrafts.getState().account !== account) useDrafts.setState({ account, drafts: {} });
}

/** What is typed and not sent; null when there is nothing. */
export function readDraft(form: string): Readonly<Record<string, unknown>> | null {
  const draft = useDrafts.getState().drafts[form];
  return draft && draft.commandId === null ? draft.value : null;
}

/** Puts a whole draft in place of what was typed. */
export function setDraft(form: string, value: Readonly<Record<string, unknown>>): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [form]: { value, commandId: null } } }));
}

export function clearDraft(form: string): void {
  useDrafts.setState(({ drafts: { [form]: _, ...drafts } }) => ({ drafts }));
}

/** The draft was sent as this command: when it is accepted, the typing is over. */
export function markDraftSent(form: string, commandId: number): void {
  useDrafts.setState(({ drafts }) => {
    const draft = drafts[form];
    return draft ? { drafts: { ...drafts, [form]: { ...draft, commandId } } } : {};
  });
}

/** Clears the drafts that the command was made of. */
export function settleDrafts(commandId: number): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([, draft]) => draft.commandId !== commandId)),
  }));
}

type DraftControl<Value> = {
  value: Value;
  change: (part: Partial<Value>) => void;
  clear: () => void;
  /** Something was typed. */
  typed: boolean;
};

/**
 * The fields of a form.
 * @param form name of the form, with the subscriber's id where each subscriber has one
 * @param initial what stands in fields that were not touched; may follow the data while nothing is typed
 */
export function useDraft<Value extends Readonly<Record<string, unknown>>>(
  form: string,
  initial: Value,
): DraftControl<Value> {
  const draft = useDrafts((state) => state.drafts[form]);
  const change = useCallback(
    (part: Partial<Value>) => {
      const typed = useDrafts.getState().drafts[form]?.value;
      setDraft(form, { ...typed, ...part });
    },
    [form],
  );
  const clear = useCallback(() => clearDraft(form), [form]);
  return {
    value: { ...initial, ...(draft?.value as Partial<Value>) },
    change,
    clear,
    typed: draft !== undefined,
  };
}
