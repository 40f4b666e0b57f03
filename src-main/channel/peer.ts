import { type BridgeError, CabinetError, toBridgeError } from '../../src-shared/bridge/errors';
import type { Envelope } from '../../src-shared/bridge/procedure';

/**
 * The little of a message port that a peer needs, so the same code runs over `utilityProcess`,
 * `process.parentPort`, a worker or a pair of arrays in a test.
 */
export type Port = {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
};

type Message =
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'result'; id: number; envelope: Envelope<unknown> }
  | { kind: 'event'; name: string; payload: unknown };

/** Functions by name, as typed maps of the two directions of a port. */
// biome-ignore lint/suspicious/noExplicitAny: inputs are contravariant; `never` would refuse every typed map.
export type CallMap = Record<string, (input: any) => unknown>;
export type EventMap = Record<string, unknown>;

type InputOf<Fn> = Fn extends (input: infer Input) => unknown ? Input : never;
type OutputOf<Fn> = Fn extends (input: never) => infer Output ? Awaited<Output> : never;

export type PeerOptions<Local extends CallMap> = {
  handlers: Local;
  /** Longest wait for an answer; calls that run longer by nature report by events instead. */
  timeoutMs?: number;
  /** Called for answers that took long. */
  onSlowCall?: (name: string, ms: number) => void;
  /** Called for faults that are not CabinetErrors, before they cross as «internal». */
  onFault?: (name: string, error: unknown) => void;
};

export type Peer<Remote extends CallMap, OutEvents extends EventMap, InEvents extends EventMap> = {
  /** Calls the other side. @throws CabinetError with the other side's code, «timeout», or the closing error. */
  call<Name extends keyof Remote & string>(
    name: Name,
    input: InputOf<Remote[Name]>,
  ): Promise<OutputOf<Remote[Name]>>;
  emit<Name extends keyof OutEvents & string>(name: Name, payload: OutEvents[Name]): void;
  on<Name extends keyof InEvents & string>(
    name: Name,
    listener: (payload: InEvents[Name]) => void,
  ): () => void;
  /** Rejects everything that waits; for a port whose other side died. */
  close(error: CabinetError): void;
};

const DEFAULT_TIMEOUT_MS = 30_000;
const SLOW_MS = 40;

/** Joins one end of a port: numbered calls both ways, events both ways, errors as `{code, params}`. */
export function createPeer<
  Remote extends CallMap,
  OutEvents extends EventMap = Record<string, never>,
  InEvents extends EventMap = Record<string, never>,
>(port: Port, options: PeerOptions<CallMap>): Peer<Remote, OutEvents, InEvents> {
  const waiting = new Map<
    number,
    { name: string; resolve(value: unknown): void; reject(error: Error): void; timer: NodeJS.Timeout }
  >();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let nextId = 1;
  let closed: CabinetError | null = null;

  function post(message: Message): void {
    port.postMessage(message);
  }

  async function serve(id: number, name: string, input: unknown): Promise<void> {
    const handler = Object.hasOwn(options.handlers, name) ? options.handlers[name] : undefined;
    const started = performance.now();
    let envelope: Envelope<unknown>;
    try {
      if (!handler) throw new CabinetError('not-available', { name });
      envelope = { ok: true, value: await handler(input) };
    } catch (error) {
      if (!(error instanceof CabinetError)) options.onFault?.(name, error);
      envelope = { ok: false, error: toBridgeError(error) };
    }
    const ms = performance.now() - started;
    if (ms > SLOW_MS) options.onSlowCall?.(name, ms);
    // Nobody is there to hear it.
    if (closed) return;
    try {
      post({ kind: 'result', id, envelope });
    } catch (error) {
      // An answer that cannot be cloned must not leave the caller waiting for ever.
      options.onFault?.(name, error);
      post({ kind: 'result', id, envelope: { ok: false, error: { code: 'internal', params: {} } } });
    }
  }

  function settle(id: number, envelope: Envelope<unknown>): void {
    const entry = waiting.get(id);
    if (!entry) return;
    waiting.delete(id);
    clearTimeout(entry.timer);
    if (envelope.ok) entry.resolve(envelope.value);
    else entry.reject(revive(envelope.error));
  }

  port.onMessage((raw) => {
    const message = raw as Message;
    if (message.kind === 'call') {
      void serve(message.id, message.name, message.input);
    } else if (message.kind === 'result') {
      settle(message.id, message.envelope);
    } else {
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload as never);
    }
  });

  return {
    call(name, input) {
      if (closed) return Promise.reject(closed);
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new CabinetError('timeout', { name }));
        }, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
        timer.unref?.();
        waiting.set(id, { name, resolve: resolve as (value: unknown) => void, reject, timer });
        post({ kind: 'call', id, name, input });
      });
    },
    emit(name, payload) {
      if (!closed) post({ kind: 'event', name, payload });
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (payload: never) => void));
      return () => set.delete(listener as (payload: never) => void);
    },
    close(error) {
      closed = error;
      for (const entry of waiting.values()) {
        clearTimeout(entry.timer);
        entry.reject(error);
      }
      waiting.clear();
    },
  };
}

function revive(error: BridgeError): CabinetError {
  return new CabinetError(error.code, error.params);
}
