import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, windowEvents } from './browser-window';
import { startRuntime } from './runtime';
import { markReady } from './session';
import { utilityMetrics } from './utility-process';

type Package = { name: string; productName?: string; version: string };

class CommandLine {
  private readonly switches = new Map<string, string>();
  readonly arguments: string[] = [];

  constructor() {
    for (const argument of process.argv.slice(1)) {
      const match = /^--([^=]+)(?:=(.*))?$/.exec(argument);
      if (match?.[1]) this.switches.set(match[1].toLowerCase(), match[2] ?? '');
    }
  }
  appendSwitch(name: string, value = ''): void {
    this.switches.set(name.toLowerCase(), value);
  }
  appendArgument(): void {}
  hasSwitch = (name: string): boolean => this.switches.has(name.toLowerCase());
  getSwitchValue = (name: string): string => this.switches.get(name.toLowerCase()) ?? '';
  removeSwitch(name: string): void {
    this.switches.delete(name.toLowerCase());
  }
}

export class App extends EventEmitter {
  readonly commandLine = new CommandLine();
  readonly isPackaged: boolean;
  readonly dock = undefined;
  private readonly appPath: string;
  private readonly paths = new Map<string, string>();
  private readonly pkg: Package;
  private name: string;
  private ready = false;
  private readonly whenReadyPromise: Promise<void>;
  private resolveReady: () => void = () => {};
  private quitting = false;
  private lock: string | null = null;

  constructor(appPath: string, isPackaged: boolean, pkg: Package) {
    super();
    this.appPath = appPath;
    this.isPackaged = isPackaged;
    this.pkg = pkg;
    this.name = pkg.productName ?? pkg.name;
    this.whenReadyPromise = new Promise((resolve) => {
      this.resolveReady = resolve;
    });
    const given = this.commandLine.getSwitchValue('user-data-dir');
    if (given) this.paths.set('userData', given);
    for (const event of ['web-contents-created', 'browser-window-created'] as const) {
      windowEvents.on(event, (...args) => this.emit(event, ...args));
    }
    windowEvents.on('window-all-closed', () => {
      if (this.quitting) this.finishQuit();
      else if (!this.emit('window-all-closed')) this.quit();
    });
  }

  /** @internal the browser runs; what waits for `ready` goes on. */
  async becomeReady(): Promise<void> {
    await startRuntime();
    this.ready = true;
    markReady();
    this.resolveReady();
    this.emit('ready', {}, {});
  }

  whenReady = (): Promise<void> => this.whenReadyPromise;
  isReady = (): boolean => this.ready;
  getAppPath = (): string => this.appPath;
  getVersion = (): string => this.pkg.version;
  getName = (): string => this.name;
  setName(name: string): void {
    this.name = name;
  }
  getLocale = (): string => (process.env.LANG ?? 'ru').slice(0, 2);
  getSystemLocale = (): string => this.getLocale();
  getPreferredSystemLanguages = (): string[] => [this.getLocale()];
  getAppMetrics = (): object[] => [
    { pid: process.pid, type: 'Browser', memory: { workingSetSize: process.memoryUsage().rss / 1024 } },
    ...utilityMetrics(),
  ];
  setAppUserModelId(): void {}
  enableSandbox(): void {}
  focus(): void {}

  getPath(name: string): string {
    const set = this.paths.get(name);
    if (set) return set;
    const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return config;
      case 'userData':
        return join(config, this.name);
      case 'sessionData':
        return this.getPath('userData');
      case 'logs':
        return join(this.getPath('userData'), 'logs');
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.execPath;
      case 'downloads':
        return join(homedir(), 'Downloads');
      case 'documents':
        return join(homedir(), 'Documents');
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  /** A later start leaves a letter in the first one's inbox and is told that it is not the first. */
  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, 'SingletonLock');
    const inbox = join(folder, 'SingletonInbox');
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch {
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) {
        mkdirSync(inbox, { recursive: true });
        const letter = { argv: process.argv, cwd: process.cwd(), additionalData };
        writeFileSync(join(inbox, `${process.pid}.json`), JSON.stringify(letter));
        return false;
      }
      writeFileSync(lock, String(process.pid));
    }
    this.lock = lock;
    rmSync(inbox, { recursive: true, force: true });
    mkdirSync(inbox, { recursive: true });
    watch(inbox, () => this.readInbox(inbox)).unref();
    process.once('exit', () => this.releaseSingleInstanceLock());
    return true;
  }
  hasSingleInstanceLock = (): boolean => this.lock !== null;
  releaseSingleInstanceLock(): void {
    if (this.lock) rmSync(this.lock, { force: true });
    this.lock = null;
  }

  private readInbox(inbox: string): void {
    for (const name of readdirSync(inbox)) {
      const path = join(inbox, name);
      try {
        const letter = JSON.parse(readFileSync(path, 'utf8')) as {
          argv: string[];
          cwd: string;
          additionalData: unknown;
        };
        rmSync(path);
        this.emit('second-instance', {}, letter.argv, letter.cwd, letter.additionalData);
      } catch {
        // Still being written: the next change of the folder brings it again.
      }
    }
  }

  quit(): void {
    if (this.emitPreventable('before-quit')) return;
    this.quitting = true;
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.close()) {
        this.quitting = false;
        return;
      }
    }
    if (BrowserWindow.getAllWindows().length === 0) this.finishQuit();
  }

  private finishQuit(): void {
    if (this.emitPreventable('will-quit')) {
      this.quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    process.exit(0);
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    process.exit(code);
  }
  relaunch(): void {}

  private emitPreventable(name: string): boolean {
    let prevented = false;
    this.emit(name, { preventDefault: () => (prevented = true) });
    return prevented;
  }
}

/** A killed process that nobody has taken away yet is not alive; only Linux says so. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
