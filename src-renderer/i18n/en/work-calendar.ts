export const workCalendarEn = {
  'pages.work-calendar': 'Working calendar',
  'workCalendar.intro':
    'By this calendar the detalization and the invoice split by time part calls into working time, off hours and days off. Click a day to make it working or off. The operator does not know of your changes: its documents and the hours of the call centre follow its own calendar.',
  'workCalendar.about':
    'Working days and days off, transfers included. Change them where your organisation’s differ.',
  'workCalendar.open': 'Open the calendar',
  'workCalendar.year': 'Year',
  'workCalendar.kind.working': 'working day',
  'workCalendar.kind.off': 'day off or holiday',
  'workCalendar.changed': '{day}, changed by you',
  'workCalendar.legend': 'Legend',
  'workCalendar.legend.changed': 'changed by you; a day struck out became a day off',
  'workCalendar.changes': 'Changed days',
  'workCalendar.noChanges': 'All days of {year} are as in the production calendar.',
  'workCalendar.reset': 'Take back',
  'workCalendar.resetDay': 'Take back: {day}',
  'workCalendar.resetYear': 'Take all of {year} back',
  'workCalendar.resetDone': 'The calendar of {year} is the production calendar again.',
  'workCalendar.noTransfers': 'The program has no transfers of working days for {year}.',
  'workCalendar.noTransfersHint':
    'Holidays are marked. When the transfers are decreed, mark the moved days yourself.',
};
