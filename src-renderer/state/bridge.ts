import type {
  BridgeApi,
  EventName,
  EventPayload,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { Envelope } from '../../src-shared/bridge/procedure';

declare global {
  interface Window {
    /** Put into the page by the preload. */
    cabinet: BridgeApi;
  }
}

/** `[]` for procedures without an input, `[input]` for the rest. */
export type InputOf<Name extends ProcedureName> =
  undefined extends ProcedureInput<Name> ? [input?: ProcedureInput<Name>] : [input: ProcedureInput<Name>];

/**
 * Calls a procedure of the program.
 * @throws CabinetError with the code and parameters that came over the bridge.
 */
export async function callBridge<Name extends ProcedureName>(
  name: Name,
  ...[input]: InputOf<Name>
): Promise<ProcedureOutput<Name>> {
  const call = window.cabinet.call[name] as (
    input: ProcedureInput<Name> | undefined,
  ) => Promise<Envelope<ProcedureOutput<Name>>>;
  const answer = await call(input);
  if (answer.ok) return answer.value;
  throw new CabinetError(answer.error.code, answer.error.params);
}

/** Listens to an event of the program. @returns what ends the listening. */
export function onBridge<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  const subscribe = window.cabinet.on[name] as (
    listener: (payload: EventPayload<Name>) => void,
  ) => () => void;
  return subscribe(listener);
}
