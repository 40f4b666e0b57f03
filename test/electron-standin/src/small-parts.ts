import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { WebContents } from './web-contents';

/** The parts of Electron that need only a line or two to behave. */

class NativeTheme extends EventEmitter {
  private source: 'system' | 'light' | 'dark' = 'system';
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.source;
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    const changed = source !== this.source;
    this.source = source;
    for (const contents of WebContents.getAllWebContents()) void contents.emulate(source);
    if (changed) this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}
export const nativeTheme = new NativeTheme();

let clipboardText = '';
export const clipboard = {
  writeText: async (text: string): Promise<void> => {
    clipboardText = text;
    const page = WebContents.getAllWebContents()[0];
    // Best effort towards the person's own clipboard; a headless page has none.
    await page
      ?.executeJavaScript(`navigator.clipboard?.writeText(${JSON.stringify(text)}).catch(() => {})`)
      .catch(() => {});
  },
  readText: async (): Promise<string> => clipboardText,
  clear: (): void => {
    clipboardText = '';
  },
};

const hasOpener = (): boolean => existsSync('/usr/bin/xdg-open') && Boolean(process.env.DISPLAY);
const open = (target: string): void => {
  if (hasOpener()) spawn('xdg-open', [target], { detached: true, stdio: 'ignore' }).unref();
  else process.stdout.write(`To open: ${target}\n`);
};
export const shell = {
  openExternal: async (url: string): Promise<void> => open(url),
  openPath: async (path: string): Promise<string> => {
    if (!existsSync(path)) return 'File does not exist';
    open(path);
    return '';
  },
  showItemInFolder: (path: string): void => open(path),
  beep(): void {},
};

type Item = {
  label?: string;
  role?: string;
  submenu?: Item[];
  click?: (...args: unknown[]) => void;
  accelerator?: string;
};
export class Menu {
  private static application: Menu | null = null;
  readonly items: Item[];
  constructor(items: Item[] = []) {
    this.items = items;
  }
  static buildFromTemplate(template: Item[]): Menu {
    return new Menu(template.map((item) => ({ ...item })));
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.application;
  }
  popup(): void {}
}

const display = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
  scaleFactor: 1,
};
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
});

export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: (): number => 0,
  getSystemIdleState: (): string => 'active',
  isOnBatteryPower: (): boolean => false,
});

export class Notification extends EventEmitter {
  static isSupported = (): boolean => false;
  show(): void {}
  close(): void {}
}

export const net = { fetch: globalThis.fetch, isOnline: (): boolean => true, online: true };
export const crashReporter = { start(): void {} };
