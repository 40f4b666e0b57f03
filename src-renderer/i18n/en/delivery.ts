import type { deliveryRu } from '../ru/delivery';

export const deliveryEn: Record<keyof typeof deliveryRu, string> = {
  'delivery.about':
    'The way of delivery of invoices can be changed to the one that suits you (e-mail, by hand).',
  'delivery.change': 'Change',
  'delivery.atForming':
    'If the delivery address is changed several times in a month, the regular invoice goes to the address that was set at the moment when the invoice was formed.',
  'delivery.email': 'E-mail:',
  'delivery.byEmail': 'E-mail',
  'delivery.emailAbout':
    'the invoice comes to the e-mail address that you name (as PDF). With the additional carrier Excel, or Excel split by time, invoices come as Excel too, or as Excel with call details split into working time (9:00–18:00), off hours and weekends or holidays.',
  'delivery.self': 'Collected by the client:',
  'delivery.selfAbout':
    'You can do without invoices by post or e-mail. An invoice can then be downloaded by a link in the cabinet.',
  'delivery.choose': 'Choose the way of delivery:',
  'delivery.sameMethod': 'This way of delivery is set already.',
  'delivery.addressTitle': 'Current address',
  'delivery.currentEmail': 'Current e-mail:',
  'delivery.format': 'Format of the invoice:',
  'delivery.noEmailYet': 'There is no address yet: enter it first, then the format can be changed.',
  'delivery.changeEmail': 'Change the e-mail',
  'delivery.changeFormat': 'Change the format',
  'delivery.emailsTitle': 'Choose the delivery address',
  'delivery.newEmails': 'Enter the e-mail address for the delivery of invoices:',
  'delivery.emailsHint':
    'several addresses are joined by “;” without spaces, at most 200 characters. Entered {length} of {limit}.',
  'delivery.emailsSpaces': 'Remove the spaces: addresses are joined by “;” without spaces.',
  'delivery.emailsLong': '{length} characters were entered, at most {limit} fit.',
  'delivery.emailsMalformed': 'Does not look like an e-mail address: {parts}.',
  'delivery.emailsSeparator': 'Remove the extra “;”: it stands only between addresses.',
  'delivery.emailsRepeated': 'Given more than once: {parts}.',
  'delivery.sameEmails': 'Enter another address: this one is set now.',
  'delivery.pdfAlways': 'PDF (the invoice always comes in this format)',
  'delivery.carrier': 'Additional carrier:',
  'delivery.carrier.none': 'None',
  'delivery.carrier.xlsx': 'Excel',
  'delivery.carrier.xlsx-split': 'Excel split by time',
  'delivery.splitAbout':
    'Call details are split into working time (9:00–18:00), off hours and weekends or holidays.',
  'delivery.sameFormat': 'Choose another format: this one is set now.',
  'delivery.newMethod': 'New way of delivery of invoices: {method}',
  'delivery.methodLabel': 'Way of delivery',
  'delivery.addressLabel': 'Delivery address',
  'delivery.formatLabel': 'Format of the invoice',
  'delivery.done': 'The delivery was changed.',
};
