import { Group, Radio, Text } from '@mantine/core';
import { invoiceFileFormats } from '../../../src-shared/domain/requests';
import type { CommandBody } from '../../../src-shared/operator-api/commands';
import { commandDetails } from '../../components/command/command-words';
import { LocalDocuments } from '../../components/documents/local-documents';
import { type OrderForm, OrderPage } from '../../components/orders/order-page';
import { OrderProgress } from '../../components/orders/order-progress';
import { PageButtons } from '../../components/page-buttons';
import { WorkForm } from '../../components/work-form';
import { useLanguage, useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { goBack } from '../../state/navigation';
import { InvoiceMonth, useOrderableMonth } from './orderable-month';

type Format = CommandBody<'order-invoice-file'>['format'];
type Fields = { month: string | null; format: Format };
const FIRST: Fields = { month: null, format: 'pdf' };

/** «Загрузить счет по ссылке»: ordered, formed, then saved where the person says (guide §2.3.2). */
export function InvoiceFile() {
  const t = useT();
  const language = useLanguage();
  return (
    <OrderPage
      kind="invoice-file"
      intro={t('invoiceFile.intro')}
      done={({ command, order }) => (
        <OrderProgress order={order} what={commandDetails(command, t, language)} />
      )}
      after={<LocalDocuments />}
    >
      {(form) => <Form {...form} />}
    </OrderPage>
  );
}

function Form({ closed, busy, send }: OrderForm<'invoice-file'>) {
  const t = useT();
  const { value, change } = useDraft<Fields>('order-invoice-file', FIRST);
  const choice = useOrderableMonth(value.month);
  const { month } = choice;
  const submit = () => {
    if (month === null || choice.missing) return false;
    send({ month, format: value.format });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={goBack}>
      <InvoiceMonth label={t('invoiceFile.month')} choice={choice} onChange={change} />
      <Radio.Group
        label={t('invoiceFile.format')}
        value={value.format}
        onChange={(format) => change({ format: format as Format })}
      >
        <Group gap="lg" mt={6}>
          {invoiceFileFormats.map((one) => (
            <Radio key={one} value={one} label={t(`invoiceFile.format.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Text c="dimmed">{t('invoiceFile.wait')}</Text>
      <Text>{t('invoiceFile.next')}</Text>
      <PageButtons next={{ submit: true, disabled: closed, loading: busy }} />
    </WorkForm>
  );
}
