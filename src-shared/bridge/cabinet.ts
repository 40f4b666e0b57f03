import { z } from 'zod';
import {
  accountSchema,
  instantSchema,
  monthSchema,
  subscriberSchema,
  tariffPlanSchema,
} from '../domain/account';
import { chargeLineSchema, invoiceSchema, paymentSchema } from '../domain/billing';
import { cdrDirections, cdrSchema, cdrServices, cdrStatuses, cdrZones } from '../domain/cdr';
import { addMonths, type YearMonth } from '../domain/period';
import { workClasses } from '../domain/work-calendar';
import { coreProcedure } from './procedure';

/** As of when the shown data is: operator's time of the answer it came from. */
const asOf = instantSchema.nullable();
const subscriberId = z.int().positive();

export const chargeTotalsSchema = z.strictObject({
  net: z.int(),
  vat: z.int(),
  localTax: z.int(),
  gross: z.int(),
});

const minuteOfDay = z.int().min(0).max(1439);

/** What is asked of the CDRs: every screen, total and export uses this one shape. */
export const cdrFilterSchema = z.strictObject({
  /** Null: the whole account. */
  subscriberId: subscriberId.nullable(),
  month: monthSchema,
  direction: z.enum([...cdrDirections, 'both']),
  /** Number mask with % and _ (guide §3.1) or part of a sender's name. */
  party: z.string().max(40).optional(),
  /** The text above is a whole number or name: «150» is not every number with 150 in it. */
  wholeParty: z.boolean().optional(),
  services: z.array(z.enum(cdrServices)).optional(),
  zones: z.array(z.enum(cdrZones)).optional(),
  statuses: z.array(z.enum(cdrStatuses)).optional(),
  minGross: z.int().optional(),
  maxGross: z.int().optional(),
  minDurationS: z.int().min(0).optional(),
  maxDurationS: z.int().min(0).optional(),
  /** Calendar days of Minsk inside the month, both included. */
  fromDay: z.iso.date().optional(),
  toDay: z.iso.date().optional(),
  /** Time of day in minutes from midnight, both included; «from» after «to» goes over midnight. */
  fromMinute: minuteOfDay.optional(),
  toMinute: minuteOfDay.optional(),
  /** Working time, off hours, days off by the Belarusian calendar (guide §2.3.3). */
  workClasses: z.array(z.enum(workClasses)).optional(),
  /** Only records that came after their month's invoice had been formed. */
  lateOnly: z.boolean().optional(),
});
export type CdrFilter = z.infer<typeof cdrFilterSchema>;

export const cdrSortColumns = [
  'startedAt',
  'party',
  'service',
  'zone',
  'status',
  'durationS',
  'billedUnits',
  'packageS',
  'net',
  'gross',
  'subscriber',
] as const;
export const cdrSortSchema = z.strictObject({ column: z.enum(cdrSortColumns), descending: z.boolean() });
export type CdrSort = z.infer<typeof cdrSortSchema>;

export const cdrRowSchema = z.strictObject({
  ...cdrSchema.shape,
  subscriberNumber: z.string(),
  subscriberName: z.string(),
  vat: z.int(),
  /** Came or changed after the invoice of its month. */
  late: z.boolean(),
});
export type CdrRow = z.infer<typeof cdrRowSchema>;

export const cdrSummarySchema = z.strictObject({
  rows: z.int().min(0),
  calls: z.int().min(0),
  messages: z.int().min(0),
  durationS: z.int().min(0),
  /** Rated seconds of calls; messages are counted in parts. */
  billedS: z.int().min(0),
  parts: z.int().min(0),
  packageS: z.int().min(0),
  net: z.int(),
  vat: z.int(),
  gross: z.int(),
  lateRows: z.int().min(0),
  /** False while the month is still being taken in: totals are then said to be partial. */
  complete: z.boolean(),
  asOf,
});
export type CdrSummary = z.infer<typeof cdrSummarySchema>;

/** What records can be grouped by. */
export const cdrGroupings = [
  'party',
  'zone',
  'service',
  'day',
  'hour',
  'workClass',
  'subscriber',
  'month',
] as const;
export type CdrGrouping = (typeof cdrGroupings)[number];

/** A grouping by month begins a year before the filter's month ends; where days are chosen it has their month alone. */
export const firstGroupedMonth = ({ month, fromDay, toDay }: CdrFilter): YearMonth =>
  fromDay || toDay ? month : addMonths(month, -11);

/** What the shares of groups are of. */
export const groupMeasures = ['gross', 'duration', 'rows'] as const;
export type GroupMeasure = (typeof groupMeasures)[number];

/** Most groups that are told apart; the rest is one sum. */
export const MAX_GROUPS = 500;

const groupSums = {
  rows: z.int().min(0),
  durationS: z.int().min(0),
  net: z.int(),
  gross: z.int(),
};
export const cdrGroupSchema = z.strictObject({
  /** Number or name, word of a zone or service, «2021-05-10», hour «0»…«23», class of time, id of a subscriber, «2021-05». */
  key: z.string(),
  /** Name that goes with the key (of a subscriber); else empty. */
  name: z.string(),
  ...groupSums,
});
export type CdrGroup = z.infer<typeof cdrGroupSchema>;

