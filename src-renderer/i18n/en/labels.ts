import type { labelsRu } from '../ru/labels';

export const labelsEn: Record<keyof typeof labelsRu, string> = {
  'labels.title': 'My labels',
  'labels.field': 'My labels:',
  'labels.hint': 'Type a label and press Enter. Labels are seen on this computer only.',
  'labels.edit': 'Change the labels',
  'labels.filter': 'Only with the label',
  'labels.any': 'Any subscribers',
  'labels.done': 'Done',
  'labels.nobody': 'No such subscribers with the label “{label}”.',
  'quick.label': 'Number, name or tariff plan',
  'quick.found': 'Subscribers found',
  'quick.nobody': 'No subscribers found.',
  'quick.all': 'The whole list of subscribers',
  'forecast.usedUp': 'The package is used up: calls to other networks are paid by the tariff plan.',
  'forecast.ends': 'At the present pace the minutes last until {day}.',
  'forecast.lasts':
    'At the present pace {left, plural, one {# minute} other {# minutes}} will be left at the end of the month.',
};
