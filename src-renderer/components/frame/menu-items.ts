import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconBuilding,
  IconCalendarDollar,
  IconCalendarTime,
  IconCash,
  IconChartBar,
  type IconListDetails as IconComponent,
  IconExchange,
  IconFileDownload,
  IconFileInvoice,
  IconFiles,
  IconFileText,
  IconHeadset,
  IconHistory,
  IconLayersIntersect,
  IconListCheck,
  IconListDetails,
  IconLogout,
  IconMailCog,
  IconMailForward,
  IconMessage,
  IconPackageExport,
  IconPhoneCall,
  IconPlayerPause,
  IconReceipt2,
  IconSettingsAutomation,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import type { MessageKey } from '../../i18n/messages';
import { openRoute } from '../../state/navigation';
import type { PageName, Route } from '../../state/routes';

export type MenuItem = {
  id: string;
  label: MessageKey;
  icon: typeof IconComponent;
  /** Pages under which the item is the active one: its own first, then those it leads to. */
  pages: readonly PageName[];
  /** The guide's items of a section, shown while one of its pages is open. */
  children: readonly MenuItem[];
  /** Null: «Выход». */
  open: (() => void) | null;
};

type More = {
  /** Pages that belong to the item and have none of their own. */
  within?: readonly PageName[];
  children?: readonly MenuItem[];
};

const item = (
  label: MessageKey,
  icon: MenuItem['icon'],
  route: Route | null,
  { within = [], children = [] }: More = {},
): MenuItem => ({
  id: route?.page ?? 'sign-out',
  label,
  icon,
  pages: route ? [route.page, ...within] : [],
  children,
  open: route ? () => openRoute(route) : null,
});

/** «Платежи» (guide §2.2). */
export const paymentsMenu: readonly MenuItem[] = [
  item('pages.payment-list', IconCash, { page: 'payment-list', params: {} }),
  item('pages.guarantees', IconHistory, { page: 'guarantees', params: {} }),
  item('pages.payment-register', IconCalendarTime, { page: 'payment-register', params: {} }),
];

/** «Счета» (guide §2.3), and the invoices that are here. */
export const invoicesMenu: readonly MenuItem[] = [
  item('menu.invoiceEmail', IconMailForward, { page: 'invoice-email', params: {} }),
  item('pages.invoice-file', IconFileDownload, { page: 'invoice-file', params: {} }),
  item('menu.delivery', IconMailCog, { page: 'delivery', params: {} }),
  item('pages.cdr-email', IconListDetails, { page: 'cdr-email', params: {} }),
  item('pages.charges-email', IconReceipt2, { page: 'charges-email', params: {} }),
  item('pages.invoice-list', IconFiles, { page: 'invoice-list', params: {} }),
  item(
    'pages.month-documents',
    IconFileText,
    { page: 'month-documents', params: {} },
    { within: ['payment-order'] },
  ),
  item('pages.month-package', IconPackageExport, { page: 'month-package', params: {} }),
];

/** The administrator's menu, in the guide's order and words (guide §2). */
export const adminMenu: readonly MenuItem[] = [
  item('menu.accountInfo', IconBuilding, { page: 'account-info', params: {} }),
  item('pages.payments', IconCash, { page: 'payments', params: {} }, { children: paymentsMenu }),
  item('pages.invoices', IconFileInvoice, { page: 'invoices', params: {} }, { children: invoicesMenu }),
  item('pages.installments', IconCalendarDollar, { page: 'installments', params: {} }),
  item('pages.subscriber-select', IconUsers, {
    page: 'subscriber-select',
    params: {},
  }),
  item('pages.feedback', IconMessage, { page: 'feedback', params: {} }, { within: ['appeal', 'appeal-new'] }),
  item(
    'pages.call-centre',
    IconHeadset,
    { page: 'call-centre', params: {} },
    { within: ['call-centre-statistics'] },
  ),
  item('menu.signOut', IconLogout, null),
];

/** «SIP-телефония» (guide §3.3, §3.4). */
export function telephonyMenu(subscriberId: number): readonly MenuItem[] {
  const params = { subscriberId };
  return [
    item('pages.channels', IconLayersIntersect, { page: 'channels', params }),
    item('pages.sip-line', IconSettingsAutomation, { page: 'sip-line', params }),
    item('pages.channel-statistics', IconChartBar, { page: 'channel-statistics', params }),
  ];
}

/** «Операции с услугами» (guide §3.2). */
export function servicesMenu(subscriberId: number): readonly MenuItem[] {
  const params = { subscriberId };
  return [
    item('pages.service-list', IconListCheck, { page: 'service-list', params }),
    item('pages.suspension', IconPlayerPause, { page: 'suspension', params }),
    item(
      'pages.telephony',
      IconPhoneCall,
      { page: 'telephony', params },
      { within: ['channels', 'sip-line', 'channel-statistics'] },
    ),
  ];
}

/** The subscriber's menu (guide §3). */
export function subscriberMenu(subscriberId: number): readonly MenuItem[] {
  const params = { subscriberId };
  return [
    item('menu.accountInfo', IconUser, { page: 'subscriber-info', params }),
    item(
      'pages.subscriber-services',
      IconAdjustmentsHorizontal,
      { page: 'subscriber-services', params },
      { children: servicesMenu(subscriberId) },
    ),
    item('pages.installments', IconCalendarDollar, {
      page: 'subscriber-installments',
      params,
    }),
    item('pages.subscriber-plan', IconExchange, { page: 'subscriber-plan', params }),
    item('pages.subscriber-charges', IconReceipt2, {
      page: 'subscriber-charges',
      params,
    }),
    item('pages.subscriber-cdrs', IconListDetails, {
      page: 'subscriber-cdrs',
      params,
    }),
    item('menu.subscriberSelect', IconUsers, {
      page: 'subscriber-select',
      params: {},
    }),
    item('menu.adminMenu', IconArrowBackUp, { page: 'admin-menu', params: {} }),
    item(
      'pages.feedback',
      IconMessage,
      { page: 'subscriber-feedback', params },
      { within: ['subscriber-appeal', 'subscriber-appeal-new'] },
    ),
    item('menu.signOut', IconLogout, null),
  ];
}

/** Whether the page is one of the item's or of its section. */
export const leadsTo = (item: MenuItem, page: PageName): boolean =>
  item.pages.includes(page) || item.children.some((child) => leadsTo(child, page));
