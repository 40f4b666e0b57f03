import { Title } from '@mantine/core';
import { useMemo } from 'react';
import type { TariffPlan } from '../../../src-shared/domain/account';
import type { PlanChange } from '../../../src-shared/domain/subscriber-changes';
import { ExportMenu } from '../../components/export-menu';
import { EmptyState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';

const TONE: Record<PlanChange['status'], BadgeTone> = {
  pending: 'warning',
  done: 'good',
  cancelled: 'neutral',
};

type PlanHistoryProps = {
  subscriberId: number;
  changes: readonly PlanChange[];
  plans: readonly TariffPlan[];
};

/** Changes of the plan made before; nothing when there were none. */
export function PlanHistory({ subscriberId, changes, plans }: PlanHistoryProps) {
  const t = useT();
  const columns = useMemo((): Column<PlanChange>[] => {
    const title = (id: number) => plans.find((plan) => plan.id === id)?.title ?? '';
    return [
      {
        id: 'requestedAt',
        title: t('plan.requestedAt'),
        type: 'instant',
        value: (one) => one.requestedAt,
        hideable: false,
      },
      {
        id: 'plans',
        title: t('plan.name'),
        type: 'text',
        value: (one) => `${title(one.fromPlanId)} → ${title(one.toPlanId)}`,
        width: 320,
      },
      {
        id: 'effectiveOn',
        title: t('plan.effectiveOn'),
        type: 'day',
        value: (one) => one.effectiveOn,
        width: 130,
      },
      {
        id: 'status',
        title: t('suspension.state'),
        type: 'badge',
        value: (one) => one.status,
        words: (one) => t(`plan.status.${one.status}`),
        tone: (one) => TONE[one.status],
        width: 150,
      },
    ];
  }, [t, plans]);
  if (changes.length === 0) return null;
  return (
    <>
      <Title order={2}>{t('plan.history')}</Title>
      <DataTable
        id="plan-changes"
        label={t('plan.history')}
        columns={columns}
        rows={changes}
        tools={(screen) => (
          <ExportMenu document={() => ({ kind: 'plan-changes', subscriberId, ...screen })} />
        )}
        maxHeight={240}
        empty={<EmptyState title={t('plan.none')} />}
      />
    </>
  );
}
