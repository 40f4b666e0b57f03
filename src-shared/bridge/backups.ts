import { z } from 'zod';
import { instantSchema } from '../domain/account';
import { bridgeErrorSchema } from './error-schema';
import { mainProcedure } from './procedure';

/** A backup copy of the open cache. */
export const backupSchema = z.strictObject({
  /** Name of its file. */
  name: z.string(),
  madeAt: instantSchema,
  bytes: z.int().min(0),
});
export type Backup = z.infer<typeof backupSchema>;

const backupsViewSchema = z.strictObject({
  /** Newest first. */
  items: z.array(backupSchema),
  /** One is being made. */
  making: z.boolean(),
  /** The account's data lives for this visit only: there is nothing to copy. */
  forVisit: z.boolean(),
  /** Why the last automatic one could not be made; null: nothing is wrong. */
  problem: bridgeErrorSchema.nullable(),
});

/** How many copies a person can have kept; 0: none are made by themselves. */
export const backupCounts = [0, 1, 2, 3, 5, 10] as const;

export const backupProcedures = {
  'backups.list': mainProcedure(z.void(), backupsViewSchema),
  /** Makes a copy now. @throws CabinetError disk-full, data-not-writable, too-many-calls, not-available */
  'backups.make': mainProcedure(z.void(), z.void()),
  /**
   * Goes back to a copy, which is read whole before; what is there now becomes a copy.
   * @throws CabinetError not-found, backup-unusable, cache-newer, disk-full, file-busy
   */
  'backups.restore': mainProcedure(z.strictObject({ name: z.string().min(1).max(200) }), z.void()),
  /**
   * Loads everything from the operator into an empty cache; what is there now becomes a copy.
   * @throws CabinetError not-available, disk-full, file-busy
   */
  'backups.loadAnew': mainProcedure(z.void(), z.void()),
} as const;
