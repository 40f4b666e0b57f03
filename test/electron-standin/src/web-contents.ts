import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebSocket } from 'ws';
import type { Cdp } from './chromium';
import { decode, encode } from './codec';
import { ipcMain } from './ipc-main';
import type { DialogQuestion } from './page-dialog';
import { settlePage, tellDownload, tellNavigation } from './page-guards';
import { isServedOnly, setPreload, startRuntime } from './runtime';
import type { PageServer } from './server';
import { defaultSession } from './session';
import { WebFrameMain } from './web-frame-main';

type FromPage =
  | { type: 'hello'; url: string }
  | { type: 'state'; state: 'dom-ready' | 'loaded' }
  | { type: 'invoke'; id: number; channel: string; args: string }
  | { type: 'send'; channel: string; args: string }
  | { type: 'open'; url: string }
  | { type: 'input'; input: string }
  | { type: 'answer'; id: number; value: string };

export type WebPreferences = { preload?: string; devTools?: boolean };
type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

let nextId = 1;
const all = new Map<number, WebContents>();

/** The page of a window: a DevTools target, and a socket to its preload. */
export class WebContents extends EventEmitter {
  readonly id = nextId++;
  readonly session = defaultSession;
  readonly size: { width: number; height: number };
  targetId = '';
  private cdpSession = '';
  private frame: WebFrameMain | null = null;
  private socket: WebSocket | null = null;
  private url = '';
  private readonly mayInspect: boolean;
  private inspected = false;
  private destroyed = false;
  private crashed = false;
  private openHandler: OpenHandler = () => ({ action: 'allow' });
  private readonly questions = new Map<number, (value: unknown) => void>();
  private nextQuestion = 1;
  private media: string | null = null;
  private loads: { resolve(): void; reject(error: Error): void }[] = [];

