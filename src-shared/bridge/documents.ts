import { z } from 'zod';
import { accountSchema, instantSchema, monthSchema } from '../domain/account';
import { invoiceSchema } from '../domain/billing';
import { monthStates } from '../domain/month-statement';
import { paymentOrderSchema } from '../domain/payment-order';
import { chargeTotalsSchema, monthChoiceSchema } from './cabinet';
import { coreProcedure } from './procedure';

/** Services on the screen; a document prints all of them. */
export const MAX_SERVICES = 500;

const serviceSumSchema = z.strictObject({
  title: z.string(),
  vatRate: z.int(),
  lines: z.int(),
  durationS: z.int().nullable(),
  count: z.int().nullable(),
  ...chargeTotalsSchema.shape,
});

/** The documents of a month that are made here, from the cache (guide §2.3.2). */
export const documentProcedures = {
  /** Every month that the cache has something of, and those that the operator still shows. */
  'documents.months': coreProcedure(z.void(), z.strictObject({ items: z.array(monthChoiceSchema) })),
  /** What the documents of a month say, and whether they can be made. */
  'documents.month': coreProcedure(
    z.strictObject({ month: monthSchema }),
    z.strictObject({
      state: z.enum(monthStates),
      invoice: invoiceSchema.nullable(),
      services: z.array(serviceSumSchema).max(MAX_SERVICES),
      totals: chargeTotalsSchema,
      /** In whole kopecks, as bills print it. */
      bill: chargeTotalsSchema,
      subscribers: z.int().min(0),
      asOf: instantSchema.nullable(),
    }),
  ),
  /** An order to pay the invoice of a month, filled in as far as it is known. @throws month-not-invoiced */
  'payments.order': coreProcedure(
    z.strictObject({ month: monthSchema }),
    z.strictObject({
      order: paymentOrderSchema,
      invoice: invoiceSchema,
      account: accountSchema,
      /** Null: the invoice has several rates. */
      vatRate: z.int().nullable(),
      /** What the sum is of: what the account owes now, or the invoice. */
      amountOf: z.enum(['account', 'invoice']),
      /** The newest invoice, when it is another one: what was left to pay has gone into it. */
      newer: invoiceSchema.nullable(),
    }),
  ),
  /** Keeps what the next order begins with: bank data, codes, and the number. @throws bad-input {field} */
  'payments.keepOrder': coreProcedure(paymentOrderSchema, z.void()),
} as const;
