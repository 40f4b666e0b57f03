import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';

const app = Object.assign(new EventEmitter(), { quit: vi.fn(), relaunch: vi.fn() });
vi.mock('electron', () => ({ app }));
const { manageLifecycle } = await import('./lifecycle');

let finish: () => void = () => {};
const life = {
  window: () => null,
  openWindow: vi.fn(),
  onSecondInstance: vi.fn(),
  shutdown: () =>
    new Promise<void>((resolve) => {
      finish = resolve;
    }),
};
beforeEach(() => {
  vi.clearAllMocks();
  app.removeAllListeners();
  manageLifecycle(life);
});
const willQuit = () => {
  const preventDefault = vi.fn();
  app.emit('will-quit', { preventDefault });
  return preventDefault.mock.calls.length > 0;
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('waits for what must not be cut off, then quits', async () => {
  expect(willQuit()).toBe(true);
  expect(willQuit()).toBe(true);
  expect(app.quit).not.toHaveBeenCalled();
  finish();
  await settled();
  expect(app.quit).toHaveBeenCalledOnce();
  expect(willQuit()).toBe(false);
  expect(app.relaunch).not.toHaveBeenCalled();
});

it.each(['second-instance', 'activate'])(
  'whoever starts it again while it ends gets it: %s',
  async (event) => {
    app.emit(event);
    expect(life.onSecondInstance.mock.calls.length + life.openWindow.mock.calls.length).toBe(1);
    vi.clearAllMocks();
    willQuit();
    app.emit(event);
    app.emit(event);
    // A window would be closed under the person's hands as soon as all is put away.
    expect(life.openWindow).not.toHaveBeenCalled();
    expect(life.onSecondInstance).not.toHaveBeenCalled();
    finish();
    await settled();
    expect(app.relaunch).toHaveBeenCalledOnce();
    expect(app.quit).toHaveBeenCalledOnce();
  },
);
