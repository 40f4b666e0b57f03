import { z } from 'zod';
import { instantSchema } from '../domain/account';
import { feedNames } from '../operator-api/feeds';
import { bridgeErrorSchema } from './error-schema';
import { coreProcedure } from './procedure';

export const syncProgressSchema = z.strictObject({
  /** What is being taken: a feed, or the account itself. */
  stage: z.enum(['account', ...feedNames]),
  /** Rows stored since this run began. */
  rows: z.int().min(0),
  /** Rows still to come as far as the operator says. */
  remaining: z.int().min(0),
  /** Month of the newest CDR taken so far. */
  month: z.string().nullable(),
  rowsPerSecond: z.int().min(0),
  remainingS: z.int().min(0).nullable(),
});

export const syncStatusSchema = z.strictObject({
  state: z.enum(['idle', 'running', 'waiting']),
  /** Result of the last request: true reached, false not reached, null not tried yet. */
  online: z.boolean().nullable(),
  /** Operator's time of the last complete sync: «Данные на …». Null before the first one. */
  dataAsOf: instantSchema.nullable(),
  /** True until one complete sync has been made. */
  firstSync: z.boolean(),
  progress: syncProgressSchema.nullable(),
  lastError: bridgeErrorSchema.nullable(),
  nextTryAt: instantSchema.nullable(),
  /** Operator's time now, as far as known: the client's calendar rules use it. */
  operatorNow: instantSchema,
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const syncProcedures = {
  'sync.status': coreProcedure(z.void(), syncStatusSchema),
  /** Starts a sync, or joins the one that runs; answers at once, progress comes by events. */
  'sync.start': coreProcedure(z.void(), syncStatusSchema),
  'sync.cancel': coreProcedure(z.void(), syncStatusSchema),
} as const;
