import { z } from 'zod';
import { type Account, daySchema, moneySchema, monthSchema } from './account';
import type { Invoice } from './billing';
import { isBelarusianBic, isBelarusianIban, isSameBank, normalizeIban } from './iban';
import { formatSum, type Money, roundToKopecks, splitVat, UNITS_PER_KOPECK } from './money';
import { dayOf, formatDay } from './period';
import { isUnp, normalizeUnp } from './unp';
import { monthWords } from './words';

/** «Платежное поручение»: what a bank is told to pay. Typed by a person, so every text may be wrong. */

const partySchema = z.strictObject({
  name: z.string().max(250),
  unp: z.string().max(40),
  iban: z.string().max(60),
  bankName: z.string().max(200),
  bic: z.string().max(20),
});
export type PaymentParty = z.infer<typeof partySchema>;

export const PURPOSE_MAX = 420;
/** 999 999 999,99 */
const AMOUNT_MAX: Money = 9_999_999_999_900;

export const paymentOrderSchema = z.strictObject({
  /** Month of the invoice that is paid. */
  month: monthSchema,
  number: z.string().max(20),
  day: daySchema,
  urgent: z.boolean(),
  amount: moneySchema,
  payer: partySchema,
  beneficiary: partySchema,
  purpose: z.string().max(PURPOSE_MAX),
  /** «Очередь»; empty: left blank. */
  queue: z.string().max(10),
  /** Codes of the payment's kind and purpose by the national bank's lists, which change: the person's to fill. */
  kindCode: z.string().max(20),
  purposeCode: z.string().max(20),
});
export type PaymentOrder = z.infer<typeof paymentOrderSchema>;

const parties = ['payer', 'beneficiary'] as const;
const partyFields = ['name', 'unp', 'iban', 'bankName', 'bic'] as const;
type Party = (typeof parties)[number];

export type PaymentField =
  | Exclude<keyof PaymentOrder, Party | 'month' | 'urgent'>
  | `${Party}.${(typeof partyFields)[number]}`;
export type PaymentFault = 'required' | 'number' | 'amount' | 'unp' | 'iban' | 'bic' | 'queue' | 'code';

const checks: Record<(typeof partyFields)[number], [PaymentFault, (text: string) => boolean]> = {
  name: ['required', () => true],
  unp: ['unp', isUnp],
  iban: ['iban', isBelarusianIban],
  bankName: ['required', () => true],
  bic: ['bic', isBelarusianBic],
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const tidyParty = ({ name, unp, iban, bankName, bic }: PaymentParty): PaymentParty => ({
  name: oneLine(name),
  unp: normalizeUnp(unp),
  iban: normalizeIban(iban),
  bankName: oneLine(bankName),
  bic: normalizeIban(bic),
});

/** The order as it goes to the bank: numbers without spaces, in capitals; texts on one line. */
export const tidyPaymentOrder = (order: PaymentOrder): PaymentOrder => ({
  ...order,
  number: order.number.trim(),
  payer: tidyParty(order.payer),
  beneficiary: tidyParty(order.beneficiary),
  purpose: oneLine(order.purpose),
  queue: order.queue.trim(),
  kindCode: normalizeIban(order.kindCode),
  purposeCode: normalizeIban(order.purposeCode),
});

/** What is wrong with an order, field by field, in the order of the form. */
export function paymentFaults(typed: PaymentOrder): Partial<Record<PaymentField, PaymentFault>> {
  const order = tidyPaymentOrder(typed);
  const faults: Partial<Record<PaymentField, PaymentFault>> = {};
  const check = (field: PaymentField, text: string, fault: PaymentFault, fits: boolean) => {
    if (text === '') faults[field] = 'required';
    else if (!fits) faults[field] = fault;
  };
  check('number', order.number, 'number', /^\d{1,9}$/.test(order.number));
  const { amount } = order;
  if (amount <= 0 || amount > AMOUNT_MAX || amount % UNITS_PER_KOPECK !== 0) faults.amount = 'amount';
  for (const party of parties) {
    for (const field of partyFields) {
      const [fault, fits] = checks[field];
      check(`${party}.${field}`, order[party][field], fault, fits(order[party][field]));
    }
  }
  check('purpose', order.purpose, 'required', true);
  if (!/^\d{0,2}$/.test(order.queue)) faults.queue = 'queue';
  for (const field of ['kindCode', 'purposeCode'] as const) {
    if (!/^[A-Z0-9]{0,8}$/.test(order[field])) faults[field] = 'code';
  }
  return faults;
}

/** The IBAN and the BIC are both right and name different banks: worth a warning, not a refusal. */
export function isOtherBank(party: PaymentParty): boolean {
  const { iban, bic } = tidyParty(party);
  return isBelarusianIban(iban) && isBelarusianBic(bic) && !isSameBank(iban, bic);
}

/** What the words of the purpose are made of. */
export type PurposeFacts = {
  invoice: Pick<Invoice, 'month' | 'number' | 'issuedAt'>;
  account: Pick<Account, 'number' | 'contract'>;
  /** The one VAT rate of the invoice; null: it has several. */
  vatRate: number | null;
};

/** «Оплата за услуги электросвязи за апрель 2021 по счету № … от …, л/с …, в т.ч. НДС 25 % …» */
export function paymentPurpose({ invoice, account, vatRate }: PurposeFacts, amount: Money): string {
  const { number, contract } = account;
  const vat =
    vatRate === null
      ? 'в т.ч. НДС'
      : `в т.ч. НДС ${vatRate} % ${plainSum(roundToKopecks(splitVat(amount, vatRate).vat))} руб.`;
  return `Оплата за услуги электросвязи за ${monthWords(invoice.month)} по счету № ${invoice.number} от ${formatDay(dayOf(invoice.issuedAt))}, л/с ${number}, договор № ${contract.number} от ${formatDay(contract.signedOn)}, ${vat}`;
}

/** «1016,92»: payment documents have no spaces inside of sums. */
const plainSum = (amount: Money): string => formatSum(amount).replaceAll('\u202f', '');
