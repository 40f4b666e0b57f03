import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, expect, it, vi } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';

const app = Object.assign(new EventEmitter(), { quit: vi.fn() });
const showMessageBox = vi.fn(async () => ({ response: 0 }));
vi.mock('electron', () => ({ app, dialog: { showMessageBox } }));
const { guardClosing, mayEndWithProgram } = await import('./close-guard');

afterEach(() => {
  vi.clearAllMocks();
  app.removeAllListeners();
});

const STAY = 0;
const LEAVE = 1;

/** A window that closes unless a listener prevents it. */
function openWindow(facts: { visit: boolean; unsent: boolean }) {
  const emitter = new EventEmitter();
  let closed = false;
  const close = () => {
    let prevented = false;
    emitter.emit('close', { preventDefault: () => (prevented = true) });
    closed ||= !prevented;
  };
  const window = Object.assign(emitter, { close, isDestroyed: () => closed });
  guardClosing(window as unknown as BrowserWindow, {
    language: () => 'ru',
    mayLose: () => facts.visit,
    async checkNothingIsLost() {
      if (facts.unsent) throw new CabinetError('commands-waiting');
    },
  });
  /** The system is shut down; true when the window has asked it to wait. */
  const endSession = () => {
    const preventDefault = vi.fn();
    emitter.emit('query-session-end', { preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { close, endSession, isClosed: () => closed };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('closes at once where nothing ends with the program', () => {
  const window = openWindow({ visit: false, unsent: true });
  window.close();
  expect(window.isClosed()).toBe(true);
});

it('asks nobody when nothing is unsent', async () => {
  const window = openWindow({ visit: true, unsent: false });
  window.close();
  expect(window.isClosed()).toBe(false);
  await settled();
  expect(window.isClosed()).toBe(true);
  expect(showMessageBox).not.toHaveBeenCalled();
});

it('stays open as long as the person wants, asking once at a time', async () => {
  const window = openWindow({ visit: true, unsent: true });
  showMessageBox.mockResolvedValue({ response: STAY });
  window.close();
  window.close();
  await settled();
  expect([window.isClosed(), showMessageBox.mock.calls.length]).toEqual([false, 1]);
  showMessageBox.mockResolvedValue({ response: LEAVE });
  window.close();
  await settled();
  expect([window.isClosed(), showMessageBox.mock.calls.length]).toEqual([true, 2]);
});

it('lets Windows wait for the question when a session ends, and only then', async () => {
  expect(openWindow({ visit: false, unsent: false }).endSession()).toBe(false);
  const window = openWindow({ visit: true, unsent: true });
  showMessageBox.mockResolvedValue({ response: STAY });
  expect(window.endSession()).toBe(true);
  await settled();
  expect([window.isClosed(), showMessageBox.mock.calls.length]).toEqual([false, 1]);
  // With nothing to lose the window closes, and the system goes on.
  const idle = openWindow({ visit: true, unsent: false });
  expect(idle.endSession()).toBe(true);
  await settled();
  expect([idle.isClosed(), showMessageBox.mock.calls.length]).toEqual([true, 1]);
});

it('goes on quitting where the program was asked to quit', async () => {
  const window = openWindow({ visit: true, unsent: true });
  showMessageBox.mockResolvedValue({ response: LEAVE });
  app.quit.mockImplementation(() => window.close());
  app.emit('before-quit');
  window.close();
  await settled();
  expect(app.quit).toHaveBeenCalledOnce();
  expect(window.isClosed()).toBe(true);
});

it('knows a locked visit too, whose commands go on unseen', () => {
  const locked = (unsent: boolean) =>
    ({ cacheForVisit: false, locked: { phone: '375291000001', unsent } }) as SessionView;
  expect([locked(true), locked(false)].map(mayEndWithProgram)).toEqual([true, false]);
  expect(mayEndWithProgram({ cacheForVisit: true, locked: null } as SessionView)).toBe(true);
});
