import type { tableRu } from '../ru/table';

export const tableEn: Record<keyof typeof tableRu, string> = {
  'table.columns': 'Columns',
  'table.columnsReset': 'As at first',
  'table.moveLeft': 'Column “{title}”: to the left',
  'table.moveRight': 'Column “{title}”: to the right',
  'table.rows': '{count, plural, one {# row} other {# rows}}',
  'table.selected': 'Selected: {count, number}',
  'table.copyWithTitles': 'Copy with titles',
  'table.copyCell': 'Copy the cell',
  'table.showOnly': 'Show only “{value}”',
  'table.hideColumn': 'Hide the column “{title}”',
  'table.copied': '{count, plural, =0 {Copied} one {# row copied} other {# rows copied}}',
  'table.copying': '{count, plural, one {Copying # row…} other {Copying # rows…}}',
  'table.copyTooMany':
    'No more than {limit, plural, one {# row} other {# rows}} can be copied. “Export” takes more.',
  'table.copyFailed': 'Could not copy.',
  'day.clear': 'Clear the date',
  'day.unreadable': 'There is no date “{text}”. Enter it as dd.mm.yyyy.',
  'day.outside': '{day} does not fit: choose a day from {first} to {last}.',
  'day.nextMonth': 'Next month',
  'day.previousMonth': 'Previous month',
  'day.nextYear': 'Next year',
  'day.previousYear': 'Previous year',
  'day.nextDecade': 'Next decade',
  'day.previousDecade': 'Previous decade',
};
