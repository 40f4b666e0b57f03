/**
 * Runs in the page before any of its scripts: what a sandboxed preload sees of Electron, and the wire to main.
 * The preload's own code is called from here in a function scope, so none of its names reach the page.
 */
import { decode, encode } from './codec';
import { askInPage, type DialogQuestion } from './page-dialog';

type Wire =
  | { type: 'hello'; url: string }
  | { type: 'state'; state: 'dom-ready' | 'loaded' }
  | { type: 'invoke'; id: number; channel: string; args: string }
  | { type: 'send'; channel: string; args: string }
  | { type: 'open'; url: string }
  | { type: 'input'; input: string }
  | { type: 'answer'; id: number; value: string };
type FromMain =
  | { type: 'result'; id: number; value?: string; error?: string }
  | { type: 'message'; channel: string; args: string }
  | { type: 'dialog'; id: number; question: DialogQuestion };

type Listener = (event: object, ...args: unknown[]) => void;

declare const __standinPreload: (require: (name: string) => unknown, module: { exports: object }) => void;

const allowed = new Map<string, unknown>();
const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
const listeners = new Map<string, Set<Listener>>();
const outbox: string[] = [];
let nextId = 1;

/** What a person does to a page, and the name that Electron has for it. */
const inputs = [
  ['keydown', 'rawKeyDown'],
  ['mousedown', 'mouseDown'],
  ['mousemove', 'mouseMove'],
  ['wheel', 'mouseWheel'],
] as const;

/** Only the top frame talks to main; a frame inside it has no preload, as Electron's default is. */
const isTop = window === window.top;
const socket = isTop ? connect() : null;

function connect(): WebSocket {
  const wire = new WebSocket(`ws://${location.host}/__standin/ipc`);
  wire.onopen = () => {
    for (const text of outbox.splice(0)) wire.send(text);
  };
  wire.onmessage = (event) => receive(JSON.parse(String(event.data)) as FromMain);
  return wire;
}

function post(message: Wire): void {
  const text = JSON.stringify(message);
  if (socket?.readyState === WebSocket.OPEN) socket.send(text);
  else outbox.push(text);
}

function receive(message: FromMain): void {
  if (message.type === 'result') {
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) entry?.reject(new Error(message.error));
    else entry?.resolve(decode(message.value ?? 'null'));
  } else if (message.type === 'message') {
    const args = decode(message.args) as unknown[];
    for (const listener of [...(listeners.get(message.channel) ?? [])])
      listener({ sender: ipcRenderer }, ...args);
  } else {
    void askInPage(message.question).then((value) =>
      post({ type: 'answer', id: message.id, value: encode(value) }),
    );
  }
}

const ipcRenderer = {
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const id = nextId++;
    return new Promise((resolve, reject) => {
      const text = encode(args);
      waiting.set(id, { resolve, reject });
      post({ type: 'invoke', id, channel, args: text });
    });
  },
  send(channel: string, ...args: unknown[]): void {
    post({ type: 'send', channel, args: encode(args) });
  },
  on(channel: string, listener: Listener) {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    return ipcRenderer;
  },
  once(channel: string, listener: Listener) {
    const once: Listener = (event, ...args) => {
      ipcRenderer.removeListener(channel, once);
      listener(event, ...args);
    };
    return ipcRenderer.on(channel, once);
  },
  removeListener(channel: string, listener: Listener) {
    listeners.get(channel)?.delete(listener);
    return ipcRenderer;
  },
  removeAllListeners(channel: string) {
    listeners.delete(channel);
    return ipcRenderer;
  },
};

/** What crosses Electron's context bridge: data is copied, functions are wrapped, prototypes are dropped. */
function cross(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]) => {
      const result = value(...args.map(cross));
      return result instanceof Promise ? result.then(cross) : cross(result);
    };
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Promise) return value.then(cross);
  if (Array.isArray(value)) return value.map(cross);
  if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)]));
  }
  return decode(encode(value));
}

function freeze(value: unknown): unknown {
  if (value !== null && typeof value === 'object') {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}

const contextBridge = {
  exposeInMainWorld(key: string, api: unknown): void {
    if (key in globalThis)
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    Object.defineProperty(globalThis, key, { value: freeze(cross(api)), enumerable: true });
  },
};

allowed.set('electron', { contextBridge, ipcRenderer });

function sandboxedRequire(name: string): unknown {
  if (allowed.has(name)) return allowed.get(name);
  throw new Error(`module not found: ${name}`);
}

if (isTop) {
  post({ type: 'hello', url: location.href });
  addEventListener('DOMContentLoaded', () => post({ type: 'state', state: 'dom-ready' }));
  addEventListener('load', () => post({ type: 'state', state: 'loaded' }));
  for (const [event, input] of inputs) {
    addEventListener(event, () => post({ type: 'input', input }), { capture: true, passive: true });
  }
  window.open = (url) => {
    post({ type: 'open', url: new URL(String(url ?? 'about:blank'), location.href).href });
    return null;
  };
  addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element | null)?.closest?.('a[target]');
      if (!(link instanceof HTMLAnchorElement) || link.target === '_self') return;
      event.preventDefault();
      post({ type: 'open', url: link.href });
    },
    true,
  );
  __standinPreload(sandboxedRequire, { exports: {} });
}
