import { z } from 'zod';
import { instantSchema, monthSchema } from '../domain/account';
import { cdrSchema } from '../domain/cdr';
import { cursorSchema, feedPageSchema } from './feeds';

/**
 * Files of whole months of calls, for whoever takes in a long history. A file is pages of the feed of calls, one a line,
 * which follow one another as its cursors do: whoever has stored a line goes on after it, by the next line or by the feed.
 */
export const monthFilesSchema = z.strictObject({
  /** In order of time; months without a file are taken by the feed. */
  months: z
    .array(
      z.strictObject({
        month: monthSchema,
        /** Cursor of the feed at which the file begins; null: the beginning of what the operator keeps. */
        since: cursorSchema.nullable(),
      }),
    )
    .max(600),
  serverTime: instantSchema,
});
export type MonthFiles = z.infer<typeof monthFilesSchema>;

export const monthFileQuerySchema = z.strictObject({ month: monthSchema });

/** One line. Its `more` is always true: the feed goes on after the month. `serverTime` is when the file was made. */
export const monthFileLineSchema = feedPageSchema(cdrSchema);
