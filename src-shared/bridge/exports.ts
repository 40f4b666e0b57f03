import { z } from 'zod';
import { monthSchema } from '../domain/account';
import { paymentOrderSchema } from '../domain/payment-order';
import { orderKinds } from '../domain/requests';
import { cdrFilterSchema, cdrGroupings, cdrSortSchema, groupMeasures } from './cabinet';
import { commandStates } from './commands';
import { bridgeErrorSchema } from './error-schema';
import { exportFormats } from './export-formats';
import { mainProcedure } from './procedure';

/** The accountant's documents of a month: pages that are printed and signed (guide §2.3.2). */
export const monthDocuments = ['invoice', 'act', 'vat-register', 'split'] as const;
export type MonthDocument = (typeof monthDocuments)[number];

/** Calls and messages of the whole account in a month, summed up by something. */
export const monthSummaries = ['summary-subscriber', 'summary-zone', 'summary-cost'] as const;
export type MonthSummary = (typeof monthSummaries)[number];

/** Most months whose detalization goes into one file: ten years. */
export const MAX_MONTHS = 120;

/** Columns in the order the screen shows them; absent: all columns of the document. */
const columns = z.array(z.string().max(40)).max(40).optional();

/** Order of the rows as on the screen, by a column of the document; absent: the document's own order. */
const sort = z.strictObject({ column: z.string().max(40), descending: z.boolean() }).optional();

