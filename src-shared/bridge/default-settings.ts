import type { Settings } from './settings';

/** What holds until the person chooses; apart from the schemas, which the window's first page does not need. */
export const defaultSettings: Settings = {
  language: 'ru',
  theme: 'system',
  operator: { kind: 'embedded' },
  demoSize: 'small',
  syncEveryMin: 15,
  lockAfterMin: 15,
  keepBackups: 3,
};
