import type { z } from 'zod';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Account } from '../../../src-shared/domain/account';
import type { Invoice } from '../../../src-shared/domain/billing';
import {
  type PaymentOrder,
  type PaymentParty,
  paymentFaults,
  paymentOrderSchema,
  paymentPurpose,
  tidyPaymentOrder,
} from '../../../src-shared/domain/payment-order';
import { dayOf, type Instant, type YearMonth } from '../../../src-shared/domain/period';
import type { ReadableCache, WritableCache } from '../../store/cache';
import { listOwn, writeOwn } from '../../store/own';
import { listInvoices, readAccount } from '../../store/read/account';
import { readMonthFacts } from './month-facts';

/** What the next order begins with. A party that the account tells is null: it follows the account. */
const keptSchema = paymentOrderSchema
  .pick({
    month: true,
    number: true,
    day: true,
    urgent: true,
    queue: true,
    kindCode: true,
    purposeCode: true,
  })
  .extend({
    payer: paymentOrderSchema.shape.payer.nullable(),
    beneficiary: paymentOrderSchema.shape.beneficiary.nullable(),
  });
type Kept = z.output<typeof keptSchema>;
const KEY = 'last';

/** What the order of a month has for good, under the month. */
const takenSchema = keptSchema.pick({ number: true, day: true });

const NOBODY: PaymentParty = { name: '', unp: '', iban: '', bankName: '', bic: '' };

const partiesOf = ({ organisation, unp, iban, bankName, bic, operator }: Account) => ({
  payer: { name: organisation, unp, iban, bankName, bic },
  beneficiary: operator
    ? {
        name: operator.name,
        unp: operator.unp,
        iban: operator.iban,
        bankName: operator.bankName,
        bic: operator.bic,
      }
    : NOBODY,
});

export type OrderDraft = {
  order: PaymentOrder;
  invoice: Invoice;
  account: Account;
  vatRate: number | null;
  amountOf: 'account' | 'invoice';
  newer: Invoice | null;
};

/**
 * An order to pay the invoice of a month, filled in from the account, the invoice and the order before.
 * @throws CabinetError month-not-invoiced
 */
export function draftPaymentOrder(cache: ReadableCache, month: YearMonth, now: Instant): OrderDraft {
  const { invoice, statement } = readMonthFacts(cache, month, now);
  const account = readAccount(cache);
  if (!invoice || !account) throw new CabinetError('month-not-invoiced', { month });
  const kept = readKept(cache);
  const taken = readTaken(cache, month);
  const parties = partiesOf(account);
  const paid = statement.rates.filter(({ gross }) => gross !== 0);
  const vatRate = (paid.length === 1 && paid[0]?.vatRate) || null;
  const newest = listInvoices(cache)[0];
  const newer = newest && newest.id !== invoice.id ? newest : null;
  const amountOf = newer === null && account.amountDue > 0 ? 'account' : 'invoice';
  const { amountDue: amount } = amountOf === 'account' ? account : invoice;
  return {
    order: {
      month,
      number: taken?.number ?? String(Number(kept?.number ?? 0) + 1),
      day: taken?.day ?? dayOf(now),
      urgent: kept?.urgent ?? false,
      amount,
      payer: kept?.payer ?? parties.payer,
      beneficiary: kept?.beneficiary ?? parties.beneficiary,
      purpose: paymentPurpose({ invoice, account, vatRate }, amount),
      queue: kept?.queue ?? '',
      kindCode: kept?.kindCode ?? '',
      purposeCode: kept?.purposeCode ?? '',
    },
    invoice,
    account,
    vatRate,
    amountOf,
    newer,
  };
}

const find = (cache: ReadableCache, wanted: string): unknown =>
  listOwn(cache, 'payment-order').find(({ key }) => key === wanted)?.value;

/** What another version of the program kept is passed over. */
const readKept = (cache: ReadableCache): Kept | null => keptSchema.safeParse(find(cache, KEY)).data ?? null;

/** Number and day of the order of a month that was made already; earlier versions kept those of the last one only. */
function readTaken(cache: ReadableCache, month: YearMonth): z.output<typeof takenSchema> | null {
  const last = readKept(cache);
  return takenSchema.safeParse(find(cache, month)).data ?? (last?.month === month ? last : null);
}

/** The order as it goes to the bank. @throws CabinetError bad-input {field} */
export function checkedPaymentOrder(typed: PaymentOrder): PaymentOrder {
  const [field] = Object.keys(paymentFaults(typed));
  if (field !== undefined) throw new CabinetError('bad-input', { field });
  return tidyPaymentOrder(typed);
}

/** Keeps what the next order begins with. @throws CabinetError bad-input {field} */
export function keepPaymentOrder(cache: WritableCache, typed: PaymentOrder): void {
  const { amount: _, purpose: __, ...order } = checkedPaymentOrder(typed);
  const account = readAccount(cache);
  const told = account && partiesOf(account);
  const own = (party: PaymentParty, known: PaymentParty | undefined) =>
    JSON.stringify(party) === JSON.stringify(known) ? null : party;
  const { month, number, day } = order;
  // Made once more, it is not the last one: the next would have a number that another month's order has.
  const last = readTaken(cache, month)?.number === number ? readKept(cache) : null;
  const kept: Kept = {
    ...order,
    ...(last ? { month: last.month, number: last.number, day: last.day } : {}),
    payer: own(order.payer, told?.payer),
    beneficiary: own(order.beneficiary, told?.beneficiary),
  };
  writeOwn(cache, 'payment-order', KEY, kept);
  writeOwn(cache, 'payment-order', month, { number, day });
}
