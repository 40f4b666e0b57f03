import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { WebSocket } from 'ws';

type Params = Record<string, unknown>;
type Message = {
  id?: number;
  method?: string;
  params?: Params;
  result?: Params;
  error?: { message: string };
  sessionId?: string;
};

/** A DevTools connection to the browser. */
export class Cdp {
  private nextId = 1;
  private readonly waiting = new Map<number, { resolve(value: Params): void; reject(error: Error): void }>();
  private readonly listeners = new Set<(message: Message) => void>();
  private readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.onmessage = (event) => this.receive(JSON.parse(String(event.data)) as Message);
    socket.onclose = () => {
      for (const entry of this.waiting.values()) entry.reject(new Error('the browser is gone'));
      this.waiting.clear();
    };
  }

  static connect(url: string): Promise<Cdp> {
    return new Promise((resolve, reject) => {
      // Packing what stays on this machine costs the starting program more than it saves.
      const socket = new WebSocket(url, { perMessageDeflate: false });
      socket.onopen = () => resolve(new Cdp(socket));
      socket.onerror = () => reject(new Error(`cannot reach ${url}`));
    });
  }

  private receive(message: Message): void {
    if (message.id === undefined) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    const entry = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) entry?.reject(new Error(message.error.message));
    else entry?.resolve(message.result ?? {});
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }

  on(listener: (message: Message) => void): void {
    this.listeners.add(listener);
  }
}

export function findChromium(): string | null {
  if (process.env.SIP_CABINET_CHROMIUM) return process.env.SIP_CABINET_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin');
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

export const hasDisplay = (): boolean =>
  process.env.SIP_CABINET_HEADLESS !== '1' && Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export type Browser = { cdp: Cdp; kill(): void };

/** What a browser does of itself and Electron does not; the pages of its address bar would take half a second of each start. */
const NOT_ELECTRONS = [
  'Translate',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
];

/** Ends the browser when this process ends, however it ends: `cat` returns once the pipe to it is closed. */
const GUARD = '"$@" & browser=$!; cat >/dev/null; kill $browser 2>/dev/null; wait $browser 2>/dev/null';

/** Starts the system's Chromium without a window and attaches to it. @throws Error when there is none. */
export async function launchChromium(): Promise<Browser> {
  const program = findChromium();
  if (!program) throw new Error('no Chromium found; install it or set SIP_CABINET_CHROMIUM');
  const profile = mkdtempSync(join(tmpdir(), 'sip-cabinet-chromium-'));
  const flags = [
    '--remote-debugging-port=0',
    '--no-startup-window',
    '--no-first-run',
    '--disable-gpu',
    '--disable-quic',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-dev-shm-usage',
    '--force-color-profile=srgb',
    '--password-store=basic',
    `--disable-features=${NOT_ELECTRONS.join()}`,
    `--user-data-dir=${profile}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(hasDisplay() ? [] : ['--headless=new']),
  ];
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...flags], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const kill = (): void => {
    guard.stdin?.destroy();
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // The browser may still be writing; the folder is temporary.
    }
  };
  process.once('exit', kill);
  const endpoint = await waitForEndpoint(guard);
  return { cdp: await Cdp.connect(endpoint), kill };
}

/** Passes the browser's own «DevTools listening» line on: test tools read it from here. */
function waitForEndpoint(guard: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    guard.stderr?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000);
      const line = /^DevTools listening on (ws:\/\/.*)$/m.exec(text);
      if (!line?.[1]) return;
      text = '';
      process.stderr.write(`${line[0]}\n`);
      resolve(line[1].trim());
    });
    guard.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${text.slice(-500)}`)));
  });
}
