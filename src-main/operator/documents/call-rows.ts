import type { Cdr } from '../../../src-shared/domain/cdr';
import type { Content } from './model';
import { directionWords, serviceWords, statusWords, zoneWords } from './words';
import type { SheetCell, SheetColumn } from './workbook';

/** Calls as rows of a sheet. */
export const callColumns: readonly SheetColumn[] = [
  { title: 'Номер телефона', width: 15, type: 'text' },
  { title: 'Ф.И.О.', width: 28, type: 'text' },
  { title: 'Дата и время', width: 19, type: 'instant' },
  { title: 'Вид', width: 12, type: 'text' },
  { title: 'Услуга', width: 16, type: 'text' },
  { title: 'Собеседник', width: 17, type: 'text' },
  { title: 'Направление', width: 17, type: 'text' },
  { title: 'Результат', width: 12, type: 'text' },
  { title: 'Длительность', width: 12, type: 'duration' },
  { title: 'Сообщений', width: 11, type: 'integer' },
  { title: 'Из пакета', width: 11, type: 'duration' },
  { title: 'Сумма без НДС', width: 13, type: 'charge' },
  { title: 'Сумма НДС', width: 12, type: 'charge' },
  { title: 'Всего с НДС', width: 13, type: 'charge' },
];

export type Directory = ReadonlyMap<number, { number: string; name: string }>;

export const directory = ({ subscribers }: Pick<Content, 'subscribers'>): Directory =>
  new Map(subscribers.map(({ id, number, name }) => [id, { number, name }]));

export function callRow(call: Cdr, names: Directory): SheetCell[] {
  const { number = '', name = '' } = names.get(call.subscriberId) ?? {};
  const sms = call.service === 'sms';
  return [
    number,
    name,
    call.startedAt,
    directionWords[call.direction],
    serviceWords[call.service],
    call.party,
    zoneWords[call.zone],
    statusWords[call.status],
    sms ? null : call.durationS,
    sms ? call.billedUnits : null,
    call.packageS,
    call.net,
    call.gross - call.net,
    call.gross,
  ];
}

/** What stands below the columns of calls. */
export function totalRow(calls: readonly Cdr[]): SheetCell[] {
  let [durationS, parts, packageS, net, gross] = [0, 0, 0, 0, 0];
  for (const call of calls) {
    durationS += call.durationS;
    if (call.service === 'sms') parts += call.billedUnits;
    packageS += call.packageS;
    net += call.net;
    gross += call.gross;
  }
  const label: SheetCell[] = [`Всего записей: ${calls.length}`, null, null, null, null, null, null, null];
  return [...label, durationS, parts, packageS, net, gross - net, gross];
}
