import type { EventName, EventPayload } from '../../src-shared/bridge/contract';

export type EmitEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** Longest queue for a page that is not ready; older events are dropped, the page asks for state anyway. */
const MAX_WAITING = 200;
/** However many events come, the page is told this often of what they come to. */
const MERGE_MS = 100;

/** Events of which only the last word counts, by what they are about; all others are told one by one. */
const merges: {
  [Name in EventName]?: {
    about(payload: EventPayload<Name>): string | number;
    merge?(before: EventPayload<Name>, after: EventPayload<Name>): EventPayload<Name>;
  };
} = {
  'cache.changed': {
    about: () => '',
    merge: (before, after) => ({ sets: [...new Set([...before.sets, ...after.sets])] }),
  },
  'sync.status': { about: () => '' },
  'commands.changed': { about: ({ id }) => id },
  'exports.changed': { about: ({ id }) => id },
  'backups.changed': { about: () => '' },
  'demo.changed': { about: ({ what }) => what },
};
type Merge = {
  about(payload: unknown): string | number;
  merge?(before: unknown, after: unknown): unknown;
};

/**
 * Events to the window; they wait until the page says that it listens. A flood of them is merged: the first one
 * goes at once, and what follows within a moment goes together, in the order in which it was first spoken of.
 */
export function createEventQueue(send: (name: EventName, payload: unknown) => void): {
  emit: EmitEvent;
  /** The page listens from now on. */
  open(): void;
  /** The page goes away (reload, crash). */
  close(): void;
} {
  let listening = false;
  let timer: NodeJS.Timeout | null = null;
  let waiting = new Map<string, [EventName, unknown]>();
  let count = 0;

  function flush(): void {
    const told = waiting;
    waiting = new Map();
    for (const [name, payload] of told.values()) send(name, payload);
  }

  function rest(): void {
    timer ??= setTimeout(() => {
      timer = null;
      if (!listening || waiting.size === 0) return;
      flush();
      rest();
    }, MERGE_MS).unref();
  }

  function keep(name: EventName, payload: unknown): void {
    const rule = merges[name] as Merge | undefined;
    const key = rule ? `${name} ${rule.about(payload)}` : `${name} #${count++}`;
    const before = waiting.get(key);
    waiting.set(key, [name, before && rule?.merge ? rule.merge(before[1], payload) : payload]);
    if (waiting.size <= MAX_WAITING) return;
    const oldest = waiting.keys().next();
    if (listening) flush();
    else if (!oldest.done) waiting.delete(oldest.value);
  }

  return {
    emit(name, payload) {
      keep(name, payload);
      if (!listening || (merges[name] && timer)) return;
      flush();
      if (merges[name]) rest();
    },
    open() {
      listening = true;
      flush();
    },
    close() {
      listening = false;
    },
  };
}