/** What can be taken away; the export process makes it from the cache by the same queries as the screen. */
export const documentRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cdrs'), filter: cdrFilterSchema, sort: cdrSortSchema, columns }),
  /** The detalization by groups, as the page shows it. */
  z.strictObject({
    kind: z.literal('cdr-groups'),
    filter: cdrFilterSchema,
    by: z.enum(cdrGroupings),
    measure: z.enum(groupMeasures),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('charges'),
    subscriberId: z.int().positive(),
    month: monthSchema,
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('subscribers'),
    mask: z.string().max(80),
    /** Only subscribers with this label of the person's own. */
    label: z.string().max(40).optional(),
    columns,
    sort,
  }),
  z.strictObject({ kind: z.literal('invoices'), columns, sort }),
  /** A paper application for a service that changes on paper only (guide §2, §3.2); PDF. */
  z.strictObject({
    kind: z.literal('application'),
    subscriberId: z.int().positive(),
    code: z.string().min(1).max(60),
    connect: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('payments'),
    /** Days of Minsk, both included; absent: no bound. */
    fromDay: z.iso.date().optional(),
    toDay: z.iso.date().optional(),
    columns,
    sort,
  }),
  /** «Журнал операций» as it was searched. */
  z.strictObject({
    kind: z.literal('journal'),
    search: z.string().max(80),
    states: z.array(z.enum(commandStates)).optional(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('guarantees'),
    /** Day of Minsk from which they were registered; absent: all. */
    fromDay: z.iso.date().optional(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('orders'),
    /** Kinds of documents on the page; absent: all. */
    kinds: z.array(z.enum(orderKinds)).optional(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('installments'),
    /** Null: of the whole account. */
    subscriberId: z.int().positive().nullable(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('installment-schedule'),
    installmentId: z.int().positive(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('appeals'),
    /** Null: of the whole account. */
    subscriberId: z.int().positive().nullable(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('services'),
    subscriberId: z.int().positive(),
    /** Those that are not connected any more, too. */
    disconnected: z.boolean(),
    columns,
    sort,
  }),
  /** What can be connected or disconnected, with prices and conditions. */
  z.strictObject({
    kind: z.literal('service-choice'),
    subscriberId: z.int().positive(),
    change: z.enum(['connect', 'disconnect']),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('suspensions'),
    subscriberId: z.int().positive(),
    columns,
    sort,
  }),
  z.strictObject({
    kind: z.literal('plan-changes'),
    subscriberId: z.int().positive(),
    columns,
    sort,
  }),
  /** The offered tariff plans and what the last months would have cost on them. */
  z.strictObject({
    kind: z.literal('plan-offers'),
    subscriberId: z.int().positive(),
    columns,
    sort,
  }),
  /** The tables of «статистика» of the account's channels. */
  z.strictObject({
    kind: z.literal('channel-statistics'),
    by: z.enum(['day', 'hour', 'count']),
    month: monthSchema,
    columns,
    sort,
  }),
  /** Statistics of «Мобильный колл-центр» in a month. */
  z.strictObject({
    kind: z.literal('call-centre'),
    by: z.enum(['day', 'operator']),
    month: monthSchema,
    columns,
    sort,
  }),
  z.strictObject({ kind: z.enum(monthDocuments), month: monthSchema }),
  z.strictObject({ kind: z.enum(monthSummaries), month: monthSchema }),
  /** Charges of all subscribers. */
  z.strictObject({ kind: z.literal('month-charges'), month: monthSchema }),
  /** Whole months of the account's detalization. */
  z.strictObject({
    kind: z.literal('cdr-months'),
    months: z.array(monthSchema).min(1).max(MAX_MONTHS),
    direction: cdrFilterSchema.shape.direction,
  }),
  z.strictObject({ kind: z.literal('payment-order'), order: paymentOrderSchema }),
]);
export type DocumentRequest = z.infer<typeof documentRequestSchema>;

/** Documents of figures that are summed already, or whose records are read row by row: nothing long comes before them. */
export type ReadyRequest = Exclude<DocumentRequest, { kind: 'channel-statistics' | 'plan-offers' }>;

/** The list of checksums of a package; `sha256sum -c` reads it. */
export const CHECKSUM_LIST = 'SHA256SUMS';

/**
 * What came of a file of a package. «restored»: the same as last time, but the file had been removed or changed;
 * «kept»: from before and no part of this package; «skipped»: there is nothing to write.
 */
export const packageFileStates = [
  'new',
  'changed',
  'unchanged',
  'restored',
  'kept',
  'skipped',
  'failed',
] as const;
export const packageFileSchema = z.strictObject({
  name: z.string(),
  state: z.enum(packageFileStates),
  /** Why it failed or was skipped. */
  error: bridgeErrorSchema.nullable(),
});
export type PackageFile = z.infer<typeof packageFileSchema>;

export const exportViewSchema = z.strictObject({
  id: z.string(),
  /** Name of the file, or of the folder of an archive or a package. */
  fileName: z.string(),
  format: z.enum([...exportFormats, 'parquet', 'package']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  rows: z.int().min(0),
  totalRows: z.int().min(0),
  error: bridgeErrorSchema.nullable(),
  /** Of a package: its files as far as they are settled, in the order of the package. */
  files: z.array(packageFileSchema).optional(),
});
export type ExportView = z.infer<typeof exportViewSchema>;

export const exportProcedures = {
  /** Asks where to save, then writes in the background. Null when the person closed the dialog. */
  'exports.start': mainProcedure(
    z.strictObject({ document: documentRequestSchema, format: z.enum(exportFormats) }),
    exportViewSchema.nullable(),
  ),
  /**
   * Asks for a folder, then writes the whole account into a folder of its own there, for programs of analysts.
   * One that is running is joined. Null when the person closed the dialog.
   */
  'exports.archive': mainProcedure(z.void(), exportViewSchema.nullable()),
  'exports.list': mainProcedure(z.void(), z.array(exportViewSchema)),
  'exports.cancel': mainProcedure(z.strictObject({ id: z.string() }), z.void()),
  /** Opens the finished file in its program, or shows it in its folder. */
  'exports.open': mainProcedure(z.strictObject({ id: z.string() }), z.void()),
  'exports.reveal': mainProcedure(z.strictObject({ id: z.string() }), z.void()),
} as const;
