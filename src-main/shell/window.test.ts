import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';

const app = { isPackaged: true };
const asked: BrowserWindowConstructorOptions[] = [];
let minimized = false;
class BrowserWindow extends EventEmitter {
  webContents = new EventEmitter();
  isVisible = () => true;
  isMinimized = () => minimized;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    asked.push(options);
  }
  loadURL = async () => undefined;
}
vi.mock('electron', () => ({ app, BrowserWindow, nativeTheme: {}, protocol: {} }));
const { createWindow } = await import('./window');

it('the page has no rights but its preload’s, and is not inspected in a shipped program', () => {
  const open = () =>
    createWindow({ preload: '/p.cjs', title: 't', onGone() {}, onSeen() {}, onClosed() {}, now: () => 0 });
  open();
  app.isPackaged = false;
  open();
  const preferences = asked.map(({ webPreferences }) => webPreferences);
  // Whatever else is asked for here has to be looked at: web views, Blink's features, insecure content …
  const strict = {
    preload: '/p.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
  };
  expect(preferences).toEqual([
    { ...strict, devTools: false },
    { ...strict, devTools: true },
  ]);
});

it('says when nobody can see it, and when it is seen again', () => {
  const onSeen = vi.fn();
  const window = createWindow({
    preload: '/p.cjs',
    title: 't',
    onGone() {},
    onSeen,
    onClosed() {},
    now: () => 0,
  });
  minimized = true;
  window.emit('minimize');
  minimized = false;
  window.emit('restore');
  expect(onSeen.mock.calls).toEqual([[false], [true]]);
});
