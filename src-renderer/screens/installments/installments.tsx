import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { installmentFigures } from '../../../src-shared/domain/installments';
import { sumMoney } from '../../../src-shared/domain/money';
import type { Installment } from '../../../src-shared/domain/requests';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { InstallmentSchedule } from './installment-schedule';

type InstallmentsProps = { subscriberId?: number };

/** «Информация по рассрочке» of the account or of one subscriber (guide §2.4). */
export function Installments({ subscriberId }: InstallmentsProps) {
  const t = useT();
  const installments = useProcedure('requests.installments', { subscriberId: subscriberId ?? null });
  const items = installments.data?.items;
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = items?.find(({ id }) => id === chosen) ?? items?.[0];
  const columns = useInstallmentColumns();
  const sum = (value: (one: Installment) => number) => sumMoney((items ?? []).map(value));
  return (
    <Page
      title={t('pages.installments')}
      intro={t('account.menu.installments')}
      actions={<AsOf at={installments.data?.asOf} />}
      wide
    >
      {installments.error ? (
        <ErrorState error={installments.error} onRetry={() => void installments.refetch()} />
      ) : (
        <DataTable
          id="installments"
          label={t('pages.installments')}
          columns={columns}
          rows={items ?? null}
          selection="single"
          chosen={({ id }) => id === shown?.id}
          onChoose={(row) => setChosen(row?.id ?? null)}
          totals={{
            label: t('invoices.total'),
            values: {
              price: sum(({ price }) => price),
              leftAmount: sum((one) => installmentFigures(one).leftAmount),
            },
          }}
          maxHeight={280}
          tools={(screen) => (
            <ExportMenu
              disabled={!items?.length}
              document={() => ({ kind: 'installments', subscriberId: subscriberId ?? null, ...screen })}
            />
          )}
          empty={<EmptyState title={t('installments.none')} hint={t('installments.noneHint')} />}
        />
      )}
      {items && items.length > 1 && (
        <Text size="sm" c="dimmed">
          {t('installments.hint')}
        </Text>
      )}
      {shown && <InstallmentSchedule installment={shown} />}
      <PageButtons
        {...(subscriberId === undefined ? {} : { menu: () => navigate('subscriber-menu', { subscriberId }) })}
      />
    </Page>
  );
}

function useInstallmentColumns(): readonly Column<Installment>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        id: 'equipment',
        title: t('installments.equipment'),
        type: 'text',
        value: ({ equipment }) => equipment,
        width: 210,
        growTo: 360,
        hideable: false,
      },
      {
        id: 'contract',
        title: t('installments.contract'),
        type: 'text',
        value: ({ contractNumber }) => contractNumber,
        width: 120,
      },
      { id: 'signedOn', title: t('installments.signedOn'), type: 'day', value: ({ signedOn }) => signedOn },
      { id: 'price', title: t('installments.price'), type: 'sum', value: ({ price }) => price, width: 106 },
      {
        id: 'monthly',
        title: t('installments.monthly'),
        type: 'sum',
        value: ({ monthlyPayment }) => monthlyPayment,
        width: 124,
      },
      {
        id: 'left',
        title: t('installments.left'),
        type: 'integer',
        value: (one) => installmentFigures(one).left,
        width: 96,
      },
      {
        id: 'leftAmount',
        title: t('installments.leftAmount'),
        type: 'sum',
        value: (one) => installmentFigures(one).leftAmount,
        width: 118,
      },
      {
        id: 'lastOn',
        title: t('installments.lastOn'),
        type: 'day',
        value: (one) => installmentFigures(one).lastOn,
        width: 110,
      },
    ],
    [t],
  );
}
