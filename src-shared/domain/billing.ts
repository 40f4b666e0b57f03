import { z } from 'zod';
import { daySchema, instantSchema, moneySchema, monthSchema } from './account';
import { cdrDirections, cdrServices, cdrZones } from './cdr';
import { sumMoney } from './money';
import { formatDuration } from './period';

export const chargeKinds = ['package', 'plan', 'service', 'usage', 'suspension', 'correction'] as const;

/** Which CDRs a usage line sums up. */
export const usageKeySchema = z.strictObject({
  direction: z.enum(cdrDirections),
  service: z.enum(cdrServices),
  zone: z.enum(cdrZones),
});
export type UsageKey = z.infer<typeof usageKeySchema>;

/** One line of «Начисления за период» (guide §3.5). Net + VAT + local tax = gross. */
export const chargeLineSchema = z.strictObject({
  kind: z.enum(chargeKinds),
  code: z.string().min(1).max(60),
  /** The operator's name without days or duration («План SIP-соединение»). */
  title: z.string().min(1).max(160),
  /** Days charged of the month; null where the price is not pro-rated. */
  days: z.int().min(0).max(31).nullable(),
  /** Seconds of a voice usage line; null elsewhere. */
  durationS: z.int().min(0).nullable(),
  /** Messages of an SMS usage line; null elsewhere. */
  count: z.int().min(0).nullable(),
  /** Full monthly gross price the line was pro-rated from; null for usage. */
  monthlyGross: moneySchema.nullable(),
  usage: usageKeySchema.nullable(),
  vatRate: z.int().min(0).max(100),
  net: moneySchema,
  vat: moneySchema,
  /** «Налог на услуги» */
  localTax: moneySchema,
  gross: moneySchema,
});
export type ChargeLine = z.infer<typeof chargeLineSchema>;

/**
 * A line's name as the guide prints it (§3.5): «SIP-многоканальность 27» with the days charged,
 * «Исходящие внутри сети 00:07:00» with the duration; messages are counted in the same place.
 */
export function chargeLineName(line: Pick<ChargeLine, 'title' | 'days' | 'durationS' | 'count'>): string {
  if (line.durationS !== null) return `${line.title} ${formatDuration(line.durationS)}`;
  const amount = line.days ?? line.count;
  return amount === null ? line.title : `${line.title} ${amount}`;
}

/** All charges of a subscriber in a month; the operator replaces the whole when anything in it changes. */
export const subscriberChargesSchema = z.strictObject({
  subscriberId: z.int().positive(),
  month: monthSchema,
  revision: z.int().min(1),
  /** True once the month's invoice was formed. */
  closed: z.boolean(),
  asOf: instantSchema,
  lines: z.array(chargeLineSchema).max(500),
});
export type SubscriberCharges = z.infer<typeof subscriberChargesSchema>;

export type ChargeTotals = { net: number; vat: number; localTax: number; gross: number };

/** Totals are sums of the printed four-decimal lines, never recomputed from a total (guide §3.5). */
export function totalCharges(lines: readonly ChargeTotals[]): ChargeTotals {
  return {
    net: sumMoney(lines.map((line) => line.net)),
    vat: sumMoney(lines.map((line) => line.vat)),
    localTax: sumMoney(lines.map((line) => line.localTax)),
    gross: sumMoney(lines.map((line) => line.gross)),
  };
}

export const paymentSchema = z.strictObject({
  id: z.int().positive(),
  receivedAt: instantSchema,
  amount: moneySchema,
  document: z.string().max(50),
  purpose: z.string().max(300),
});
export type Payment = z.infer<typeof paymentSchema>;

export const invoiceSchema = z.strictObject({
  id: z.int().positive(),
  number: z.string().min(1).max(40),
  month: monthSchema,
  issuedAt: instantSchema,
  dueOn: daySchema,
  /** Debt (positive) or prepayment (negative) before the month. */
  openingDebt: moneySchema,
  /** Payments taken in during the month. */
  payments: moneySchema,
  net: moneySchema,
  vat: moneySchema,
  gross: moneySchema,
  /** openingDebt − payments + gross, not below zero, in whole kopecks. */
  amountDue: moneySchema,
  status: z.enum(['unpaid', 'partly', 'paid']),
  /** «Акт оказанных услуг» of the month; null: the operator numbers none. */
  act: z.strictObject({ number: z.string().min(1).max(40), signedOn: daySchema }).nullable(),
  /** Number of the electronic VAT invoice (ЭСЧФ, «УНП-год-10 цифр»); null: none yet. */
  vatInvoice: z
    .string()
    .regex(/^[0-9A-Z]{9}-\d{4}-\d{10}$/)
    .nullable(),
});
export type Invoice = z.infer<typeof invoiceSchema>;
