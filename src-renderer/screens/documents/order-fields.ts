import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { formatSum, parseAmount } from '../../../src-shared/domain/money';
import {
  type PaymentField,
  type PaymentOrder,
  paymentPurpose,
} from '../../../src-shared/domain/payment-order';

export type OrderDraft = ProcedureOutput<'payments.order'>;

/** The order as it stands in the form: every field a text. */
export type OrderFields = Record<PaymentField, string> & {
  urgent: boolean;
  /** The purpose was written by the person and no longer follows the sum. */
  ownPurpose: boolean;
};

export function fieldsOf({ payer, beneficiary, ...order }: PaymentOrder): OrderFields {
  return {
    number: order.number,
    day: order.day,
    amount: formatSum(order.amount),
    purpose: order.purpose,
    queue: order.queue,
    kindCode: order.kindCode,
    purposeCode: order.purposeCode,
    'payer.name': payer.name,
    'payer.unp': payer.unp,
    'payer.iban': payer.iban,
    'payer.bankName': payer.bankName,
    'payer.bic': payer.bic,
    'beneficiary.name': beneficiary.name,
    'beneficiary.unp': beneficiary.unp,
    'beneficiary.iban': beneficiary.iban,
    'beneficiary.bankName': beneficiary.bankName,
    'beneficiary.bic': beneficiary.bic,
    urgent: order.urgent,
    ownPurpose: false,
  };
}

/** The order that the form makes; a sum that is not one is 0, which is refused. */
export function orderOf(fields: OrderFields, draft: OrderDraft): PaymentOrder {
  const amount = parseAmount(fields.amount) ?? 0;
  const party = (of: 'payer' | 'beneficiary') => ({
    name: fields[`${of}.name`],
    unp: fields[`${of}.unp`],
    iban: fields[`${of}.iban`],
    bankName: fields[`${of}.bankName`],
    bic: fields[`${of}.bic`],
  });
  return {
    month: draft.order.month,
    number: fields.number,
    day: fields.day,
    urgent: fields.urgent,
    amount,
    payer: party('payer'),
    beneficiary: party('beneficiary'),
    purpose: fields.ownPurpose ? fields.purpose : paymentPurpose(draft, amount),
    queue: fields.queue,
    kindCode: fields.kindCode,
    purposeCode: fields.purposeCode,
  };
}
