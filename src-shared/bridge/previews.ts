import { z } from 'zod';
import { documentRequestSchema } from './exports';
import { mainProcedure } from './procedure';

/** Longest table that is shown before it is saved: some two hundred pages. */
export const PREVIEW_ROWS = 10_000;

export const previewProcedures = {
  /**
   * The PDF of a document, made in memory and kept nowhere; one that is still being made is given up.
   * @throws CabinetError export-empty, preview-too-large, cancelled
   */
  'preview.make': mainProcedure(
    z.strictObject({ document: documentRequestSchema }),
    z.strictObject({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  /** Gives up the one that is being made. */
  'preview.cancel': mainProcedure(z.void(), z.void()),
  /**
   * Prints what the page has for paper, by the system's dialog; false when the person closed it.
   * @throws CabinetError print-failed
   */
  'preview.print': mainProcedure(z.strictObject({ landscape: z.boolean() }), z.boolean()),
} as const;
