import { formatInstant } from '../../../src-shared/domain/period';
import { formingEnds, isFormingPeriod } from '../../../src-shared/domain/rules';
import { useT } from '../../i18n/use-t';
import { useOperatorNow } from '../../state/sync';
import { RuleNote } from '../command/notes';

/** Whether orders are closed now because invoices are being formed (guide §2.3). */
export const useForming = (): boolean => isFormingPeriod(useOperatorNow());

/** Says from when on orders are open again; nothing while they are open. */
export function FormingNote() {
  const t = useT();
  const now = useOperatorNow();
  if (!isFormingPeriod(now)) return null;
  return (
    <RuleNote title={t('orders.forming')}>
      {t('orders.formingHint', { time: formatInstant(formingEnds(now)).slice(0, -3) })}
    </RuleNote>
  );
}
