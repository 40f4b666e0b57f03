import { Button, Checkbox, Group, SimpleGrid, Text, Textarea, Title } from '@mantine/core';
import type { ExportFormat } from '../../../src-shared/bridge/export-formats';
import { formatSum } from '../../../src-shared/domain/money';
import {
  type PaymentField,
  type PaymentOrder,
  PURPOSE_MAX,
  paymentFaults,
  tidyPaymentOrder,
} from '../../../src-shared/domain/payment-order';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { RuleNote } from '../../components/command/notes';
import { DayInput } from '../../components/day-input';
import { Fact, FactList } from '../../components/facts';
import { fieldError, focusFirstWrong } from '../../components/field-error';
import { monthWords } from '../../components/month-words';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useLanguage, useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { startExport } from '../../state/exports';
import { goBack } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { openPreview } from '../../state/preview';
import { queryClient, useCommand } from '../../state/procedures';
import { fieldsOf, type OrderDraft, type OrderFields, orderOf } from './order-fields';
import { type FieldControl, OrderText, PartyFields } from './party-fields';

/** The fields of an order; each format takes the same order away, and keeps what the next one begins with. */
export function PaymentOrderForm({ draft }: { draft: OrderDraft }) {
  const t = useT();
  const touched = useTouched();
  const keep = useCommand('payments.keepOrder');
  const { value, change, clear } = useDraft<OrderFields>(
    `payment-order.${draft.order.month}`,
    fieldsOf(draft.order),
  );
  const order = orderOf(value, draft);
  const faults = paymentFaults(order);
  const wrong = (field: PaymentField) => {
    const fault = faults[field];
    if (!fault || !touched.shown(field)) return null;
    return fieldError(t(fault === 'required' ? 'signIn.required' : `paymentOrder.fault.${fault}`));
  };
  const control: FieldControl = { value, change, leave: touched.leave, wrong };

  /** The order as it goes out; null while something is wrong, which is then shown. */
  const finished = () => {
    touched.all();
    return Object.keys(faults).length > 0 ? null : tidyPaymentOrder(order);
  };
  // The number of an order that nobody has taken away is free for the next one.
  const keepTaken = (taken: PaymentOrder) =>
    keep.mutate(taken, {
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['payments.order'] }),
      onError: tellError,
    });
  const save = (format: ExportFormat): boolean => {
    const tidy = finished();
    if (!tidy) return false;
    void startExport({ kind: 'payment-order', order: tidy }, format).then(
      (begun) => begun && keepTaken(tidy),
    );
    return true;
  };
  const look = (form: HTMLFormElement | null) => {
    const tidy = finished();
    if (tidy) openPreview({ kind: 'payment-order', order: tidy }, () => keepTaken(tidy));
    else focusFirstWrong(form);
  };
  const saveAs = (format: ExportFormat, form: HTMLFormElement | null) => {
    if (!save(format)) focusFirstWrong(form);
  };

  return (
    <WorkForm onSubmit={() => save('pdf')} onEscape={goBack} wide>
      <InvoiceFacts draft={draft} />
      <Group align="start" gap="sm">
        <OrderText control={control} field="number" label={t('paymentOrder.number')} maxLength={20} />
        <DayInput
          label={t('paymentOrder.day')}
          value={value.day}
          clearable={false}
          onChange={(day) => day && change({ day })}
        />
        <OrderText
          control={control}
          field="amount"
          label={t('paymentOrder.amount')}
          description={t(`paymentOrder.amountOf.${draft.amountOf}`, { sum: formatSum(draft.order.amount) })}
          maxLength={20}
        />
      </Group>
      <Checkbox
        label={t('paymentOrder.urgent')}
        checked={value.urgent}
        onChange={(event) => change({ urgent: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <PartyFields control={control} party="payer" order={order} />
        <PartyFields control={control} party="beneficiary" order={order} />
      </SimpleGrid>
      <Textarea
        label={t('paymentOrder.purpose')}
        value={order.purpose}
        maxLength={PURPOSE_MAX}
        autosize
        minRows={2}
        onChange={(event) => change({ purpose: event.currentTarget.value, ownPurpose: true })}
        onBlur={() => touched.leave('purpose')}
        error={wrong('purpose')}
      />
      {value.ownPurpose && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => change({ ownPurpose: false })}>
            {t('paymentOrder.purposeAgain')}
          </Button>
        </div>
      )}
      <section aria-label={t('paymentOrder.codes')}>
        <Title order={2} mb={4}>
          {t('paymentOrder.codes')}
        </Title>
        <Text size="sm" c="dimmed" mb={8}>
          {t('paymentOrder.codesHint')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" maw={640}>
          <OrderText control={control} field="kindCode" label={t('paymentOrder.kindCode')} maxLength={20} />
          <OrderText
            control={control}
            field="purposeCode"
            label={t('paymentOrder.purposeCode')}
            maxLength={20}
          />
          <OrderText control={control} field="queue" label={t('paymentOrder.queue')} maxLength={10} />
        </SimpleGrid>
      </section>
      <Text size="sm" c="dimmed" maw={820}>
        {t('paymentOrder.exchangeHint')}
      </Text>
      <PageButtons back next={{ submit: true, label: t('paymentOrder.save.pdf') }}>
        <Group gap={8}>
          <Button variant="default" onClick={(event) => look(event.currentTarget.form)}>
            {t('preview.openAndPrint')}
          </Button>
          {(['xlsx', 'txt'] as const).map((format) => (
            <Button
              key={format}
              variant="default"
              onClick={(event) => saveAs(format, event.currentTarget.form)}
            >
              {t(`paymentOrder.save.${format}`)}
            </Button>
          ))}
          <Button variant="subtle" color="gray" c="inherit" onClick={clear}>
            {t('paymentOrder.reset')}
          </Button>
        </Group>
      </PageButtons>
    </WorkForm>
  );
}

function InvoiceFacts({ draft: { invoice, newer } }: { draft: OrderDraft }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {invoice.status === 'paid' && (
        <RuleNote title={t('paymentOrder.paid')}>{t('paymentOrder.paidHint')}</RuleNote>
      )}
      {invoice.status !== 'paid' && newer && (
        <RuleNote title={t('paymentOrder.newer', { month: monthWords(newer.month, language) })}>
          {t('paymentOrder.newerHint', { number: newer.number, sum: formatSum(newer.amountDue) })}
        </RuleNote>
      )}
      <FactList>
        <Fact label={t('documents.invoiceFact')}>
          {t('documents.invoiceWords', { number: invoice.number, day: formatDay(dayOf(invoice.issuedAt)) })}
        </Fact>
        <Fact label={t('documents.month')}>{monthWords(invoice.month, language)}</Fact>
        <Fact label={t('invoices.dueOn')}>{formatDay(invoice.dueOn)}</Fact>
      </FactList>
    </>
  );
}
