import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { formatCharge } from '../../../src-shared/domain/money';
import { formatDay, formatDuration } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Translate } from '../../i18n/translate';
import { type FilterField, formatTime } from './filters';

/** What a chip says after its name; null for a field that is only on or off. */
export function filterWords(filter: CdrFilter, field: FilterField, t: Translate): string | null {
  switch (field) {
    case 'party':
      return formatPhone(filter.party ?? '');
    case 'service':
      return filter.services?.map((one) => t(`cdrs.service.${one}`)).join(', ') ?? '';
    case 'zone':
      return filter.zones?.map((one) => t(`cdrs.zone.${one}`)).join(', ') ?? '';
    case 'status':
      return filter.statuses?.map((one) => t(`cdrs.status.${one}`)).join(', ') ?? '';
    case 'cost':
      return range(filter.minGross, filter.maxGross, formatCharge, t);
    case 'duration':
      return range(filter.minDurationS, filter.maxDurationS, formatDuration, t);
    case 'days':
      return range(filter.fromDay, filter.toDay, formatDay, t);
    case 'hours':
      return range(filter.fromMinute, filter.toMinute, formatTime, t);
    case 'workClass':
      return filter.workClasses?.map((one) => t(`cdrs.workClass.${one}`)).join(', ') ?? '';
    case 'late':
      return null;
  }
}

/** «от 0,25», «до 1,00», «0,25 – 1,00». */
function range<Value>(
  from: Value | undefined,
  to: Value | undefined,
  show: (value: Value) => string,
  t: Translate,
): string {
  if (from !== undefined && to !== undefined) {
    return from === to ? show(from) : t('cdrs.filter.range', { from: show(from), to: show(to) });
  }
  if (from !== undefined) return t('cdrs.filter.from', { value: show(from) });
  return to === undefined ? '' : t('cdrs.filter.to', { value: show(to) });
}
