import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Payment } from '../../../src-shared/domain/billing';
import { sumMoney } from '../../../src-shared/domain/money';
import { addDays, addMonths, dayOf } from '../../../src-shared/domain/period';
import { firstPaymentDay } from '../../../src-shared/domain/rules';
import { DayInput } from '../../components/day-input';
import { paymentEvidence } from '../../components/evidence/evidence-words';
import { useAppealAction } from '../../components/evidence/use-appeal-action';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { replaceRoute } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import { monthTotals } from './month-totals';
import { MonthTotals } from './month-totals-table';
import { paymentsBetween } from './payments-between';

const NEWEST_FIRST = { column: 'receivedAt', descending: true };

/** «Информация по платежам»: payments of a period with their total (guide §2.2.1). */
export function PaymentList({ fromDay, toDay }: RouteParams<'payment-list'>) {
  const t = useT();
  const payments = useProcedure('account.payments', undefined);
  const now = useOperatorNow();
  const today = dayOf(now);
  const yearAgo = firstPaymentDay(now);
  const from = fromDay === undefined ? yearAgo : fromDay;
  const to = toDay === undefined ? today : toDay;
  const show = (part: RouteParams<'payment-list'>) =>
    replaceRoute('payment-list', { fromDay, toDay, ...part });
  const crossed = from !== null && to !== null && to < from;

  const items = payments.data?.items;
  const oldest = items?.length ? dayOf(Math.min(...items.map((payment) => payment.receivedAt))) : yearAgo;
  // The operator gives 12 months; what this computer still has beyond them can be chosen too.
  const first = oldest < yearAgo ? oldest : yearAgo;
  const shown = useMemo(() => items && paymentsBetween(items, from, to), [items, from, to]);
  const columns = useMemo(
    (): Column<Payment>[] => [
      {
        id: 'receivedAt',
        title: t('payments.receivedAt'),
        type: 'instant',
        value: (payment) => payment.receivedAt,
        hideable: false,
      },
      {
        id: 'amount',
        title: t('payments.amount'),
        type: 'sum',
        value: (payment) => payment.amount,
        width: 120,
      },
      {
        id: 'document',
        title: t('payments.document'),
        type: 'text',
        value: (payment) => payment.document,
        width: 200,
      },
      {
        id: 'purpose',
        title: t('payments.purpose'),
        type: 'text',
        value: (payment) => payment.purpose,
        width: 240,
        growTo: 960,
      },
    ],
    [t],
  );
  const toAppeal = useAppealAction<Payment>(paymentEvidence);
  const total = shown && sumMoney(shown.map((payment) => payment.amount));

  return (
    <Page
      title={t('payments.title')}
      intro={t('payments.intro')}
      actions={<AsOf at={payments.data?.asOf} />}
      wide
    >
      <Group align="start" gap="sm">
        <DayInput
          label={t('payments.from')}
          value={from}
          min={first}
          max={today}
          onChange={(day) => show({ fromDay: day })}
        />
        <DayInput
          label={t('payments.to')}
          value={to}
          min={first}
          max={today}
          onChange={(day) => show({ toDay: day })}
          error={crossed ? t('payments.orderBad') : null}
        />
      </Group>
      {first < yearAgo && (
        <Text size="sm" c="dimmed">
          {t('payments.kept')}
        </Text>
      )}
      {payments.error ? (
        <ErrorState error={payments.error} onRetry={() => void payments.refetch()} />
      ) : (
        <DataTable
          id="payments"
          of={`${from} ${to}`}
          label={t('payments.title')}
          columns={columns}
          rows={shown ?? null}
          initialSort={NEWEST_FIRST}
          maxHeight="max(260px, 52vh)"
          rowActions={[toAppeal]}
          totals={total === undefined ? undefined : { label: t('payments.total'), values: { amount: total } }}
          sums={
            total === undefined
              ? []
              : [{ id: 'amount', label: t('payments.total'), value: total, type: 'sum' as const }]
          }
          tools={(screen) => (
            <ExportMenu
              disabled={!shown?.length}
              document={() => ({
                kind: 'payments',
                ...(from ? { fromDay: from } : {}),
                ...(to ? { toDay: to } : {}),
                ...screen,
              })}
            />
          )}
          empty={<EmptyState title={t('payments.none')} hint={t('payments.noneHint')} />}
        />
      )}
      {shown && shown.length > 0 && (
        <MonthTotals
          totals={monthTotals(shown)}
          onChoose={(month) =>
            show({ fromDay: `${month}-01`, toDay: addDays(`${addMonths(month, 1)}-01`, -1) })
          }
        />
      )}
      <PageButtons />
    </Page>
  );
}
