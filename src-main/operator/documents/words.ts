import type { CdrDirection, CdrService, CdrStatus, CdrZone } from '../../../src-shared/domain/cdr';
import type { WorkClass } from '../../../src-shared/domain/work-calendar';

/** Words of the operator's documents. */
export const directionWords: Record<CdrDirection, string> = { out: 'Исходящий', in: 'Входящий' };
export const directionKinds = {
  out: 'Исходящие',
  in: 'Входящие',
  both: 'Исходящие+Входящие',
} as const;
export const serviceWords: Record<CdrService, string> = {
  voice: 'Звонок',
  sms: 'SMS',
  forward: 'Переадресация',
  voicemail: 'Голосовая почта',
  conference: 'Конференц-связь',
};
export const zoneWords: Record<CdrZone, string> = {
  onnet: 'Внутри сети',
  mobile: 'Мобильные сети',
  fixed: 'Стационарная сеть',
  cis: 'Страны СНГ',
  international: 'Другие страны',
  special: 'Короткие номера',
};
export const statusWords: Record<CdrStatus, string> = {
  answered: 'Состоялся',
  missed: 'Без ответа',
  busy: 'Занято',
  failed: 'Не прошёл',
};
/** Guide §2.3.3: «рабочее (9:00-18:00), нерабочее время и выходные\праздничные дни». */
export const workClassWords: Record<WorkClass, string> = {
  working: 'Рабочее время',
  'off-hours': 'Нерабочее время',
  holiday: 'Выходные и праздники',
};
