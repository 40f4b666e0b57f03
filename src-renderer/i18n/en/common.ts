import type { commonRu } from '../ru/common';

export const commonEn: Record<keyof typeof commonRu, string> = {
  'common.menu': 'To the menu',
  'common.back': 'Back',
  'common.next': 'Next',
  'common.save': 'Save',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.retry': 'Try again',
  'common.open': 'Open',
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.nothing': '—',
  'common.nothingSpoken': 'no value',
  'common.rubles': '{rubles} rub. {kopecks} kop.',
  'common.asOf': 'Data as of {time}',
  'common.asOfUnknown': 'No data yet',
  'common.status.active': 'Active',
  'common.status.suspended': 'Suspended',
  'common.status.closed': 'Closed',
  'common.firstSyncEmpty': 'The data is still loading. The page will fill by itself.',
  'common.waitForSync': 'The first load of data is under way.',
};
