import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { useSettings } from '../state/settings';

const scheme = (): MantineColorScheme => {
  const { theme } = useSettings.getState();
  return theme === 'system' ? 'auto' : theme;
};

let unsubscribe: (() => void) | undefined;

/** Marks the page before anything is drawn: a mark that comes with the first drawing styles every element twice. */
export function markScheme(): void {
  const chosen = scheme();
  const light = chosen === 'auto' ? !matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'light';
  document.documentElement.dataset.mantineColorScheme = light ? 'light' : 'dark';
}

/** Light or dark is a setting of the program, not of the page's own storage. */
export const settingsSchemeManager: MantineColorSchemeManager = {
  get: scheme,
  set: () => undefined,
  subscribe: (onUpdate) => {
    unsubscribe = useSettings.subscribe((next, before) => {
      if (next.theme !== before.theme) onUpdate(scheme());
    });
  },
  unsubscribe: () => unsubscribe?.(),
  clear: () => undefined,
};