/** Filters that a person keeps under a name; the month stays what the page shows. */
export const cdrViewSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  direction: z.enum([...cdrDirections, 'both']),
  narrow: cdrFilterSchema.omit({
    subscriberId: true,
    month: true,
    direction: true,
    fromDay: true,
    toDay: true,
  }),
  sort: cdrSortSchema,
});
export type CdrView = z.infer<typeof cdrViewSchema>;

const label = z.string().trim().min(1).max(40);

export const monthChoiceSchema = z.strictObject({
  month: monthSchema,
  /** «current» is the open period; «operator» months are still shown by the operator; «cache» only here. */
  kind: z.enum(['current', 'operator', 'cache']),
});
export type MonthChoice = z.infer<typeof monthChoiceSchema>;

/** Largest page of rows that crosses the bridge. */
export const MAX_PAGE = 500;
const pageInput = { offset: z.int().min(0), limit: z.int().min(1).max(MAX_PAGE) };

export const cabinetProcedures = {
  'account.get': coreProcedure(z.void(), z.strictObject({ account: accountSchema.nullable(), asOf })),
  'account.invoices': coreProcedure(z.void(), z.strictObject({ items: z.array(invoiceSchema), asOf })),
  'account.payments': coreProcedure(z.void(), z.strictObject({ items: z.array(paymentSchema), asOf })),
  'tariffs.list': coreProcedure(z.void(), z.strictObject({ items: z.array(tariffPlanSchema), asOf })),

  /** Subscribers by number mask or part of a name or plan; an empty mask shows all. @throws mask-invalid */
  'subscribers.search': coreProcedure(
    z.strictObject({
      mask: z.string().max(80),
      /** Only subscribers with this label of the person's own. */
      label: label.optional(),
      ...pageInput,
    }),
    z.strictObject({ items: z.array(subscriberSchema), total: z.int().min(0), asOf }),
  ),
  'subscribers.get': coreProcedure(
    z.strictObject({ id: subscriberId }),
    z.strictObject({ subscriber: subscriberSchema, plan: tariffPlanSchema.nullable(), asOf }),
  ),

  /** Months that can be chosen for charges: current + 2 previous, and older ones the cache has. */
  'charges.months': coreProcedure(
    z.strictObject({ subscriberId }),
    z.strictObject({ items: z.array(monthChoiceSchema) }),
  ),
  'charges.get': coreProcedure(
    z.strictObject({ subscriberId, month: monthSchema }),
    z.strictObject({
      lines: z.array(chargeLineSchema),
      totals: chargeTotalsSchema,
      closed: z.boolean(),
      /** The operator's own instant of these charges; null when there are none for the month. */
      asOf,
    }),
  ),

  /** Months that can be chosen for the detalization: current + 6 previous, and older ones the cache has. */
  'cdrs.months': coreProcedure(
    z.strictObject({ subscriberId: subscriberId.nullable() }),
    z.strictObject({ items: z.array(monthChoiceSchema) }),
  ),
  'cdrs.summary': coreProcedure(z.strictObject({ filter: cdrFilterSchema }), cdrSummarySchema),
  /**
   * The same, or how far the counting has come: it goes on for a fraction of a second at most, and when it is asked
   * again. Whoever asks no more has ended it.
   */
  'cdrs.count': coreProcedure(
    z.strictObject({ filter: cdrFilterSchema, sort: cdrSortSchema }),
    z.strictObject({
      /** Null while the counting goes on. */
      summary: cdrSummarySchema.nullable(),
      progress: z
        .strictObject({
          /** Records looked at, of all that have to be. */
          done: z.int().min(0),
          total: z.int().min(0),
          /** Rows at the beginning of the list that can be shown already. */
          found: z.int().min(0),
        })
        .nullable(),
    }),
  ),
  'cdrs.page': coreProcedure(
    z.strictObject({ filter: cdrFilterSchema, sort: cdrSortSchema, ...pageInput }),
    z.strictObject({ items: z.array(cdrRowSchema) }),
  ),
  /** Sums by group: parts of time in their order, everything else the dearest first. */
  'cdrs.groups': coreProcedure(
    z.strictObject({ filter: cdrFilterSchema, by: z.enum(cdrGroupings) }),
    z.strictObject({
      items: z.array(cdrGroupSchema).max(MAX_GROUPS),
      /** Groups beyond those, in one sum; null when there are none. */
      rest: z.strictObject({ groups: z.int().positive(), ...groupSums }).nullable(),
      asOf,
    }),
  ),

  /** The person's own filters, by name. */
  'views.list': coreProcedure(z.void(), z.strictObject({ items: z.array(cdrViewSchema) })),
  /** Keeps a view; one of the same name is replaced. */
  'views.save': coreProcedure(cdrViewSchema, z.void()),
  'views.remove': coreProcedure(z.strictObject({ name: z.string() }), z.void()),

  /** The person's own labels of subscribers. */
  'labels.list': coreProcedure(
    z.void(),
    z.strictObject({
      items: z.array(z.strictObject({ subscriberId, labels: z.array(label) })),
    }),
  ),
  'labels.set': coreProcedure(z.strictObject({ subscriberId, labels: z.array(label).max(10) }), z.void()),
} as const;
