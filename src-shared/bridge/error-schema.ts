import { z } from 'zod';
import { type BridgeError, errorCodes } from './errors';

/** Apart from the errors themselves: the window's first page knows these and needs no schemas. */
export const bridgeErrorSchema: z.ZodType<BridgeError> = z.strictObject({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
