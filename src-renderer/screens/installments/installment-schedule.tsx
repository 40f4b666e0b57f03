import { Progress, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { installmentFigures, type PaymentState, paymentState } from '../../../src-shared/domain/installments';
import { formatSum } from '../../../src-shared/domain/money';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import type { Installment } from '../../../src-shared/domain/requests';
import { ExportMenu } from '../../components/export-menu';
import { Fact, FactList } from '../../components/facts';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { useOperatorNow } from '../../state/sync';

type ScheduleRow = Installment['schedule'][number] & { at: number; state: PaymentState };

const TONE: Record<PaymentState, BadgeTone> = { paid: 'good', overdue: 'bad', due: 'neutral' };

/** One instalment: how far it is, and every payment of it. */
export function InstallmentSchedule({ installment }: { installment: Installment }) {
  const t = useT();
  const today = dayOf(useOperatorNow());
  const { paid, total, paidAmount, leftAmount, next } = installmentFigures(installment);
  const rows = useMemo(
    () =>
      installment.schedule.map(
        (one, index): ScheduleRow => ({ ...one, at: index + 1, state: paymentState(one, today) }),
      ),
    [installment, today],
  );
  const columns = useMemo(
    (): Column<ScheduleRow>[] => [
      { id: 'at', title: t('installments.at'), type: 'integer', value: ({ at }) => at, width: 70 },
      { id: 'dueOn', title: t('installments.dueOn'), type: 'day', value: ({ dueOn }) => dueOn, width: 150 },
      {
        id: 'amount',
        title: t('installments.amount'),
        type: 'sum',
        value: ({ amount }) => amount,
        width: 150,
      },
      {
        id: 'state',
        title: t('installments.state'),
        type: 'badge',
        value: ({ state }) => state,
        words: ({ state }) => t(`installments.state.${state}`),
        tone: ({ state }) => TONE[state],
        width: 170,
      },
    ],
    [t],
  );
  const words = t('installments.paidOf', { paid, total });
  return (
    <section>
      <Title order={2} mb={8}>
        {installment.equipment}
      </Title>
      <FactList>
        <Fact label={t('installments.progress')}>
          {words}
          <Progress
            value={(paid * 100) / total}
            color="gray.6"
            size="md"
            maw={320}
            mt={6}
            aria-label={t('installments.progress')}
          />
        </Fact>
        <Fact label={t('installments.paidAmount')}>{formatSum(paidAmount)}</Fact>
        <Fact label={t('installments.leftAmount')}>{formatSum(leftAmount)}</Fact>
        <Fact label={t('installments.next')}>
          {next && t('installments.nextWords', { day: formatDay(next.dueOn), sum: formatSum(next.amount) })}
        </Fact>
      </FactList>
      <Text fw={600} mt="md" mb={6}>
        {t('installments.schedule')}
      </Text>
      <DataTable
        id="installment-schedule"
        label={t('installments.schedule')}
        columns={columns}
        rows={rows}
        totals={{ label: t('cdrs.total'), values: { amount: paidAmount + leftAmount } }}
        tools={(screen) => (
          <ExportMenu
            document={() => ({ kind: 'installment-schedule', installmentId: installment.id, ...screen })}
          />
        )}
        maxHeight={420}
        empty={null}
      />
    </section>
  );
}
