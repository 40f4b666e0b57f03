import type { PageName } from '../../state/routes';

/** Pages that Ctrl+K finds by their words; `search-pages.test.ts` holds them to have every page of the menus. */
export const accountPages = [
  'admin-menu',
  'account-info',
  'payments',
  'payment-list',
  'guarantees',
  'payment-register',
  'invoices',
  'invoice-list',
  'invoice-email',
  'invoice-file',
  'month-documents',
  'month-package',
  'delivery',
  'cdr-email',
  'charges-email',
  'installments',
  'subscriber-select',
  'feedback',
  'appeal-new',
  'call-centre',
  'call-centre-statistics',
] as const satisfies PageName[];

/** Those of the program itself. */
export const programPages = [
  'journal',
  'exports',
  'sync',
  'settings',
  'diagnosis',
  'work-calendar',
] as const satisfies PageName[];

/** Those of the chosen subscriber. */
export const subscriberPages = [
  'subscriber-menu',
  'subscriber-info',
  'subscriber-services',
  'service-list',
  'suspension',
  'telephony',
  'channels',
  'sip-line',
  'channel-statistics',
  'subscriber-plan',
  'subscriber-charges',
  'subscriber-cdrs',
  'subscriber-installments',
  'subscriber-feedback',
] as const satisfies PageName[];
