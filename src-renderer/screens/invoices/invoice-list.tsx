import { useMemo } from 'react';
import type { Invoice } from '../../../src-shared/domain/billing';
import { sumMoney } from '../../../src-shared/domain/money';
import { inKopecks } from '../../../src-shared/domain/month-statement';
import { dayOf } from '../../../src-shared/domain/period';
import { useDocumentActions } from '../../components/documents/use-document-actions';
import { invoiceEvidence } from '../../components/evidence/evidence-words';
import { useAppealAction } from '../../components/evidence/use-appeal-action';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { monthTitle } from '../../components/month-words';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useLanguage, useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';

const STATUS_TONE: Record<Invoice['status'], BadgeTone> = { paid: 'good', partly: 'warning', unpaid: 'bad' };
const NEWEST_FIRST = { column: 'month', descending: true };

/** Every invoice that this computer has, months the operator no longer gives included. */
export function InvoiceList() {
  const t = useT();
  const language = useLanguage();
  const invoices = useProcedure('account.invoices', undefined);
  const kept = invoices.data?.items;
  const items = useMemo(() => kept?.map(inKopecks), [kept]);
  const columns = useMemo(
    (): Column<Invoice>[] => [
      {
        id: 'month',
        title: t('invoices.month'),
        type: 'text',
        value: (invoice) => invoice.month,
        words: (invoice) => monthTitle(invoice.month, language),
        sortBy: (invoice) => invoice.month,
        width: 128,
        hideable: false,
      },
      {
        id: 'number',
        title: t('invoices.number'),
        type: 'text',
        value: (invoice) => invoice.number,
        width: 140,
      },
      {
        id: 'issuedAt',
        title: t('invoices.issuedAt'),
        type: 'day',
        value: (invoice) => dayOf(invoice.issuedAt),
      },
      { id: 'gross', title: t('invoices.gross'), type: 'sum', value: (invoice) => invoice.gross, width: 112 },
      {
        id: 'amountDue',
        title: t('invoices.amountDue'),
        type: 'sum',
        value: (invoice) => invoice.amountDue,
        width: 116,
      },
      { id: 'dueOn', title: t('invoices.dueOn'), type: 'day', value: (invoice) => invoice.dueOn },
      {
        id: 'status',
        title: t('invoices.status'),
        type: 'badge',
        value: (invoice) => invoice.status,
        words: (invoice) => t(`invoices.status.${invoice.status}`),
        tone: (invoice) => STATUS_TONE[invoice.status],
        width: 150,
      },
      {
        id: 'openingDebt',
        title: t('invoices.openingDebt'),
        type: 'sum',
        value: (invoice) => invoice.openingDebt,
        width: 108,
      },
      {
        id: 'payments',
        title: t('invoices.payments'),
        type: 'sum',
        value: (invoice) => invoice.payments,
        width: 112,
      },
      { id: 'net', title: t('invoices.net'), type: 'sum', value: (invoice) => invoice.net },
      { id: 'vat', title: t('invoices.vat'), type: 'sum', value: (invoice) => invoice.vat },
    ],
    [t, language],
  );
  const documents = useDocumentActions();
  const toAppeal = useAppealAction<Invoice>(invoiceEvidence);
  const sum = (value: (invoice: Invoice) => number) => sumMoney((items ?? []).map(value));

  return (
    <Page
      title={t('pages.invoice-list')}
      intro={t('invoiceList.intro')}
      actions={<AsOf at={invoices.data?.asOf} />}
      wide
      fill
    >
      {invoices.error ? (
        <ErrorState error={invoices.error} onRetry={() => void invoices.refetch()} />
      ) : (
        <DataTable
          id="invoices"
          label={t('pages.invoice-list')}
          columns={columns}
          rows={items ?? null}
          initialSort={NEWEST_FIRST}
          rowActions={[...documents, toAppeal]}
          onActivate={({ month }) => navigate('month-documents', { month })}
          totals={{
            label: t('invoices.total'),
            values: {
              payments: sum((invoice) => invoice.payments),
              net: sum((invoice) => invoice.net),
              vat: sum((invoice) => invoice.vat),
              gross: sum((invoice) => invoice.gross),
            },
          }}
          tools={(screen) => (
            <ExportMenu disabled={!items?.length} document={() => ({ kind: 'invoices', ...screen })} />
          )}
          empty={<EmptyState title={t('invoices.none')} hint={t('invoices.noneHint')} />}
        />
      )}
      <PageButtons />
    </Page>
  );
}
