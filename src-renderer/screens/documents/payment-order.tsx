import { CabinetError } from '../../../src-shared/bridge/errors';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { PaymentOrderForm } from './payment-order-form';

/** «Платежное поручение» for the invoice of a month. */
export function PaymentOrderPage({ month }: RouteParams<'payment-order'>) {
  const t = useT();
  const draft = useProcedure('payments.order', { month });
  const missing = draft.error instanceof CabinetError && draft.error.code === 'month-not-invoiced';
  return (
    <Page title={t('pages.payment-order')} intro={t('paymentOrder.intro')}>
      {draft.data ? (
        <PaymentOrderForm draft={draft.data} />
      ) : (
        <>
          {missing && <EmptyState title={t('paymentOrder.noInvoice')} />}
          {draft.error && !missing && <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />}
          {draft.isPending && <TextSkeleton lines={8} />}
          <PageButtons back />
        </>
      )}
    </Page>
  );
}
