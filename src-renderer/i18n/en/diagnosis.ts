import type { diagnosisRu } from '../ru/diagnosis';

export const diagnosisEn: Record<keyof typeof diagnosisRu, string> = {
  'pages.diagnosis': 'Diagnosis',
  'diagnosis.intro': 'What runs on this computer, and whether the kept data is sound.',
  'diagnosis.cache': 'Kept data',
  'diagnosis.file': 'File',
  'diagnosis.fileSize': '{file}, write log {log}',
  'diagnosis.encryption': 'Encryption',
  'diagnosis.encrypted': 'Encrypted as a whole ({cipher})',
  'diagnosis.schema': 'Version of the schema',
  'diagnosis.contents': 'Contents',
  'diagnosis.counts': 'subscribers: {subscribers, number}, call records: {records, number}',
  'diagnosis.openCommands': 'Commands without an answer',
  'diagnosis.lastSync': 'Data as of',
  'diagnosis.check': 'Check the integrity',
  'diagnosis.checking': 'The data is being checked. You can go on working.',
  'diagnosis.sound': 'The check is done: nothing is damaged.',
  'diagnosis.damaged':
    'The data is damaged. The damaged file is set aside and everything is loaded anew; commands and labels are kept.',
  'diagnosis.support': 'Facts for support',
  'diagnosis.supportHint':
    'The file holds exactly what is shown below. Nothing of the account is in it: no numbers, names, sums or passwords.',
  'diagnosis.text': 'Text of the file for support',
  'diagnosis.save': 'Save the file',
  'diagnosis.copy': 'Copy',
  'diagnosis.copyFacts': 'Copy the facts for support',
  'diagnosis.saved': 'The file is saved.',
  'diagnosis.copied': 'The facts are copied.',
  'diagnosis.refresh': 'Refresh the facts',
  'diagnosis.open': 'Open the diagnosis',
  'diagnosis.about': 'Versions, soundness of the data, a file for support.',
  'diagnosis.bytes': '{kilobytes, number} KB',
};
