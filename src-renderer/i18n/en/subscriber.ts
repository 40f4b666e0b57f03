import type { subscriberRu } from '../ru/subscriber';

export const subscriberEn: Record<keyof typeof subscriberRu, string> = {
  'subscriber.select.title': 'Choose a SIP subscriber',
  'subscriber.select.intro': 'Choose a subscriber to see the information or to manage services.',
  'subscriber.select.number': 'Enter a phone number with the prefix:',
  'subscriber.select.hint':
    'A subscriber can be searched for like this: enter “%” for several digits, “_” for one digit.',
  'subscriber.select.search': 'Search',
  'subscriber.select.showAll': 'Show all',
  'subscriber.select.list': 'Choose a subscriber from the list',
  'subscriber.select.nobody': 'No subscribers match “{mask}”.',
  'subscriber.select.nobodyHint': 'Check the number or press “Show all”.',
  'subscriber.select.none': 'There are no subscribers.',
  'subscriber.select.required': 'Enter a phone number or press “Show all”.',
  'subscriber.select.last': 'Last time the subscriber {number}, {name}, was chosen.',
  'subscriber.select.continue': 'Go on with this one',
  'subscriber.number': 'Phone number',
  'subscriber.plan': 'Tariff plan',
  'subscriber.name': 'Name of the subscriber',
  'subscriber.status': 'Status of the subscriber',
  'subscriber.charges': 'Charges of the subscriber',

  'subscriber.about.subscriber-info':
    'This section tells about the subscriber: phone number, name, tariff plan, balance and status.',
  'subscriber.about.subscriber-services':
    'Here you connect and disconnect some additional services and suspend a number for a while.',
  'subscriber.about.subscriber-installments':
    'Here you see how many payments are left for equipment bought by instalments, the monthly payment, the last date and more.',
  'subscriber.about.subscriber-plan':
    'Here you can replace the plan of the subscriber by any of those offered.',
  'subscriber.about.subscriber-charges':
    'This section tells the cost of the services (with the monthly fee and VAT) that you used in the current month and in the two months before.',
  'subscriber.about.subscriber-cdrs':
    'Here you see the details of your calls and SMS for the six months before and for the current period. The current period is given up to the day before the request.',
  'subscriber.about.subscriber-select': 'Choose a subscriber to see the information or to manage services.',
  'subscriber.about.admin-menu': 'This takes you back to the data of the client.',
  'subscriber.about.subscriber-feedback':
    'This section holds requests of the administrator or of the chosen subscriber to the specialists of the company.',

  'subscriber.info.title': 'Personal information of the subscriber',
  'subscriber.info.organisation': 'Name of the organisation:',
  'subscriber.info.number': 'Phone number:',
  'subscriber.info.name': 'Name of the subscriber:',
  'subscriber.info.charges': 'Charges of the subscriber:',
  'subscriber.info.status': 'Status of the subscriber:',
  'subscriber.info.statusReason': 'Reason of the status:',
  'subscriber.info.plan': 'Tariff plan:',
  'subscriber.info.traffic': 'Traffic left:',
  'subscriber.info.connected': 'Connected on:',
  'subscriber.info.toMenu': 'To the main menu',
  'subscriber.info.minutesLeft': '{left, plural, one {# minute} other {# minutes}} of {total, number}',
  'subscriber.info.noPackages': 'There are no minute packages.',
  'subscriber.info.packageAsOf': 'as of {time}',
  'subscriber.info.openCharges': 'What they consist of',

  'charges.title': 'Charges for a period',
  'charges.intro': 'Charges can be seen for the two months before and the current period.',
  'charges.month': 'Choose the month whose charges you want:',
  'charges.next': 'Press “Next” to get the information.',
  'charges.current': 'Current',
  'charges.older': 'Kept on this computer',
  'charges.monthTitle': 'Charges for {month}',
  'charges.line': 'Service',
  'charges.net': 'Amount',
  'charges.vatRate': 'VAT rate',
  'charges.vat': 'VAT amount',
  'charges.localTax': 'Tax on services',
  'charges.gross': 'Total with taxes',
  'charges.monthly': 'Per month, with VAT',
  'charges.total': 'Total charges of the subscriber',
  'charges.none': 'There are no charges for the chosen period.',
  'charges.noneHint': 'Choose another month.',
  'charges.open': 'The invoice of this month has not been made yet: charges may change.',
  'charges.closed': 'The invoice of this month has been made.',
  'charges.toCdrs': 'Show the calls of this line',
};
