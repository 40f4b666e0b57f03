import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { formatInstant, type Instant } from '../../../src-shared/domain/period';
import { RuleNote } from '../../components/command/notes';
import { rublesInWords } from '../../components/figures';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import { useOperatorNow } from '../../state/sync';

export type Telephony = ProcedureOutput<'telephony.get'>;

/** «SIP-многоканальность 20 (стоимость в месяц, с НДС - 149 руб. 14 коп.)» */
export function packageWords({ current }: Telephony, t: Translate): string {
  if (!current) return t('channels.noPackage');
  const name = t('channels.package', { count: current.channels });
  return `${name} ${t('channels.price', { sum: rublesInWords(current.monthlyGross, t) })}`;
}

/** Whether another package has to be waited for now. */
export const isClosed = ({ closedUntil }: Telephony, now: Instant): boolean =>
  closedUntil !== null && closedUntil > now;

/** The 7-day rule with its date and how long it is still to wait. */
export function SevenDays({ telephony: { current, closedUntil } }: { telephony: Telephony }) {
  const t = useT();
  const now = useOperatorNow();
  if (closedUntil === null || closedUntil <= now) return null;
  return (
    <RuleNote title={t('channels.wait')}>
      {t('channels.waitUntil', {
        changed: current ? formatInstant(current.changedAt) : '—',
        time: formatInstant(closedUntil),
        left: leftWords(closedUntil - now, t),
      })}
    </RuleNote>
  );
}

/** «6 дней 3 часа», «2 часа 15 минут». */
function leftWords(ms: number, t: Translate): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts =
    days > 0
      ? [t('channels.days', { count: days }), ...(hours > 0 ? [t('channels.hours', { count: hours })] : [])]
      : [
          ...(hours > 0 ? [t('channels.hours', { count: hours })] : []),
          ...(minutes % 60 > 0 ? [t('channels.minutes', { count: minutes % 60 })] : []),
        ];
  return parts.join(' ');
}
