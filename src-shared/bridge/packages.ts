import { z } from 'zod';
import { monthSchema } from '../domain/account';
import { MAX_TEMPLATE } from '../domain/file-names';
import { exportFormats } from './export-formats';
import { exportViewSchema } from './exports';
import { monthItems } from './month-items';
import { mainProcedure } from './procedure';

/** «Пакет за месяц»: documents of a month as files of one folder. */
export const packageRequestSchema = z.strictObject({
  month: monthSchema,
  items: z
    .array(z.strictObject({ item: z.enum(monthItems), formats: z.array(z.enum(exportFormats)).min(1) }))
    .min(1)
    .max(monthItems.length),
  /** Names of the files, without their endings. */
  template: z.string().min(1).max(MAX_TEMPLATE),
});
export type PackageRequest = z.infer<typeof packageRequestSchema>;

export const packageProcedures = {
  /** The folder in which packages are put; null: none was chosen yet. */
  'package.folder': mainProcedure(z.void(), z.string().nullable()),
  /** Asks for that folder. Null when the person closed the dialog. */
  'package.chooseFolder': mainProcedure(z.void(), z.string().nullable()),
  /** Writes the documents into a folder of the month's own there. @throws CabinetError bad-input {field}, export-empty */
  'package.start': mainProcedure(packageRequestSchema, exportViewSchema),
  /** Writes the files once more that were not written. @throws CabinetError not-found */
  'package.retry': mainProcedure(z.strictObject({ id: z.string() }), exportViewSchema),
} as const;
