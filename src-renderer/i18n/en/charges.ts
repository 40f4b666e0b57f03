import type { chargesRu } from '../ru/charges';

export const chargesEn: Record<keyof typeof chargesRu, string> = {
  'explain.monthly': 'Subscription for a month, with VAT',
  'explain.days': 'Days charged',
  'explain.daysOf': '{days} of {total}',
  'explain.computed': 'Worked out, with VAT',
  'explain.byDays': 'The subscription is charged for every day the service is used.',
  'explain.whole': 'A package is charged for the whole month, it is not divided by days.',
  'explain.once': 'Charged once: it does not depend on days or calls.',
  'explain.correction':
    'A correction: calls of earlier months that the operator entered or changed after the month was closed.',
  'explain.usage': 'The line sums up calls or SMS of this kind.',
  'explain.records': 'Records',
  'explain.recordsGross': 'Their sum, with VAT',
  'explain.differs': 'The operator’s line differs from what was worked out by {sum} rubles.',
  'explain.callsDiffer': 'The sum of the records differs from the line by {sum} rubles.',
  'explain.lateDiffers':
    'The sum of the records differs from the line by {sum} rubles: records that came or changed after the month was closed are not in its charges.',
  'explain.split': 'The operator’s prices include VAT: the sum without it is their quotient by {divisor}.',
  'explain.hint': 'A double click or Enter shows what the line is made of.',

  'compare.switch': 'Compare with the month before',
  'compare.previous': 'Month before',
  'compare.change': 'Change',
  'compare.none': 'No charges for {month} on this computer: there is nothing to compare with.',
  'compare.openMonth': 'The current month is not over: its traffic is not complete.',
};
