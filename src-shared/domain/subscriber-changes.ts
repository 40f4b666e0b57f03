import { z } from 'zod';
import { daySchema, instantSchema, moneySchema, phoneSchema } from './account';

/** What can be changed for a subscriber: services on offer, pauses, another tariff plan, the SIP line (guide §3.2–3.4). */

export const offerKinds = ['service', 'package', 'channels', 'one-time'] as const;

/** A service of the operator's catalogue. */
export const serviceOfferSchema = z.strictObject({
  id: z.int().positive(),
  code: z.string().min(1).max(60),
  title: z.string().min(1).max(160),
  description: z.string().max(500),
  kind: z.enum(offerKinds),
  /** Gross per month; 0: free. */
  monthlyGross: moneySchema.nonnegative(),
  /** Net of it as the operator prints it (guide §3.3). */
  monthlyNet: moneySchema.nonnegative(),
  /** Gross charged once when it is connected or ordered. */
  oneTimeGross: moneySchema.nonnegative(),
  vatRate: z.int().min(0).max(100),
  /** Codes of tariff plans that allow it; empty: not offered any more, kept by those who have it. */
  planCodes: z.array(z.string().min(1).max(40)),
  /** Codes that must be connected before it. */
  requires: z.array(z.string().min(1).max(60)),
  /** Codes that cannot be connected together with it. */
  conflicts: z.array(z.string().min(1).max(60)),
  /** Changes only on a paper application (guide §2: minute packages). */
  locked: z.boolean(),
  /** Cannot be removed: part of the plan. */
  permanent: z.boolean(),
  /** Simultaneous calls of a package of «SIP-многоканальность». */
  channels: z.int().positive().nullable(),
  /** Seconds of a minute package. */
  packageS: z.int().positive().nullable(),
  /** What ends with it, in a sentence; empty: nothing special. */
  removalNote: z.string().max(300),
});
export type ServiceOffer = z.infer<typeof serviceOfferSchema>;

export const suspensionStatuses = ['planned', 'active', 'ended', 'cancelled'] as const;

/** A pause of a number (guide §3.2). */
export const suspensionSchema = z.strictObject({
  id: z.int().positive(),
  subscriberId: z.int().positive(),
  /** Both included; null: until it is ended. */
  fromDay: daySchema,
  toDay: daySchema.nullable(),
  reason: z.string().max(200),
  status: z.enum(suspensionStatuses),
  /** False: the operator's own (debt), which the client cannot end. */
  byClient: z.boolean(),
});
export type Suspension = z.infer<typeof suspensionSchema>;

export const planChangeStatuses = ['pending', 'done', 'cancelled'] as const;

/** «Смена ТП»: takes effect on the first day of a month. */
export const planChangeSchema = z.strictObject({
  id: z.int().positive(),
  subscriberId: z.int().positive(),
  fromPlanId: z.int().positive(),
  toPlanId: z.int().positive(),
  requestedAt: instantSchema,
  effectiveOn: daySchema,
  status: z.enum(planChangeStatuses),
});
export type PlanChange = z.infer<typeof planChangeSchema>;

/** «Параметры для настройки SIP» (guide §3.4) without the password, which is asked for only when it is shown. */
export const sipLineSchema = z.strictObject({
  /** The subscriber's id. */
  id: z.int().positive(),
  accountName: z.string().max(80),
  server: z.string().max(120),
  userId: phoneSchema,
  authenticateId: phoneSchema,
  displayName: z.string().max(80),
  ipAddress: z.ipv4(),
  port: z.int().min(1).max(65_535),
  transport: z.enum(['udp', 'tcp', 'tls']),
  passwordChangedAt: instantSchema,
});
export type SipLine = z.infer<typeof sipLineSchema>;

/** Passwords of SIP lines: 12–32 letters and digits of ASCII with a capital, a small letter and a digit. */
export const sipPasswordSchema = z
  .string()
  .min(12)
  .max(32)
  .regex(/^[A-Za-z0-9]+$/)
  .regex(/[A-Z]/)
  .regex(/[a-z]/)
  .regex(/\d/);
