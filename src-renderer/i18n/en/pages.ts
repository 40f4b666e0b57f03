import type { pagesRu } from '../ru/pages';

export const pagesEn: Record<keyof typeof pagesRu, string> = {
  'pages.payment-list': 'Payments of a period',
  'pages.guarantees': 'History of promised payments',
  'pages.payment-register': 'Registration of payments',
  'pages.invoice-list': 'Invoices on this computer',
  'pages.invoice-email': 'Invoice by e-mail',
  'pages.invoice-file': 'Invoice by link',
  'pages.delivery': 'Delivery of invoices',
  'pages.cdr-email': 'Call details by e-mail',
  'pages.charges-email': 'Charges of the current period',
  'pages.appeal': 'Request',
  'pages.appeal-new': 'New request',
  'pages.subscriber-appeal': 'Request',
  'pages.subscriber-appeal-new': 'New request',
  'pages.call-centre-statistics': 'Statistics of the call centre',
  'pages.journal': 'Journal of operations',
  'menu.invoiceEmail': 'Order an invoice by e-mail',
  'menu.delivery': 'Change the delivery',
};
