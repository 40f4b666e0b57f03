import { contextBridge, ipcRenderer } from 'electron';

// Names come from the contract at build time: the page gets one function for each of them and nothing generic.
// This file must not import anything else; a sandboxed preload is a single file.
declare const __BRIDGE_NAMES__: { procedures: string[]; events: string[] };

const GLOBAL = 'cabinet';
const CALL = 'cabinet.call';
const EVENT = 'cabinet.event';
const READY = 'cabinet.ready';

type Listener = (payload: unknown) => void;
const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(EVENT, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

function subscribe(name: string, listener: Listener): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  return () => {
    set.delete(listener);
  };
}

const call = Object.fromEntries(
  __BRIDGE_NAMES__.procedures.map((name) => [
    name,
    (input: unknown) => ipcRenderer.invoke(CALL, name, input),
  ]),
);
const on = Object.fromEntries(
  __BRIDGE_NAMES__.events.map((name) => [name, (listener: Listener) => subscribe(name, listener)]),
);

contextBridge.exposeInMainWorld(GLOBAL, { call, on, ready: () => ipcRenderer.send(READY) });
