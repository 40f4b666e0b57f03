import { config } from 'zod/v4/core';
import { create } from 'zustand';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { SessionView } from '../../../src-shared/bridge/session';
import { isInside, useSessionStore } from '../../state/session';

type Loaded = {
  parts: typeof import('./cabinet') | null;
  /** Why they could not be loaded. */
  fault: unknown;
};

/**
 * What the sign-in does not need: most of the program's code. It is loaded when the sign-in stands, so that this stands
 * early, and is a store of its own instead of a lazy component, so that no empty page comes in between.
 */
export const useCabinetParts = create<Loaded>(() => ({ parts: null, fault: null }));

// The window's policy forbids `eval`: the first schema, which comes with the cabinet, would try it and be reported.
config({ jitless: true });

let loading: Promise<void> | null = null;

/** Loads what stands behind the sign-in, once. */
export function loadCabinet(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  try {
    useCabinetParts.setState({ parts: await import('./cabinet') });
  } catch (error) {
    // The next one who signs in tries again.
    loading = null;
    useCabinetParts.setState({ fault: new CabinetError('program-incomplete', {}, { cause: error }) });
  }
}

/** The sign-in is drawn and takes its first keys before the page is busy once more. */
const LATER_MS = 500;

/** Loads it as soon as the page has nothing else to do, and at once when somebody is in already. */
export function loadCabinetLater(): void {
  setTimeout(() => requestIdleCallback(() => void loadCabinet()), LATER_MS);
  const follow = ({ session }: { session: SessionView | null }) => {
    if (isInside(session)) void loadCabinet();
  };
  useSessionStore.subscribe(follow);
  follow(useSessionStore.getState());
}
