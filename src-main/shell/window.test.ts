import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';

const app = { isPackaged: true };
const asked: BrowserWindowConstructorOptions[] = [];
let minimized = false;
let displays = [{ workAreaSize: { width: 1920, height: 1040 } }];
/** What the window was told to do, and what the person answers. */
const done: string[] = [];
let answer = 0;
const showMessageBox = async (_window: unknown, { message }: { message: string }) => {
  done.push(message);
  return { response: answer };
};
class BrowserWindow extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), { reload: () => done.push('reload') });
  close = () => done.push('close');
  isDestroyed = () => false;
  isVisible = () => true;
  isMinimized = () => minimized;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    asked.push(options);
  }
  loadURL = async () => undefined;
}
vi.mock('electron', () => ({
  app,
  BrowserWindow,
  dialog: { showMessageBox },
  nativeTheme: {},
  protocol: {},
  screen: { getAllDisplays: () => displays },
}));
const calm = { language: () => 'ru' as const, onGone() {}, now: () => 0 };
const { createWindow } = await import('./window');

it('the page has no rights but its preload’s, and is not inspected in a shipped program', () => {
  const open = () => createWindow({ preload: '/p.cjs', title: 't', ...calm, onSeen() {}, onClosed() {} });
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
    ...calm,
    onSeen,
    onClosed() {},
  });
  minimized = true;
  window.emit('minimize');
  minimized = false;
  window.emit('restore');
  expect(onSeen.mock.calls).toEqual([[false], [true]]);
});

it('comes back after a crash, and after several asks the person, who is never left with a blank window', async () => {
  const window = createWindow({ preload: '/p.cjs', title: 't', ...calm, onSeen() {}, onClosed() {} });
  const crash = async () => {
    done.length = 0;
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await new Promise(setImmediate);
    return [...done];
  };
  const asked = 'Окно несколько раз подряд завершилось с ошибкой';
  for (let crashes = 0; crashes < 3; crashes++) expect(await crash()).toEqual(['reload']);
  expect(await crash()).toEqual([asked, 'reload']);
  // The count begins anew with the person's answer.
  for (let crashes = 0; crashes < 3; crashes++) expect(await crash()).toEqual(['reload']);
  answer = 1;
  expect(await crash()).toEqual([asked, 'close']);
});

it('a display with less room than the window is drawn for still shows all of it', () => {
  const smallest = () => {
    createWindow({ preload: '/p.cjs', title: 't', ...calm, onSeen() {}, onClosed() {} });
    const { minWidth, minHeight } = asked.at(-1) ?? {};
    return { minWidth, minHeight };
  };
  expect(smallest()).toEqual({ minWidth: 1024, minHeight: 700 });
  // 1920 × 1080 at 150 % with the taskbar of Windows 11, beside one that is larger; 1366 × 768 at 150 %.
  displays = [...displays, { workAreaSize: { width: 1280, height: 672 } }];
  expect(smallest()).toEqual({ minWidth: 1024, minHeight: 672 });
  displays = [{ workAreaSize: { width: 911, height: 464 } }];
  expect(smallest()).toEqual({ minWidth: 911, minHeight: 464 });
});

it('the title of the window is the program’s, whatever the page calls itself', () => {
  const window = createWindow({ preload: '/p.cjs', title: 't', ...calm, onSeen() {}, onClosed() {} });
  const preventDefault = vi.fn();
  window.emit('page-title-updated', { preventDefault }, 'Обращение № 5 — SIP Cabinet', true);
  expect(preventDefault).toHaveBeenCalledOnce();
});
