import { app, type BrowserWindow, dialog } from 'electron';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';

const WORDS = {
  ru: {
    message: 'Есть неотправленные операции',
    detail: 'Этот вход действует, пока программа открыта: если её закрыть, операции пропадут.',
    stay: 'Остаться',
    leave: 'Закрыть программу',
  },
  en: {
    message: 'Some operations are not sent yet',
    detail: 'This visit lasts while the program is open: closing it loses the operations.',
    stay: 'Stay',
    leave: 'Close the program',
  },
} as const;

export type CloseGuard = {
  language(): keyof typeof WORDS;
  /** False: closing can lose nothing, and the window closes at once. */
  mayLose(): boolean;
  /** @throws CabinetError commands-waiting when it would lose something now */
  checkNothingIsLost(): Promise<void>;
};

/** True while something may end with the program: a visit, also a locked one whose commands are not answered yet. */
export const mayEndWithProgram = ({ cacheForVisit, locked }: SessionView): boolean =>
  cacheForVisit || locked?.unsent === true;

/** Asks before the window closes, or the session of Windows ends, over something that ends with it. */
export function guardClosing(window: BrowserWindow, guard: CloseGuard): void {
  let state: 'open' | 'asking' | 'leaving' = 'open';
  let quitting = false;
  const noteQuitting = () => {
    quitting = true;
  };
  app.on('before-quit', noteQuitting);
  window.once('closed', () => app.off('before-quit', noteQuitting));

  async function ask(): Promise<void> {
    const leaves = !(await wouldLose(guard)) || (await confirms(window, guard.language()));
    state = leaves ? 'leaving' : 'open';
    if (window.isDestroyed()) return;
    if (leaves && quitting) app.quit();
    else if (leaves) window.close();
    quitting = false;
  }

  window.on('close', (event) => {
    if (state === 'leaving' || !guard.mayLose()) return;
    event.preventDefault();
    if (state === 'asking') return;
    state = 'asking';
    void ask();
  });
  // The end of a Windows session closes no window, it ends the process; it waits for a window that asks it to.
  window.on('query-session-end', (event) => {
    if (state === 'leaving' || !guard.mayLose()) return;
    event.preventDefault();
    window.close();
  });
}

/** A core that does not answer has nothing that closing could lose. */
const wouldLose = (guard: CloseGuard): Promise<boolean> =>
  guard.checkNothingIsLost().then(
    () => false,
    (error) => error instanceof CabinetError && error.code === 'commands-waiting',
  );

async function confirms(window: BrowserWindow, language: keyof typeof WORDS): Promise<boolean> {
  const { message, detail, stay, leave } = WORDS[language];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