  constructor(preferences: WebPreferences, size: { width: number; height: number }) {
    super();
    this.size = size;
    this.mayInspect = preferences.devTools !== false;
    all.set(this.id, this);
    if (preferences.preload) setPreload(preloadScript(readFileSync(preferences.preload, 'utf8')));
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }
  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.targetId === targetId);
  }

  get mainFrame(): WebFrameMain {
    return this.frame ?? new WebFrameMain(this.url || 'about:blank');
  }
  getURL = (): string => this.url;
  isDestroyed = (): boolean => this.destroyed;
  isCrashed = (): boolean => this.crashed;
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.openHandler = handler;
  };
  openDevTools(): void {
    this.inspected = this.mayInspect;
  }
  isDevToolsOpened = (): boolean => this.inspected;
  invalidate(): void {}
  /** There is neither a printer nor the system's dialog here. */
  print(_options?: object, callback?: (printed: boolean, reason: string) => void): void {
    setImmediate(() => callback?.(false, 'no printer'));
  }
  setZoomFactor(): void {}
  setZoomLevel(): void {}
  setBackgroundThrottling(): void {}

  /** @internal resolves when the page has loaded. */
  async loadURL(url: string): Promise<void> {
    const { browser, server } = await startRuntime();
    server.onSocket((socket) => this.join(socket, server));
    const loaded = new Promise<void>((resolve, reject) => this.loads.push({ resolve, reject }));
    loaded.catch(() => {});
    this.emit('did-start-loading');
    const entry = server.entry(url);
    if (browser) await this.open(browser.cdp, entry);
    if (isServedOnly) process.stdout.write(`Open the cabinet in a browser: ${entry}\n`);
    await loaded;
  }

  private async open(cdp: Cdp, entry: string): Promise<void> {
    if (!this.targetId) {
      const { targetId } = await cdp.send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        ...this.size,
      });
      this.targetId = String(targetId);
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
      this.cdpSession = String(sessionId);
      cdp.on((message) => void this.onBrowserEvent(cdp, message));
      await this.cdp('Page.enable');
      await settlePage(this, cdp, new URL(entry).origin);
      await this.cdp('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
      if (this.media) await this.emulate(this.media);
    }
    await this.cdp('Page.navigate', { url: entry });
  }

  private async cdp(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const { browser } = await startRuntime();
    if (!browser) throw new Error('no browser of our own');
    return browser.cdp.send(method, { ...params }, this.cdpSession);
  }

  private async onBrowserEvent(
    cdp: Cdp,
    message: { method?: string; sessionId?: string; params?: Record<string, unknown> },
  ): Promise<void> {
    const params = message.params ?? {};
    if (message.method === 'Target.targetDestroyed' && params.targetId === this.targetId) this.destroy();
    if (message.method === 'Target.targetCrashed' && params.targetId === this.targetId) this.crash();
    if (message.method === 'Browser.downloadWillBegin') tellDownload(this, cdp, params);
    if (message.sessionId !== this.cdpSession) return;
    if (message.method === 'Fetch.requestPaused') await this.onNavigation(cdp, params);
  }

  /** A page that wants to go elsewhere is asked about, and kept where it is if the program says so. */
  private async onNavigation(cdp: Cdp, params: Record<string, unknown>): Promise<void> {
    const { server } = await startRuntime();
    const requestId = params.requestId;
    const { url } = params.request as { url: string };
    const target = server.toApp(url);
    const isOwn = target !== url || url.includes('/__standin/');
    const prevented = !isOwn && tellNavigation(this, target, params.frameId === this.targetId);
    const method = prevented ? 'Fetch.failRequest' : 'Fetch.continueRequest';
    await cdp
      .send(method, { requestId, ...(prevented ? { errorReason: 'Aborted' } : {}) }, this.cdpSession)
      .catch(() => {});
  }

  private join(socket: WebSocket, server: PageServer): void {
    this.socket?.removeAllListeners();
    this.socket = socket;
    socket.on('message', (data) => this.receive(JSON.parse(String(data)) as FromPage, server));
    socket.on('close', () => {
      if (this.socket === socket) this.socket = null;
    });
  }

  private receive(message: FromPage, server: PageServer): void {
    if (message.type === 'hello') {
      this.url = server.toApp(message.url);
      this.frame = new WebFrameMain(this.url);
      this.crashed = false;
      this.emit('did-start-loading');
      this.emit('did-navigate', {}, this.url);
    } else if (message.type === 'state') {
      if (message.state === 'dom-ready') this.emit('dom-ready');
      else this.finishLoad();
    } else if (message.type === 'invoke') void this.invoke(message);
    else if (message.type === 'send') {
      ipcMain.emit(message.channel, this.event(), ...(decode(message.args) as unknown[]));
    } else if (message.type === 'input') this.emit('input-event', {}, { type: message.input });
    else if (message.type === 'open') this.openHandler({ url: server.toApp(message.url) });
    else {
      this.questions.get(message.id)?.(decode(message.value));
      this.questions.delete(message.id);
    }
  }

  private finishLoad(): void {
    this.emit('did-stop-loading');
    this.emit('did-finish-load');
    for (const load of this.loads.splice(0)) load.resolve();
  }

  private event(): object {
    return { sender: this, senderFrame: this.mainFrame, processId: 0, frameId: 0, returnValue: undefined };
  }

  private async invoke(message: { id: number; channel: string; args: string }): Promise<void> {
    try {
      const handler = ipcMain.handlers.get(message.channel);
      if (!handler) throw new Error(`No handler registered for '${message.channel}'`);
      const result = await handler(this.event(), ...(decode(message.args) as unknown[]));
      this.post({ type: 'result', id: message.id, value: encode(result) });
    } catch (error) {
      const text = `Error invoking remote method '${message.channel}': ${error}`;
      this.post({ type: 'result', id: message.id, error: text });
    }
  }

  private post(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }

  send(channel: string, ...args: unknown[]): void {
    this.post({ type: 'message', channel, args: encode(args) });
  }

  /** @internal asks the person in the page, for dialogs without a native one. */
  ask(question: DialogQuestion): Promise<unknown> {
    const id = this.nextQuestion++;
    return new Promise((resolve) => {
      this.questions.set(id, resolve);
      this.post({ type: 'dialog', id, question });
    });
  }

  /** @internal */
  async emulate(scheme: string): Promise<void> {
    this.media = scheme;
    if (!this.cdpSession) return;
    const features = scheme === 'system' ? [] : [{ name: 'prefers-color-scheme', value: scheme }];
    await this.cdp('Emulation.setEmulatedMedia', { features }).catch(() => {});
  }

  reload(): void {
    this.crashed = false;
    void this.cdp('Page.reload').catch(() => {});
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { result } = await this.cdp('Runtime.evaluate', {
      expression: code,
      returnByValue: true,
      awaitPromise: true,
    });
    return (result as { value?: unknown }).value;
  }

  async printToPDF(options: object = {}): Promise<Buffer> {
    const { data } = await this.cdp('Page.printToPDF', { printBackground: true, ...options });
    return Buffer.from(String(data), 'base64');
  }

  async setBounds(bounds: object): Promise<void> {
    const { browser } = await startRuntime();
    if (!browser || !this.targetId) return;
    const { windowId } = await browser.cdp.send('Browser.getWindowForTarget', { targetId: this.targetId });
    await browser.cdp.send('Browser.setWindowBounds', { windowId, bounds });
  }

  forcefullyCrashRenderer(): void {
    void this.cdp('Page.crash').catch(() => {});
  }

  private crash(): void {
    this.crashed = true;
    this.socket = null;
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }

  close(): void {
    this.emit('-close-requested');
  }

  /** @internal */
  async dispose(): Promise<void> {
    if (this.destroyed) return;
    const { browser } = await startRuntime();
    const targetId = this.targetId;
    this.destroy();
    if (targetId) await browser?.cdp.send('Target.closeTarget', { targetId }).catch(() => {});
  }

  private destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    all.delete(this.id);
    for (const load of this.loads.splice(0)) load.reject(new Error('ERR_ABORTED (-3)'));
    this.socket?.terminate();
    this.emit('destroyed');
  }
}

declare const __PAGE_RUNTIME__: string;

/** The preload in a function scope of its own, called by the page runtime. */
function preloadScript(source: string): string {
  return `(() => { const __standinPreload = (require, module) => { const exports = module.exports; ${source}\n};\n${__PAGE_RUNTIME__}\n})();`;
}
