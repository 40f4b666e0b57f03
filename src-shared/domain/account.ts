import { z } from 'zod';
import { cdrServices, cdrZones } from './cdr';
import type { CalendarDay } from './period';

/** Money in 1/10000 BYN. */
export const moneySchema = z.int();
/** Instant in epoch ms UTC. */
export const instantSchema = z.int().positive();
export const daySchema = z.iso.date();
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM');
/** Subscriber number: «375» and nine digits. */
export const phoneSchema = z.string().regex(/^375\d{9}$/, '375xxxxxxxxx');

/** How regular invoices reach the client (guide §2.3.3). */
export const deliveryMethods = ['email', 'self'] as const;
/** Carriers of an e-mailed invoice: PDF always, Excel or Excel split by working time in addition. */
export const invoiceFormats = ['pdf', 'xlsx', 'xlsx-split'] as const;

export const deliverySchema = z.strictObject({
  method: z.enum(deliveryMethods),
  /** Addresses for «email», no more than 200 characters hold (guide §2.3.3); empty for «self». */
  emails: z.array(z.email()).max(40),
  formats: z.array(z.enum(invoiceFormats)).min(1),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const accountStatuses = ['active', 'suspended', 'closed'] as const;

/** The operator as the other party of the contract: who is paid, and who signs (field «Исполнитель» of documents). */
export const operatorPartySchema = z.strictObject({
  name: z.string().min(1).max(250),
  unp: z.string().length(9),
  legalAddress: z.string().max(300),
  iban: z.string().max(34),
  bankName: z.string().max(200),
  bic: z.string().max(11),
  /** Who signs its documents: post and name. */
  signatory: z.strictObject({ post: z.string().max(120), name: z.string().max(120) }),
});
export type OperatorParty = z.infer<typeof operatorPartySchema>;

/** The company's account («лицевой счет») with its contract (guide §2.1). */
export const accountSchema = z.strictObject({
  id: z.int().positive(),
  number: z.string().regex(/^\d{6,12}$/),
  openedOn: daySchema,
  status: z.enum(accountStatuses),
  organisation: z.string().min(1).max(250),
  unp: z.string().min(9).max(9),
  okpo: z.string().max(12),
  iban: z.string().max(34),
  bankName: z.string().max(200),
  bic: z.string().max(11),
  legalAddress: z.string().max(300),
  contract: z.strictObject({ number: z.string().max(50), signedOn: daySchema }),
  /** Null: not told. */
  operator: operatorPartySchema.nullable(),
  /** «Без предоплаты» or «С предоплатой». */
  paymentForm: z.enum(['postpaid', 'prepaid']),
  delivery: deliverySchema,
  previousMonthCharges: moneySchema,
  balance: moneySchema,
  amountDue: moneySchema,
  dueOn: daySchema.nullable(),
  /** Where mail and temporary passwords go. */
  contactEmail: z.email(),
  adminSubscriberId: z.int().positive(),
});
export type Account = z.infer<typeof accountSchema>;

/** Whether the day by which the amount due was to be paid has passed. */
export const isOverdue = (
  { amountDue, dueOn }: Pick<Account, 'amountDue' | 'dueOn'>,
  today: CalendarDay,
): boolean => dueOn !== null && amountDue > 0 && dueOn < today;

/**
 * Price of answered outgoing traffic: gross of a minute or of a message part.
 * «minute»: a use of `d` > 0 seconds is billed as `minimumS` seconds when `d` ≤ `minimumS`, else as `minimumS` plus
 * the rest rounded up to whole steps of `stepS` («60/1»: a minute at least, then by the second). Seconds that a
 * minute package pays for come off the billed ones. Price = gross × billed seconds ÷ 60, rounded once to
 * 1/10000 BYN, half away from zero. «part»: price = gross × parts; `minimumS` and `stepS` are 0.
 */
export const planRateSchema = z.strictObject({
  service: z.enum(cdrServices),
  zone: z.enum(cdrZones),
  gross: moneySchema.nonnegative(),
  per: z.enum(['minute', 'part']),
  minimumS: z.int().min(0),
  stepS: z.int().min(0),
});
export type PlanRate = z.infer<typeof planRateSchema>;

/** «SIP-соединение» is the account's administrator; «SIP-номер» are the rest (guide §3). */
export const tariffPlanSchema = z.strictObject({
  id: z.int().positive(),
  code: z.string().min(1).max(40),
  title: z.string().min(1).max(120),
  /** What the bill's line is called, without the days («План SIP-соединение»). */
  chargeTitle: z.string().min(1).max(120),
  monthlyGross: moneySchema,
  vatRate: z.int().min(0).max(100),
  isConnection: z.boolean(),
  description: z.string().max(500),
  /** Can be chosen in «Смена ТП». */
  offered: z.boolean(),
  /** Prices of outgoing traffic; what is not listed is free. */
  rates: z.array(planRateSchema).max(200),
});
export type TariffPlan = z.infer<typeof tariffPlanSchema>;

export const subscriberStatuses = ['active', 'suspended', 'closed'] as const;

/** What is left of minute packages in the current month; only «SIP-соединение» has it (guide §3.1). */
export const packageBalanceSchema = z.strictObject({
  title: z.string().min(1).max(120),
  totalS: z.int().min(0),
  leftS: z.int().min(0),
  asOf: instantSchema,
});
export type PackageBalance = z.infer<typeof packageBalanceSchema>;

export const subscriberSchema = z.strictObject({
  id: z.int().positive(),
  number: phoneSchema,
  name: z.string().min(1).max(200),
  planId: z.int().positive(),
  planTitle: z.string().min(1).max(120),
  isConnection: z.boolean(),
  status: z.enum(subscriberStatuses),
  statusReason: z.string().max(200),
  connectedAt: instantSchema,
  /** Charges of the current month so far. */
  currentCharges: moneySchema,
  packages: z.array(packageBalanceSchema),
});
export type Subscriber = z.infer<typeof subscriberSchema>;

/** A service of a subscriber, as listed in «Услуги абонента» (guide §3.2). */
export const connectedServiceSchema = z.strictObject({
  id: z.int().positive(),
  subscriberId: z.int().positive(),
  code: z.string().min(1).max(60),
  title: z.string().min(1).max(160),
  connectedAt: instantSchema,
  disconnectedAt: instantSchema.nullable(),
  status: z.enum(['active', 'suspended', 'disconnected']),
  statusReason: z.string().max(200),
  validUntil: daySchema.nullable(),
  monthlyGross: moneySchema,
  /** Changes only on a paper application (minute packages). */
  locked: z.boolean(),
});
export type ConnectedService = z.infer<typeof connectedServiceSchema>;

export const isConnected = ({ disconnectedAt }: ConnectedService): boolean => disconnectedAt === null;
