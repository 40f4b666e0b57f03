import { Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDay } from '../../../src-shared/domain/period';
import { averageCost, differenceTo } from '../../../src-shared/domain/plan-costs';
import { planChangeDay } from '../../../src-shared/domain/rules';
import { ExportMenu } from '../../components/export-menu';
import { monthTitle } from '../../components/month-words';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { useLanguage, useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { useOperatorNow } from '../../state/sync';
import { ConfirmPlan } from './confirm-plan';
import type { Comparison, Offer } from './offers';

type ChoosePlanProps = {
  subscriberId: number;
  /** Name of the draft that the choice is kept in. */
  form: string;
  /** Null while it is being worked out. */
  comparison: Comparison | null;
  busy: boolean;
  menu: () => void;
  onSend: (planId: number) => void;
};

/** The offered plans with what the last months would have cost on each, then the chosen one beside the current. */
export function ChoosePlan({ subscriberId, form, comparison, busy, menu, onSend }: ChoosePlanProps) {
  const t = useT();
  const { value, change } = useDraft<{ planId: number | null }>(form, { planId: null });
  const [confirming, setConfirming] = useState(false);
  const [missing, setMissing] = useState(false);
  const day = formatDay(planChangeDay(useOperatorNow()));
  const currentId = comparison?.current?.id;
  const offers = comparison?.plans ?? null;
  const columns = useOfferColumns(comparison);
  const chosen = offers?.find(({ plan }) => plan.id === value.planId) ?? null;
  const another = chosen !== null && chosen.plan.id !== currentId;
  if (confirming && comparison && another) {
    return (
      <ConfirmPlan
        comparison={comparison}
        chosen={chosen}
        day={day}
        busy={busy}
        menu={menu}
        onBack={() => setConfirming(false)}
        onSend={() => onSend(chosen.plan.id)}
      />
    );
  }
  return (
    <>
      <Title order={2}>{t('plan.offered')}</Title>
      <DataTable
        id="plans"
        label={t('plan.offered')}
        columns={columns}
        rows={offers}
        selection="single"
        chosen={({ plan }) => plan.id === chosen?.plan.id}
        onChoose={(offer) => change({ planId: offer?.plan.id ?? null })}
        onActivate={({ plan }) => {
          change({ planId: plan.id });
          setConfirming(plan.id !== currentId);
        }}
        tools={(screen) => (
          <ExportMenu
            document={() => ({ kind: 'plan-offers', subscriberId, ...screen })}
            disabled={!offers?.length}
          />
        )}
        maxHeight={320}
        empty={<EmptyState title={t('plan.none')} />}
      />
      <Text c="dimmed" size="sm">
        {t('plan.compareHint')} {t('plan.effective', { day })}
      </Text>
      {missing && !another && <Text role="alert">{t('plan.choose')}</Text>}
      <PageButtons
        menu={menu}
        next={{
          label: t('plan.change'),
          onClick: () => {
            setMissing(!another);
            setConfirming(another);
          },
        }}
      />
    </>
  );
}

function useOfferColumns(comparison: Comparison | null): readonly Column<Offer>[] {
  const t = useT();
  const language = useLanguage();
  return useMemo(() => {
    return [
      {
        id: 'title',
        title: t('plan.name'),
        type: 'text',
        value: ({ plan }) => plan.title,
        width: 210,
        hideable: false,
      },
      {
        id: 'monthlyGross',
        title: t('plan.monthly'),
        type: 'sum',
        value: ({ plan }) => plan.monthlyGross,
        width: 130,
      },
      ...(comparison?.months ?? []).map(
        (month, at): Column<Offer> => ({
          id: `month-${at}`,
          title: t('plan.cost', { month: monthTitle(month, language) }),
          type: 'sum',
          value: ({ costs }) => costs[at]?.total ?? null,
          width: 130,
        }),
      ),
      { id: 'average', title: t('plan.average'), type: 'sum', value: averageCost, width: 130 },
      {
        id: 'difference',
        title: t('plan.difference'),
        type: 'sum',
        value: differenceTo(comparison?.plans ?? [], comparison?.current?.id),
        width: 130,
      },
      {
        id: 'description',
        title: t('plan.description'),
        type: 'text',
        value: ({ plan }) => plan.description,
        width: 360,
        growTo: 800,
      },
    ];
  }, [t, language, comparison]);
}
