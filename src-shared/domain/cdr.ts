import { z } from 'zod';
import { DAY_MS, endOfMonth, monthOf } from './period';

/** Direction as the subscriber sees it. */
export const cdrDirections = ['out', 'in'] as const;
export type CdrDirection = (typeof cdrDirections)[number];

/** What was used: a voice call, an SMS, a call forwarded elsewhere, voice mail, a conference. */
export const cdrServices = ['voice', 'sms', 'forward', 'voicemail', 'conference'] as const;
export type CdrService = (typeof cdrServices)[number];

/**
 * Where the other party is, as the operator rated it (numbers may be ported, so it is never guessed
 * from digits): inside the operator's network, other mobile networks, the fixed network, abroad.
 */
export const cdrZones = ['onnet', 'mobile', 'fixed', 'cis', 'international', 'special'] as const;
export type CdrZone = (typeof cdrZones)[number];

/** Why a call ended; only answered ones are charged. */
export const cdrStatuses = ['answered', 'missed', 'busy', 'failed'] as const;
export type CdrStatus = (typeof cdrStatuses)[number];

/**
 * A call detail record of the operator.
 * `id` is the operator's record id: a positive integer that grows with time of recording;
 * `revision` grows when the operator re-rates the record. Durations in seconds, money in 1/10000 BYN.
 */
export const cdrSchema = z.strictObject({
  id: z.int().positive(),
  revision: z.int().min(1),
  subscriberId: z.int().positive(),
  startedAt: z.int().positive(),
  direction: z.enum(cdrDirections),
  service: z.enum(cdrServices),
  zone: z.enum(cdrZones),
  status: z.enum(cdrStatuses),
  /** Other party: digits without «+» where it is a number, else the name the network shows. */
  party: z.string().min(1).max(40),
  /** Real duration; an SMS has 0. */
  durationS: z.int().min(0),
  /** Rounded duration that was rated; for SMS the number of parts. */
  billedUnits: z.int().min(0),
  /** Seconds covered by the minute package. */
  packageS: z.int().min(0),
  vatRate: z.int().min(0).max(100),
  net: z.int(),
  gross: z.int(),
  /** When the operator recorded or re-rated it; absent when that was within a day of the call. */
  recordedAt: z.int().positive().optional(),
});
export type Cdr = z.infer<typeof cdrSchema>;

/** Days after a month's end in which its invoice is formed (guide §2.3: 1st to 3rd). */
const FORMING_DAYS = 3;

/**
 * True for a record that came, or was re-rated, after the invoice of its month had been formed:
 * it cannot be in that invoice and is marked wherever it is shown.
 */
export function isLateCdr(cdr: Pick<Cdr, 'startedAt' | 'recordedAt'>): boolean {
  if (cdr.recordedAt === undefined) return false;
  return cdr.recordedAt >= endOfMonth(monthOf(cdr.startedAt)) + FORMING_DAYS * DAY_MS;
}
