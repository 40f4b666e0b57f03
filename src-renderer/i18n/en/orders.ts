import type { ordersRu } from '../ru/orders';

export const ordersEn: Record<keyof typeof ordersRu, string> = {
  'orders.forming':
    'The service is closed while invoices are being formed (from the 1st to the 3rd of each month).',
  'orders.formingHint': 'Orders are open again from {time}.',
  'orders.earlier': 'Ordered before',
  'orders.orderedAt': 'Ordered',
  'orders.month': 'Period',
  'orders.format': 'Format',
  'orders.days': 'Period',
  'orders.direction': 'Type of call details',
  'orders.numbers': 'Subscribers',
  'orders.account': 'Whole account',
  'orders.emails': 'E-mail',
  'orders.status': 'State',
  'orders.readyAt': 'Ready',
  'orders.reason': 'Reason',
  'orders.status.forming': 'Being formed',
  'orders.status.ready': 'Ready',
  'orders.status.sent': 'Sent',
  'orders.status.failed': 'Failed',
  'orders.noInvoice': 'There is no invoice for this month.',
  'orders.isForming': 'The invoice for {what} is being formed.',
  'orders.expected': 'Expected at {time}, {part} % of the time has passed.',
  'orders.canLeave':
    'The page can be left: the ready invoice stays in “Ordered before” and is saved from there.',
  'orders.ready': 'The invoice for {what} is ready.',
  'orders.failed': 'The invoice for {what} could not be formed.',
  'orders.saved': '“{file}” was saved: {path}',

  'invoiceList.intro':
    'All invoices that this computer has, those of months that the operator no longer shows included.',

  'invoiceEmail.about':
    'Regular invoices of a period can be sent once more. The invoice goes to the e-mail address that is set in the cabinet now. If the delivery address is changed several times in a month, the regular invoice goes to the address that was set at the moment when the invoice was formed.',
  'invoiceEmail.month': 'Choose the period of the invoice',
  'invoiceEmail.address': 'Address: {address}',
  'invoiceEmail.done': 'The invoice for the period will be sent to your e-mail.',

  'invoiceFile.about':
    'An invoice can be ordered for the 2 previous months. When it is formed it can be downloaded by its link. Forming takes some time, so wait until it is done.',
  'invoiceFile.intro':
    'Invoices of the two previous months can be viewed. For an invoice of the current month turn to the service department.',
  'invoiceFile.month': 'Choose the month of the invoice:',
  'invoiceFile.format': 'Choose the format of the file:',
  'invoiceFile.format.pdf': 'PDF',
  'invoiceFile.format.xls': 'XLS',
  'invoiceFile.wait': 'Forming an invoice takes some time, so wait until it is done.',
  'invoiceFile.next': 'To get the invoice press “Next”.',

  'cdrEmail.about':
    'Call details of the current and the previous month can be ordered to the client’s e-mail address.',
  'cdrEmail.period': 'The first and the last day of the call details:',
  'cdrEmail.from': 'From',
  'cdrEmail.to': 'To',
  'cdrEmail.days': 'Days from {first} to {last} can be ordered.',
  'cdrEmail.dayOut': 'Choose a day from {first} to {last}.',
  'cdrEmail.direction': 'Type of call details',
  'cdrEmail.list': 'List of subscribers',
  'cdrEmail.who': 'For whom',
  'cdrEmail.fromList': 'Choose from the list of subscribers',
  'cdrEmail.form': 'Order the call details',
  'cdrEmail.nobody': 'Choose at least one subscriber.',
  'cdrEmail.summary': '{direction}, {from} – {to}.',
  'cdrEmail.address': 'After a day the call details are sent to the e-mail address: {address}',
  'cdrEmail.done': 'The ordered call details will be sent to {address} after a day',

  'pick.number': 'Phone number',
  'pick.name': 'Name',
  'pick.status': 'Status',
  'pick.reason': 'Reason of the status',
  'pick.search': 'Search by number, name or tariff plan',
  'pick.page': 'Choose all on the page',
  'pick.one': 'Choose {number}',
  'pick.chosen': 'Chosen: {count, number}',
  'pick.all': 'Choose all found ({count, number})',
  'pick.clear': 'Choose none',
  'pick.limit': 'One order takes at most {limit, number} subscribers.',
  'pick.rows': 'Rows on a page',
  'pick.pageOf': 'Page {page, number} of {pages, number}',
  'pick.previous': 'Previous page',
  'pick.next': 'Next page',
  'pick.nobody': 'No subscribers match “{mask}”.',
  'pick.none': 'No subscribers.',

  'ownList.label': 'Enter an own list of subscribers',
  'ownList.numbers': 'Numbers of subscribers',
  'ownList.hint':
    'Numbers in the form 375xxxxxxxxx joined by “;”, for example 375xxxxxxxxx;375xxxxxxxxx;375xxxxxxxxx.',
  'ownList.yours': 'The numbers must belong to your company.',
  'ownList.count': 'Entered {count} of {limit}.',
  'ownList.malformed': 'Not numbers in the form 375xxxxxxxxx: {parts}.',
  'ownList.repeated': 'Repeated numbers: {parts}.',
  'ownList.tooMany': 'Numbers entered: {count}. One list takes at most {limit}.',
  'ownList.foreign': 'These numbers do not belong to your company: {parts}.',
  'ownList.andMore': '{shown} and {count} more',

  'chargesEmail.about':
    'Information about the charges of subscribers in the current month can be ordered. It goes to the client’s e-mail address.',
  'chargesEmail.choose':
    'A preliminary invoice of the current month can be ordered for the subscribers of the account or for an own list:',
  'chargesEmail.account': 'Whole account',
  'chargesEmail.address': 'The preliminary invoice goes to the e-mail address: {address}',
  'chargesEmail.done': 'The invoice of the current period will be sent to: {address}',
};
