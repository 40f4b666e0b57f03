import type * as Electron from 'electron';
import type { App } from './app';
import { BrowserWindow } from './browser-window';
import { dialog } from './dialog';
import { ipcMain } from './ipc-main';
import { safeStorage } from './safe-storage';
import { defaultSession, protocol } from './session';
import {
  clipboard,
  crashReporter,
  Menu,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  screen,
  shell,
} from './small-parts';
import { utilityProcess } from './utility-process';
import { WebContents } from './web-contents';

/** Names that must exist in Electron itself; a typing error here does not compile. */
type ElectronNames = keyof typeof Electron;

/** A part that is not there must say so instead of being undefined somewhere deep in the program. */
function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'toJSON') {
        throw new Error(`the stand-in has no ${name}.${key}`);
      }
      const value = Reflect.get(target, key, receiver);
      return value;
    },
  });
}

/** `require('electron')` of the main process. Objects stay writable: tests replace single functions. */
export function mainApi(app: App) {
  const parts = {
    app,
    BrowserWindow,
    clipboard: strict('clipboard', clipboard),
    crashReporter,
    dialog: strict('dialog', dialog),
    ipcMain,
    Menu,
    nativeTheme,
    net: strict('net', net),
    Notification,
    powerMonitor,
    protocol: strict('protocol', protocol),
    safeStorage: strict('safeStorage', safeStorage),
    screen,
    session: strict('session', { defaultSession, fromPartition: () => defaultSession }),
    shell: strict('shell', shell),
    utilityProcess: strict('utilityProcess', utilityProcess),
    webContents: WebContents,
  } satisfies Partial<Record<ElectronNames, unknown>>;
  return strict('electron', parts);
}

/** `require('electron')` of a utility process. */
export const utilityApi = strict('electron', { net } satisfies Partial<Record<ElectronNames, unknown>>);
