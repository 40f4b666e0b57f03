import { powerMonitor, type WebContents } from 'electron';
import { createIdleTimer } from './idle-timer';

/** Notices that the person has gone: the window is not touched, the screen is locked, the computer sleeps. */
export type Unattended = {
  watch(contents: WebContents): void;
  /** Minutes without a touch; 0: that alone says nothing. */
  setLimit(minutes: number): void;
};

/**
 * Touches of this window count, not of the whole system: how long that is idle cannot be told on every Linux,
 * and whoever works in another program does not look at the account.
 */
export function noticeUnattended(onGone: () => void): Unattended {
  const timer = createIdleTimer(onGone);
  powerMonitor.on('lock-screen', onGone);
  powerMonitor.on('suspend', onGone);
  // Another user of the same Mac goes on in a session of their own.
  powerMonitor.on('user-did-resign-active', onGone);
  return {
    watch: (contents) => contents.on('input-event', timer.touch),
    setLimit: timer.setLimit,
  };
}
