import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** False while nobody can see the page: what draws or asks by the clock stops, and goes on when it is seen again. */
export const useVisible = (): boolean => useSyncExternalStore(subscribe, () => !document.hidden);
