import { EventEmitter } from 'node:events';
import { WebContents, type WebPreferences } from './web-contents';

type Options = {
  width?: number;
  height?: number;
  title?: string;
  show?: boolean;
  webPreferences?: WebPreferences;
};
type Bounds = { x: number; y: number; width: number; height: number };

let nextId = 1;
const windows = new Map<number, BrowserWindow>();
/** @internal told of windows and contents, for the events of `app`. */
export const windowEvents = new EventEmitter();

export class BrowserWindow extends EventEmitter {
  readonly id = nextId++;
  readonly webContents: WebContents;
  private bounds: Bounds;
  private title: string;
  private visible: boolean;
  private minimized = false;
  private maximized = false;
  private closed = false;

  constructor(options: Options = {}) {
    super();
    const { width = 800, height = 600 } = options;
    this.bounds = { x: 0, y: 0, width, height };
    this.title = options.title ?? 'Electron';
    this.visible = options.show !== false;
    this.webContents = new WebContents(options.webPreferences ?? {}, { width, height });
    windows.set(this.id, this);
    this.webContents.once('dom-ready', () => setImmediate(() => this.emit('ready-to-show')));
    this.webContents.on('-close-requested', () => this.close());
    // The target can also vanish by itself: a person closed the browser's window.
    this.webContents.once('destroyed', () => this.forget());
    windowEvents.emit('web-contents-created', {}, this.webContents);
    windowEvents.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows.values()].find((window) => window.webContents === contents) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows.values()].find((window) => window.visible) ?? null;
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  isDestroyed = (): boolean => this.closed;
  isVisible = (): boolean => this.visible;
  isMinimized = (): boolean => this.minimized;
  isMaximized = (): boolean => this.maximized;
  isFocused = (): boolean => this.visible;
  isFullScreen = (): boolean => false;
  getTitle = (): string => this.title;
  getBounds = (): Bounds => ({ ...this.bounds });
  setMenuBarVisibility(): void {}
  setBackgroundColor(): void {}

  setTitle(title: string): void {
    this.title = title;
    this.emit('page-title-updated', { preventDefault() {} }, title);
  }
  show(): void {
    this.visible = true;
    this.emit('show');
  }
  hide(): void {
    this.visible = false;
    this.emit('hide');
  }
  focus(): void {
    this.emit('focus');
  }
  minimize(): void {
    this.minimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.minimized = false;
    this.emit('restore');
  }
  maximize(): void {
    this.maximized = true;
    this.emit('maximize');
  }
  unmaximize(): void {
    this.maximized = false;
    this.emit('unmaximize');
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    void this.webContents.setBounds({ width: this.bounds.width, height: this.bounds.height });
    this.emit('resize');
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  /** @returns false when a listener of `close` prevented it. */
  close(): boolean {
    if (this.closed) return true;
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    void this.webContents.dispose();
  }

  private forget(): void {
    if (this.closed) return;
    this.closed = true;
    windows.delete(this.id);
    this.emit('closed');
    if (windows.size === 0) windowEvents.emit('window-all-closed');
  }
}
