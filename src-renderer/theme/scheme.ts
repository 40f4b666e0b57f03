import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { useSettings } from '../state/settings';

const scheme = (): MantineColorScheme => {
  const { theme } = useSettings.getState();
  return theme === 'system' ? 'auto' : theme;
};

let unsubscribe: (() => void) | undefined;

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
