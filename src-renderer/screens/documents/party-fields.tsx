import { Stack, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { isOtherBank, type PaymentField, type PaymentOrder } from '../../../src-shared/domain/payment-order';
import { useT } from '../../i18n/use-t';
import type { OrderFields } from './order-fields';

type Party = 'payer' | 'beneficiary';

export type FieldControl = {
  value: OrderFields;
  change: (part: Partial<OrderFields>) => void;
  leave: (field: PaymentField) => void;
  wrong: (field: PaymentField) => ReactNode;
};

/** A text of the order with its mistake under it. */
export function OrderText({
  control: { value, change, leave, wrong },
  field,
  label,
  description,
  maxLength = 250,
}: {
  control: FieldControl;
  field: PaymentField;
  label: string;
  description?: ReactNode;
  maxLength?: number;
}) {
  return (
    <TextInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value[field]}
      maxLength={maxLength}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      onBlur={() => leave(field)}
      error={wrong(field)}
      autoComplete="off"
    />
  );
}

/** Who pays or who is paid: name, УНП, account and bank. */
export function PartyFields({
  control,
  party,
  order,
}: {
  control: FieldControl;
  party: Party;
  order: PaymentOrder;
}) {
  const t = useT();
  return (
    <section aria-label={t(`paymentOrder.${party}`)}>
      <Title order={2} mb={8}>
        {t(`paymentOrder.${party}`)}
      </Title>
      <Stack gap="sm">
        <OrderText control={control} field={`${party}.name`} label={t('paymentOrder.name')} />
        <OrderText control={control} field={`${party}.unp`} label={t('paymentOrder.unp')} maxLength={40} />
        <OrderText control={control} field={`${party}.iban`} label={t('paymentOrder.iban')} maxLength={60} />
        <OrderText
          control={control}
          field={`${party}.bankName`}
          label={t('paymentOrder.bankName')}
          maxLength={200}
        />
        <OrderText
          control={control}
          field={`${party}.bic`}
          label={t('paymentOrder.bic')}
          maxLength={20}
          description={
            isOtherBank(order[party]) && (
              <Text span size="xs" c="var(--cabinet-warning)">
                {t('paymentOrder.otherBank')}
              </Text>
            )
          }
        />
      </Stack>
    </section>
  );
}
