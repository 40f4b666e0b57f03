import { z } from 'zod';
import {
  connectedServiceSchema,
  daySchema,
  instantSchema,
  moneySchema,
  monthSchema,
  tariffPlanSchema,
} from '../domain/account';
import {
  planChangeSchema,
  serviceOfferSchema,
  sipLineSchema,
  suspensionSchema,
} from '../domain/subscriber-changes';
import { coreProcedure } from './procedure';

const asOf = instantSchema.nullable();
const subscriberId = z.int().positive();
const ofSubscriber = z.strictObject({ subscriberId });

/** Services, pauses, tariff plan and SIP line of a subscriber (guide §3.2–3.4). */
export const subscriberChangeProcedures = {
  'services.list': coreProcedure(
    ofSubscriber,
    z.strictObject({
      /** Disconnected ones included, in order of connection. */
      services: z.array(connectedServiceSchema),
      /** What the subscriber's plan allows; connected ones included. */
      offers: z.array(serviceOfferSchema),
      /** Newest first. */
      suspensions: z.array(suspensionSchema),
      asOf,
    }),
  ),
  /** The current plan and the offered ones with what the subscriber's last whole months would have cost on each. */
  'plans.compare': coreProcedure(
    ofSubscriber,
    z.strictObject({
      current: tariffPlanSchema.nullable(),
      /** Oldest first. */
      months: z.array(monthSchema),
      plans: z.array(
        z.strictObject({
          plan: tariffPlanSchema,
          /**
           * Gross of fee and traffic for each of `months`; null where the month's records are not complete here,
           * or the number was not connected for the whole of it.
           */
          costs: z.array(
            z.strictObject({ fee: moneySchema, usage: moneySchema, total: moneySchema }).nullable(),
          ),
        }),
      ),
      /** Newest first. */
      changes: z.array(planChangeSchema),
      asOf,
    }),
  ),
  'telephony.get': coreProcedure(
    ofSubscriber,
    z.strictObject({
      line: sipLineSchema.nullable(),
      /** Packages of channels, smallest first; empty for a subscriber that cannot have them. */
      packages: z.array(serviceOfferSchema),
      /** The connected package; null: none. */
      current: z
        .strictObject({
          code: z.string(),
          channels: z.int().positive(),
          /** Gross; the package may be one that is no longer offered. */
          monthlyGross: moneySchema,
          changedAt: instantSchema,
        })
        .nullable(),
      /** Until then the package cannot be changed; null: it can be. */
      closedUntil: instantSchema.nullable(),
      asOf,
    }),
  ),
  /** Asks the operator; the password is kept nowhere. @throws CabinetError operator-unreachable, session-expired */
  'telephony.revealPassword': coreProcedure(ofSubscriber, z.strictObject({ password: z.string() })),
  /** Use of the account's channels in a month (the current one: to yesterday), swept over all its voice calls. */
  'telephony.statistics': coreProcedure(
    z.strictObject({ month: monthSchema }),
    z.strictObject({
      /** Channels of the package at the month's end; null: unknown. */
      channels: z.int().positive().nullable(),
      maximum: z.int().min(0),
      /** Instant at which the maximum was first reached; null: no calls. */
      maximumAt: instantSchema.nullable(),
      /** Seconds with at least as many calls as the package of that time had channels. */
      secondsAtLimit: z.int().min(0),
      days: z.array(
        z.strictObject({
          day: daySchema,
          maximum: z.int().min(0),
          secondsAtLimit: z.int().min(0),
          /** Seconds of all calls; a day has 86 400 a channel. */
          talkS: z.int().min(0),
          calls: z.int().min(0),
        }),
      ),
      /** By hour of the day, 0…23: seconds of calls and the most at once. */
      hours: z.array(z.strictObject({ talkS: z.int().min(0), maximum: z.int().min(0) })).length(24),
      /** Seconds spent at exactly N calls at once, from 0 up. */
      secondsAt: z.array(z.int().min(0)),
      complete: z.boolean(),
      asOf,
    }),
  ),
} as const;
