import { create } from 'zustand';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { useSessionStore } from '../../state/session';

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

/** Loads what stands behind the sign-in, once. */
export async function loadCabinet(): Promise<void> {
  try {
    useCabinetParts.setState({ parts: await import('./cabinet') });
  } catch (error) {
    useCabinetParts.setState({ fault: new CabinetError('program-incomplete', {}, { cause: error }) });
  }
}

/** The sign-in is drawn and takes its first keys before the page is busy once more. */
const LATER_MS = 500;

/** Loads it as soon as the page has nothing else to do, and at once when somebody is in already. */
export function loadCabinetLater(): void {
  setTimeout(() => requestIdleCallback(() => void loadCabinet()), LATER_MS);
  useSessionStore.subscribe(({ session }) => {
    if (session?.phase === 'signed-in' && !useCabinetParts.getState().parts) void loadCabinet();
  });
}
