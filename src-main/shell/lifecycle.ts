import { app, type BrowserWindow } from 'electron';

export type Lifecycle = {
  window(): BrowserWindow | null;
  openWindow(): void;
  /** A second start of the program while this one runs. */
  onSecondInstance(): void;
  /** Flushes and closes everything that must not be cut off; bounded by its parts. */
  shutdown(): Promise<void>;
};

/**
 * Takes the single-instance lock; the data folder must be set before.
 * @returns false when another instance runs: this one has to end at once.
 */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock({ at: process.pid });
}

/**
 * Start, end and re-activation as each system expects them. Quitting waits once for `shutdown`; whoever starts the
 * program meanwhile gets it when that is done.
 */
export function manageLifecycle(life: Lifecycle): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  /** A window that is opened while all is put away would be closed under the person's hands. */
  let startAgain = false;

  app.on('second-instance', () => {
    if (state === 'running') life.onSecondInstance();
    else startAgain = true;
  });
  app.on('activate', () => {
    if (state !== 'running') startAgain = true;
    else if (!life.window()) life.openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    void life.shutdown().finally(() => {
      state = 'ended';
      if (startAgain) app.relaunch();
      app.quit();
    });
  });
}

/** Windows ends sessions without the usual events; what is running is flushed at once then. */
export function flushOnSessionEnd(window: BrowserWindow, shutdown: () => Promise<void>): void {
  window.on('session-end', () => void shutdown());
}
