import type { Subscriber } from '../../../src-shared/domain/account';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { CallCentreSettings } from '../../../src-shared/domain/requests';
import type { Translate } from '../../i18n/translate';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const weekdayKey = (at: number) => `callCentre.day.${WEEKDAYS[at] ?? 1}` as const;

/** Every setting as a label with its words: what is set, and both sides of the confirmation. */
export function settingsWords(
  settings: CallCentreSettings,
  people: ReadonlyMap<number, Subscriber>,
  t: Translate,
): { label: string; words: string }[] {
  const person = (id: number) => {
    const one = people.get(id);
    return one ? `${formatPhone(one.number)}, ${one.name}` : `№ ${id}`;
  };
  const hours = settings.hours.map((day, at) =>
    day
      ? t('callCentre.dayHours', { day: t(weekdayKey(at)), from: day.from, to: day.to })
      : t('callCentre.dayClosed', { day: t(weekdayKey(at)) }),
  );
  return [
    {
      label: t('callCentre.state'),
      words: t(settings.enabled ? 'callCentre.on' : 'callCentre.off'),
    },
    {
      label: t('callCentre.operators'),
      words: settings.operatorIds.map((id, at) => `${at + 1}. ${person(id)}`).join('\n'),
    },
    { label: t('callCentre.distribution'), words: t(`callCentre.distribution.${settings.distribution}`) },
    { label: t('callCentre.hours'), words: hours.join('\n') },
    {
      label: t('callCentre.calendar'),
      words: t(settings.followCalendar ? 'callCentre.yes' : 'callCentre.no'),
    },
    {
      label: t('callCentre.waitLimit'),
      words: t('callCentre.seconds', { seconds: settings.waitLimitS }),
    },
    {
      label: t('callCentre.overflow'),
      words: settings.overflowNumber ? formatPhone(settings.overflowNumber) : t('callCentre.overflowNone'),
    },
    { label: t('callCentre.greeting'), words: settings.greeting },
  ];
}
