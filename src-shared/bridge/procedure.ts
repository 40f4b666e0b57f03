import type { z } from 'zod';
import type { BridgeError } from './errors';

/** Who serves a procedure: the core process (cabinet, cache, sync) or the main process (windows, files, demo). */
export type ProcedureOwner = 'core' | 'main';

export type Procedure<
  Owner extends ProcedureOwner = ProcedureOwner,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = { owner: Owner; input: Input; output: Output };

export const coreProcedure = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Procedure<'core', Input, Output> => ({ owner: 'core', input, output });

export const mainProcedure = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Procedure<'main', Input, Output> => ({ owner: 'main', input, output });

/** What crosses the bridge for every call. */
export type Envelope<Value> = { ok: true; value: Value } | { ok: false; error: BridgeError };
