import { Text } from '@mantine/core';
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
          row(t('plan.monthly'), sumOrNothing(current?.monthlyGross), sumOrNothing(chosen.plan.monthlyGross)),
          row(
            t('plan.average'),
            sumOrNothing(offer && averageCost(offer)),
            sumOrNothing(averageCost(chosen)),
          ),
        ]}
      />
      <Text>{t('plan.effective', { day })}</Text>
      <PageButtons
        menu={menu}
        back={onBack}
        next={{ submit: true, label: t('plan.change'), loading: busy }}
      />
    </WorkForm>
  );
}
