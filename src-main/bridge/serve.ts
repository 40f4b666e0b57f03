import type {
  CoreProcedureName,
  Handlers,
  MainProcedureName,
  ProcedureName,
} from '../../src-shared/bridge/contract';
import { CabinetError, toBridgeError } from '../../src-shared/bridge/errors';
import type { Envelope } from '../../src-shared/bridge/procedure';
import { isTooLarge } from './input-size';

/** The part of an ipc event that says who calls. */
export type CallSender = {
  senderFrame: { url: string; parent: unknown } | null;
  sender: { id: number };
};

export type BridgeDependencies = {
  /** The main window's id in ipc events, or null when there is none. */
  windowId(): number | null;
  isOwnUrl(url: string): boolean;
  /** Resolves when the program has tried to start what answers; never rejects. The page may be there earlier. */
  begun(): Promise<void>;
  callCore(name: CoreProcedureName, input: unknown): Promise<unknown>;
  handlers: Handlers<MainProcedureName>;
  /** Faults that are not CabinetErrors; they cross as «internal» without their text. */
  onFault(name: string, error: unknown): void;
};

const refusal = (error: CabinetError): Envelope<never> => ({ ok: false, error: error.toBridge() });

/** Only the top frame of the main window, showing a page of its own, may call. */
export function isTrustedSender(event: CallSender, dependencies: BridgeDependencies): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame.parent === null &&
    event.sender.id === dependencies.windowId() &&
    dependencies.isOwnUrl(frame.url)
  );
}

/**
 * Serves one call of the window: sender, name, shape, then the owner of the procedure.
 * Never rejects: every fault is an envelope with a code.
 */
export async function serveCall(
  event: CallSender,
  name: unknown,
  input: unknown,
  dependencies: BridgeDependencies,
): Promise<Envelope<unknown>> {
  if (!isTrustedSender(event, dependencies))
    return refusal(new CabinetError('not-available', { name: 'sender' }));
  // Loaded by the first call: the window does not wait for the schemas.
  const { procedures } = await import('../../src-shared/bridge/contract');
  if (typeof name !== 'string' || !Object.hasOwn(procedures, name)) {
    return refusal(new CabinetError('not-available', { name: String(name).slice(0, 80) }));
  }
  const procedure = procedures[name as ProcedureName];
  if (isTooLarge(input)) return refusal(new CabinetError('bad-input', { field: 'size' }));
  try {
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refusal(new CabinetError('bad-input', { field: issue?.path.join('.') || 'input' }));
    }
    await dependencies.begun();
    const value =
      procedure.owner === 'core'
        ? await dependencies.callCore(name as CoreProcedureName, parsed.data)
        : await dependencies.handlers[name as MainProcedureName](parsed.data as never);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof CabinetError)) dependencies.onFault(name, error);
    return { ok: false, error: toBridgeError(error) };
  }
}
