import { EventEmitter } from 'node:events';
import { privileged, schemes } from './runtime';
import type { SchemeHandler } from './server';

let isReady = false;
let registered = false;

/** @internal */
export const markReady = (): void => {
  isReady = true;
};

export const protocol = {
  registerSchemesAsPrivileged(list: { scheme: string }[]): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (registered) throw new Error('protocol.registerSchemesAsPrivileged may be called only once');
    registered = true;
    for (const { scheme } of list) privileged.add(scheme);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (schemes.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    schemes.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    schemes.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => schemes.has(scheme),
};

type RequestHandler = (contents: unknown, permission: string, decide: (granted: boolean) => void) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string) => boolean;

/** Electron's names of permissions, and Chromium's for the browser that draws the page. */
const permissions = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  midi: ['midi'],
} as const;

class Session extends EventEmitter {
  readonly protocol = protocol;
  fetch = globalThis.fetch;
  private requestHandler: RequestHandler = (_contents, _permission, decide) => decide(true);
  private checkHandler: CheckHandler = () => true;
  async clearStorageData(): Promise<void> {}
  setDevicePermissionHandler(): void {}
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }

  /** @internal Chromium's names of permissions with what the program says; without handlers Electron grants all. */
  async *decisions(contents: unknown, origin: string): AsyncGenerator<[name: string, granted: boolean]> {
    for (const [permission, names] of Object.entries(permissions)) {
      const asked = new Promise<boolean>((decide) => this.requestHandler(contents, permission, decide));
      const granted = this.checkHandler(contents, permission, origin) && (await asked);
      for (const name of names) yield [name, granted];
    }
  }
}

export const defaultSession = new Session();
