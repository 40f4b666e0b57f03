import type { backupsRu } from '../ru/backups';

export const backupsEn: Record<keyof typeof backupsRu, string> = {
  'backups.title': 'Backup copies',
  'backups.about':
    'A copy of the kept data lies beside it, encrypted by the same key. It is made by itself once a day, after an update of the data.',
  'backups.aboutOff':
    'A copy of the kept data lies beside it, encrypted by the same key. None is made by itself at present.',
  'backups.forVisit':
    'This sign-in ends with the visit: no data stays on this computer, and no copies are made.',
  'backups.keep': 'Copies to keep',
  'backups.keepCount': '{count, plural, one {the last one} other {the last #}}',
  'backups.keepNone': 'Make none',
  'backups.keepNote': 'A new copy replaces the oldest one. A copy takes as much room as the data itself.',
  'backups.list': 'Copies',
  'backups.none': 'There are no copies yet.',
  'backups.size': '{kilobytes, number} KB',
  'backups.make': 'Make a copy now',
  'backups.making': 'A copy is being made. You can go on working.',
  'backups.made': 'The copy is made and checked.',
  'backups.problem': 'The last copy could not be made.',
  'backups.restore': 'Restore',
  'backups.restoreFrom': 'Restore from the copy of {time}',
  'backups.question': 'Restore the data from a copy?',
  'backups.whatHappens':
    'The copy of {time} is read whole first. What is there now becomes a copy itself. Operations of the journal, labels and your calendar stay; what the copy lacks comes with the update of the data.',
  'backups.restored': 'The data is restored from the copy of {time}.',
  'backups.anew': 'Load everything anew',
  'backups.anewQuestion': 'Load all data anew?',
  'backups.anewWhatHappens':
    'The data on this computer becomes a copy that you can go back to, and everything else is loaded from the operator. Pages are empty until that is done. Operations of the journal, labels and your calendar stay.',
  'backups.anewOffline': 'The operator is out of reach at present: loading begins when that changes.',
  'backups.anewStarted': 'The data is loaded anew.',
  'backups.damagedHint': 'A backup copy lets you work with the earlier data at once, without loading it.',
};
