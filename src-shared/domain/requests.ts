import { z } from 'zod';
import { daySchema, instantSchema, invoiceFormats, moneySchema, monthSchema, phoneSchema } from './account';
import { cdrDirections } from './cdr';

/**
 * What the client asked of the operator and how it went: promised payments, orders of documents, instalments,
 * requests to specialists (guide §2.2.2–2.5). Items never vanish; they change their status.
 */

export const guaranteeStatuses = ['pending', 'accepted', 'refused', 'kept', 'broken'] as const;

/** A registered (promised) payment: the operator reviews it, then it is kept or broken (guide §2.2.3). */
export const guaranteeSchema = z.strictObject({
  id: z.int().positive(),
  registeredAt: instantSchema,
  amount: moneySchema.positive(),
  promisedOn: daySchema,
  /** Invoice whose payment is put off. */
  invoiceId: z.int().positive(),
  status: z.enum(guaranteeStatuses),
  /** The operator's reason for «refused» and «broken»; else empty. */
  reason: z.string().max(300),
  decidedAt: instantSchema.nullable(),
});
export type Guarantee = z.infer<typeof guaranteeSchema>;

export const orderKinds = ['invoice-email', 'invoice-file', 'cdr-email', 'charges-email'] as const;
export const orderStatuses = ['forming', 'done', 'failed'] as const;
/** File formats of «Загрузить счет по ссылке» (guide §2.3.2); «xls» is an XLSX workbook. */
export const invoiceFileFormats = ['pdf', 'xls'] as const;
export const cdrOrderDirections = [...cdrDirections, 'both'] as const;

/** An ordered document (guide §2.3.1, §2.3.2, §2.3.4, §2.3.5). */
export const orderSchema = z.strictObject({
  id: z.int().positive(),
  kind: z.enum(orderKinds),
  orderedAt: instantSchema,
  /** Month of an invoice; null for the rest. */
  month: monthSchema.nullable(),
  /** Days of a detalization, both included; null for the rest. */
  fromDay: daySchema.nullable(),
  toDay: daySchema.nullable(),
  direction: z.enum(cdrOrderDirections).nullable(),
  /** Numbers it is about; null: the whole account. */
  numbers: z.array(phoneSchema).nullable(),
  format: z.enum([...invoiceFileFormats, ...invoiceFormats]).nullable(),
  /** Where it goes; empty for a file to download. */
  emails: z.array(z.email()),
  status: z.enum(orderStatuses),
  /** When it is expected, or was, ready. */
  readyAt: instantSchema,
  /** Name of the file under `/documents/{id}` once it is done; null for letters. */
  fileName: z.string().max(200).nullable(),
  /** Why it failed; else empty. */
  reason: z.string().max(300),
});
export type Order = z.infer<typeof orderSchema>;

/** Equipment bought by instalments (guide §2.4). */
export const installmentSchema = z.strictObject({
  id: z.int().positive(),
  /** Null: bought for the account, not for one number. */
  subscriberId: z.int().positive().nullable(),
  equipment: z.string().min(1).max(200),
  contractNumber: z.string().max(50),
  signedOn: daySchema,
  price: moneySchema.positive(),
  monthlyPayment: moneySchema.positive(),
  /** Every payment, in order. */
  schedule: z
    .array(z.strictObject({ dueOn: daySchema, amount: moneySchema.positive(), paid: z.boolean() }))
    .min(1)
    .max(120),
});
export type Installment = z.infer<typeof installmentSchema>;

export const appealTopics = ['billing', 'cdr', 'services', 'equipment', 'documents', 'other'] as const;
export const appealStatuses = ['new', 'in-work', 'answered', 'closed'] as const;
export const APPEAL_TEXT_MAX = 2000;

/** A row or a document put forward as evidence: what it is, in a line, with its key at the operator. */
export const evidenceSchema = z.strictObject({
  kind: z.enum(['cdr', 'charge', 'invoice', 'payment', 'document']),
  /** «10.05.2021 12:14:03, +375 29 …, 00:03:12, 0,4350» */
  text: z.string().min(1).max(400),
  /** The operator's id of the record, where it has one. */
  recordId: z.int().positive().nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A request to the operator's specialists with its answers (guide §2.5). */
export const appealSchema = z.strictObject({
  id: z.int().positive(),
  openedAt: instantSchema,
  /** Whom it is about; null: the account. */
  subscriberId: z.int().positive().nullable(),
  topic: z.enum(appealTopics),
  status: z.enum(appealStatuses),
  evidence: z.array(evidenceSchema).max(20),
  messages: z
    .array(
      z.strictObject({
        id: z.int().positive(),
        at: instantSchema,
        from: z.enum(['client', 'operator']),
        author: z.string().max(120),
        text: z.string().min(1).max(4000),
      }),
    )
    .min(1),
});
export type Appeal = z.infer<typeof appealSchema>;

export const distributions = ['all', 'in-order', 'least-recent'] as const;
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const CALL_CENTRE_OPERATORS_MAX = 50;

/** «Мобильный колл-центр»: who answers calls to the main number, when and how (guide §2). */
export const callCentreSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  /** Own active numbers, in the order of distribution. */
  operatorIds: z.array(z.int().positive()).max(CALL_CENTRE_OPERATORS_MAX),
  distribution: z.enum(distributions),
  /** Monday … Sunday; null: closed on that weekday. */
  hours: z.array(z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable()).length(7),
  /** Closed on public holidays, open on working Saturdays, as the Belarusian calendar has them. */
  followCalendar: z.boolean(),
  /** Seconds a caller waits before the overflow number is tried. */
  waitLimitS: z.int().min(5).max(600),
  /** Own or foreign number in the national form; null: the call ends. */
  overflowNumber: phoneSchema.nullable(),
  greeting: z.string().max(500),
});
export type CallCentreSettings = z.infer<typeof callCentreSettingsSchema>;
export const callCentreSchema = z.strictObject({
  id: z.literal(1),
  changedAt: instantSchema,
  settings: callCentreSettingsSchema,
});
