import { Text } from '@mantine/core';
import type { Money } from '../../../src-shared/domain/money';
import { averageCost } from '../../../src-shared/domain/plan-costs';
import { Changes } from '../../components/command/changes';
import { PageButtons } from '../../components/page-buttons';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { type Comparison, type Offer, sumOrNothing } from './offers';

type ConfirmPlanProps = {
  comparison: Comparison;
  chosen: Offer;
  /** In words: from when the new plan holds. */
  day: string;
  busy: boolean;
  menu: () => void;
  onBack: () => void;
  onSend: () => void;
};

/** The current plan and the chosen one side by side. */
export function ConfirmPlan({ comparison, chosen, day, busy, menu, onBack, onSend }: ConfirmPlanProps) {
  const t = useT();
  const { current, plans } = comparison;
  const offer = plans.find(({ plan }) => plan.id === current?.id);
  const sum = (amount: Money | null | undefined) => sumOrNothing(amount, t);
  const row = (label: string, before: string, after: string) => ({
    label,
    before,
    after,
    changed: before !== after,
  });
  return (
    <WorkForm wide onEscape={onBack} onSubmit={onSend}>
      <Changes
        label={t('plan.confirm')}
        rows={[
          row(t('plan.name'), current?.title ?? '—', chosen.plan.title),
          row(t('plan.monthly'), sum(current?.monthlyGross), sum(chosen.plan.monthlyGross)),
          row(t('plan.average'), sum(offer && averageCost(offer)), sum(averageCost(chosen))),
        ]}
      />
      {chosen.plan.description && <Text>{chosen.plan.description}</Text>}
      <Text>{t('plan.effective', { day })}</Text>
      <PageButtons
        menu={menu}
        back={onBack}
        next={{ submit: true, label: t('plan.change'), loading: busy }}
      />
    </WorkForm>
  );
}
