import { z } from 'zod';
import { documentRequestSchema, exportViewSchema } from './exports';
import { mainProcedure } from './procedure';

export const previewProcedures = {
  /**
   * The PDF of a document, made in memory and kept there until it is closed; one before it is given up.
   * @throws CabinetError export-empty, preview-too-large, cancelled
   */
  'preview.make': mainProcedure(
    z.strictObject({ document: documentRequestSchema }),
    z.strictObject({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  /** Gives up the one that is being made, or forgets the one that was. */
  'preview.close': mainProcedure(z.void(), z.void()),
  /** Saves the bytes that are shown; null when the dialog was closed. @throws CabinetError not-found */
  'preview.save': mainProcedure(z.void(), exportViewSchema.nullable()),
  /**
   * Prints what the page has for paper, by the system's dialog; false when the person closed it.
   * @throws CabinetError print-failed
   */
  'preview.print': mainProcedure(z.strictObject({ landscape: z.boolean() }), z.boolean()),
} as const;
