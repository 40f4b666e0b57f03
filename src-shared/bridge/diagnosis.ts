import { z } from 'zod';
import { coreProcedure, mainProcedure } from './procedure';

/** What the open cache is, in figures; nothing of the account. */
export const cacheFactsSchema = z.strictObject({
  /** Bytes of the file and of its write-ahead log. */
  fileBytes: z.int().min(0),
  logBytes: z.int().min(0),
  /** Number of migrations the file has. */
  schema: z.int().min(0),
  sqlite: z.string(),
  cipher: z.string(),
  subscribers: z.int().min(0),
  /** Records of calls and SMS. */
  records: z.int().min(0),
  /** Commands without an answer. */
  openCommands: z.int().min(0),
});
export type CacheFacts = z.infer<typeof cacheFactsSchema>;

export const diagnosisProcedures = {
  'diagnosis.cache': coreProcedure(z.void(), cacheFactsSchema),
  /** Reads the whole cache in a process of its own; a damaged one is set aside and made anew. */
  'diagnosis.check': mainProcedure(z.void(), z.strictObject({ sound: z.boolean() })),
  /** The file for whoever helps, exactly as it would be saved: facts of the program and the end of its log. */
  'diagnosis.report': mainProcedure(z.void(), z.strictObject({ name: z.string(), text: z.string() })),
} as const;
