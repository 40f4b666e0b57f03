import { Button, Text } from '@mantine/core';
import type { TariffPlan } from '../../../src-shared/domain/account';
import { formatDay } from '../../../src-shared/domain/period';
import type { PlanChange } from '../../../src-shared/domain/subscriber-changes';
import { RuleNote } from '../../components/command/notes';
import { useT } from '../../i18n/use-t';
import { planTitle } from './offers';

type PlannedChangeProps = {
  change: PlanChange;
  plans: readonly TariffPlan[];
  busy: boolean;
  onCancel: () => void;
};

/** The change that waits for its day, with the way to call it off. */
export function PlannedChange({ change, plans, busy, onCancel }: PlannedChangeProps) {
  const t = useT();
  return (
    <RuleNote title={t('plan.pending')}>
      <Text>
        {t('plan.pendingText', {
          from: planTitle(plans, change.fromPlanId),
          to: planTitle(plans, change.toPlanId),
          day: formatDay(change.effectiveOn),
        })}
      </Text>
      <Button variant="default" mt={8} loading={busy} onClick={onCancel}>
        {t('plan.cancel')}
      </Button>
    </RuleNote>
  );
}
