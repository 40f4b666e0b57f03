import { Text } from '@mantine/core';
import { Outcome } from '../../components/command/outcome';
import { type OrderForm, OrderPage } from '../../components/orders/order-page';
import { PageButtons } from '../../components/page-buttons';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { goBack } from '../../state/navigation';
import { InvoiceMonth, useOrderableMonth } from './orderable-month';

/** «Заказ счета на E-mail»: a regular invoice of one of two months once more (guide §2.3.1). */
export function InvoiceEmail() {
  const t = useT();
  return (
    <OrderPage
      kind="invoice-email"
      intro={t('invoiceEmail.about')}
      done={({ address }) => (
        <Outcome tone="good" title={t('invoiceEmail.done')}>
          {address && <Text>{t('invoiceEmail.address', { address })}</Text>}
        </Outcome>
      )}
    >
      {(form) => <Form {...form} />}
    </OrderPage>
  );
}

function Form({ closed, busy, address, send }: OrderForm<'invoice-email'>) {
  const t = useT();
  const { value, change } = useDraft<{ month: string | null }>('order-invoice-email', { month: null });
  const choice = useOrderableMonth(value.month);
  const { month } = choice;
  const submit = () => {
    if (month === null || choice.missing) return false;
    send({ month });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={goBack}>
      <InvoiceMonth label={t('invoiceEmail.month')} choice={choice} onChange={change} />
      {address && <Text c="dimmed">{t('invoiceEmail.address', { address })}</Text>}
      <PageButtons next={{ submit: true, disabled: closed, loading: busy }} />
    </WorkForm>
  );
}
