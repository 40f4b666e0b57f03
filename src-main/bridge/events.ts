import type { EventName, EventPayload } from '../../src-shared/bridge/contract';

export type EmitEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** Longest queue for a page that is not ready; older events are dropped, the page asks for state anyway. */
const MAX_WAITING = 200;

/** Events to the window; they wait until the page says that it listens. */
export function createEventQueue(send: (name: EventName, payload: unknown) => void): {
  emit: EmitEvent;
  /** The page listens from now on. */
  open(): void;
  /** The page goes away (reload, crash). */
  close(): void;
} {
  let listening = false;
  let waiting: [EventName, unknown][] = [];
  return {
    emit(name, payload) {
      if (listening) send(name, payload);
      else waiting = [...waiting, [name, payload] as [EventName, unknown]].slice(-MAX_WAITING);
    },
    open() {
      listening = true;
      for (const [name, payload] of waiting) send(name, payload);
      waiting = [];
    },
    close() {
      listening = false;
    },
  };
}
