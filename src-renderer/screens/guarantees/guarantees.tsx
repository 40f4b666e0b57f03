import { Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Invoice } from '../../../src-shared/domain/billing';
import { addMonths, dayOf, monthOf, startOfMonth } from '../../../src-shared/domain/period';
import type { Guarantee } from '../../../src-shared/domain/requests';
import { OfflineNote, PendingNotice } from '../../components/command/notes';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { monthTitle } from '../../components/month-words';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useLanguage, useT } from '../../i18n/use-t';
import { usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { useOperatorNow } from '../../state/sync';

const TONE: Record<Guarantee['status'], BadgeTone> = {
  pending: 'warning',
  accepted: 'good',
  refused: 'bad',
  kept: 'good',
  broken: 'bad',
};
const NEWEST_FIRST = { column: 'registeredAt', descending: true };

/** «История гарантийных обязательств»: of the current and the previous month; older ones are kept here (guide §2.2.2). */
export function Guarantees() {
  const t = useT();
  const guarantees = useProcedure('requests.guarantees', undefined);
  const invoices = useProcedure('account.invoices', undefined);
  const pending = usePending(['register-payment']);
  const [older, setOlder] = useState(false);
  const columns = useGuaranteeColumns(invoices.data?.items);

  const since = startOfMonth(addMonths(monthOf(useOperatorNow()), -1));
  const items = guarantees.data?.items;
  const recent = useMemo(() => items?.filter(({ registeredAt }) => registeredAt >= since), [items, since]);
  const hidden = (items?.length ?? 0) - (recent?.length ?? 0);
  const shown = older ? items : recent;
  const register = () => navigate('payment-register');

  return (
    <Page
      title={t('pages.guarantees')}
      intro={t('guarantees.intro')}
      actions={<AsOf at={guarantees.data?.asOf} />}
      wide
    >
      <OfflineNote evenSuspended />
      <PendingNotice commands={pending} />
      {guarantees.error ? (
        <ErrorState error={guarantees.error} onRetry={() => void guarantees.refetch()} />
      ) : (
        <DataTable
          id="guarantees"
          label={t('pages.guarantees')}
          columns={columns}
          rows={shown ?? null}
          initialSort={NEWEST_FIRST}
          maxHeight="max(240px, 56vh)"
          tools={(screen) => (
            <ExportMenu
              disabled={!shown?.length}
              document={() => ({
                kind: 'guarantees',
                ...(older ? {} : { fromDay: dayOf(since) }),
                ...screen,
              })}
            />
          )}
          empty={<EmptyState title={t('guarantees.none')} hint={t('guarantees.noneHint')} />}
        />
      )}
      {hidden > 0 && (
        <Switch
          label={t('guarantees.older', { count: hidden })}
          checked={older}
          onChange={(event) => setOlder(event.currentTarget.checked)}
        />
      )}
      <PageButtons>
        <Button onClick={register}>{t('guarantees.register')}</Button>
      </PageButtons>
    </Page>
  );
}

function useGuaranteeColumns(invoices: readonly Invoice[] | undefined): readonly Column<Guarantee>[] {
  const t = useT();
  const language = useLanguage();
  return useMemo(() => {
    const invoiceWords = ({ invoiceId }: Guarantee) => {
      const invoice = invoices?.find(({ id }) => id === invoiceId);
      return invoice ? `${invoice.number}, ${monthTitle(invoice.month, language)}` : '';
    };
    return [
      {
        id: 'registeredAt',
        title: t('guarantees.registeredAt'),
        type: 'instant',
        value: (one) => one.registeredAt,
        hideable: false,
      },
      { id: 'amount', title: t('guarantees.amount'), type: 'sum', value: (one) => one.amount, width: 110 },
      {
        id: 'promisedOn',
        title: t('guarantees.promisedOn'),
        type: 'day',
        value: (one) => one.promisedOn,
        width: 110,
      },
      {
        id: 'invoice',
        title: t('guarantees.invoice'),
        type: 'text',
        value: (one) => one.invoiceId,
        words: invoiceWords,
        width: 220,
      },
      {
        id: 'status',
        title: t('guarantees.status'),
        type: 'badge',
        value: (one) => one.status,
        words: (one) => t(`guarantees.status.${one.status}`),
        tone: (one) => TONE[one.status],
        width: 170,
      },
      {
        id: 'reason',
        title: t('guarantees.reason'),
        type: 'text',
        value: (one) => one.reason,
        width: 210,
        growTo: 520,
      },
      {
        id: 'decidedAt',
        title: t('guarantees.decidedAt'),
        type: 'instant',
        value: (one) => one.decidedAt,
        hiddenAtFirst: true,
      },
    ];
  }, [t, language, invoices]);
}
