import type { CdrFilter, CdrGrouping } from '../../../src-shared/bridge/cabinet';
import type { CdrDirection, CdrService, CdrStatus, CdrZone } from '../../../src-shared/domain/cdr';
import { formatCharge } from '../../../src-shared/domain/money';
import { formatDay, formatDuration } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { WorkClass } from '../../../src-shared/domain/work-calendar';

/** Words of the detalization in documents: Russian whatever the language of the screens. */
export const directionWords: Record<CdrDirection, string> = { out: 'Исходящий', in: 'Входящий' };
export const serviceWords: Record<CdrService, string> = {
  voice: 'Звонок',
  sms: 'SMS',
  forward: 'Переадресация',
  voicemail: 'Голосовая почта',
  conference: 'Конференц-связь',
};
export const zoneWords: Record<CdrZone, string> = {
  onnet: 'Внутри сети',
  mobile: 'Другие сети',
  fixed: 'Городская сеть',
  cis: 'СНГ',
  international: 'Другие страны',
  special: 'Короткие номера',
};
export const statusWords: Record<CdrStatus, string> = {
  answered: 'Состоялся',
  missed: 'Без ответа',
  busy: 'Занято',
  failed: 'Не прошёл',
};
export const kindWords = { out: 'Исходящие', in: 'Входящие', both: 'Исходящие+Входящие' } as const;
export const workClassWords: Record<WorkClass, string> = {
  working: 'рабочее время',
  'off-hours': 'нерабочее время',
  holiday: 'выходные и праздничные дни',
};
/** How the detalization is put together, and what the groups are. */
export const groupingWords: Record<CdrGrouping, { by: string; title: string }> = {
  party: { by: 'по номерам', title: 'Собеседник' },
  zone: { by: 'по направлениям', title: 'Куда' },
  service: { by: 'по типам', title: 'Тип' },
  day: { by: 'по дням', title: 'День' },
  hour: { by: 'по часам', title: 'Час суток' },
  workClass: { by: 'по рабочему времени', title: 'Когда' },
  subscriber: { by: 'по абонентам', title: 'Абонент' },
  month: { by: 'по месяцам', title: 'Месяц' },
};
const timeOfDay = (minute: number): string => formatDuration(minute * 60).slice(0, 5);
export const LATE_WORDS = 'После закрытия месяца';

/** What narrowed the list, in one line; empty when nothing did. */
export function filterWords(filter: CdrFilter): string {
  const list = <Word extends string>(words: Record<Word, string>, chosen: readonly Word[] | undefined) =>
    chosen?.map((word) => words[word]).join(', ');
  const parts: (readonly [string, string | undefined])[] = [
    ['номер', filter.party ? formatPhone(filter.party) : undefined],
    ['тип', list(serviceWords, filter.services)],
    ['куда', list(zoneWords, filter.zones)],
    ['результат', list(statusWords, filter.statuses)],
    ['стоимость', range(filter.minGross, filter.maxGross, formatCharge)],
    ['длительность', range(filter.minDurationS, filter.maxDurationS, formatDuration)],
    ['дни', range(filter.fromDay, filter.toDay, formatDay)],
    ['время', range(filter.fromMinute, filter.toMinute, timeOfDay)],
    ['часы', list(workClassWords, filter.workClasses)],
    ['только', filter.lateOnly ? LATE_WORDS.toLowerCase() : undefined],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('; ');
}

function range<Value>(
  from: Value | undefined,
  to: Value | undefined,
  show: (value: Value) => string,
): string | undefined {
  if (from === undefined) return to === undefined ? undefined : `до ${show(to)}`;
  return to === undefined ? `от ${show(from)}` : `${show(from)} – ${show(to)}`;
}
