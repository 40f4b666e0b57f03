import { type BrowserWindow, dialog } from 'electron';

const WORDS = {
  ru: {
    message: 'Окно несколько раз подряд завершилось с ошибкой',
    detail: 'Данные и отправленные операции сохранены.',
    again: 'Показать снова',
    leave: 'Закрыть программу',
  },
  en: {
    message: 'The window failed several times in a row',
    detail: 'The data and the operations that were sent are kept.',
    again: 'Show it again',
    leave: 'Close the program',
  },
} as const;

const MAX_RELOADS = 3;
const RELOAD_WINDOW_MS = 60_000;

export type PageFaults = {
  language(): keyof typeof WORDS;
  onGone(reason: string): void;
  now(): number;
};

/** A crashed page comes back by itself, but not for ever: then the person is asked, and never left with a blank window. */
export function reloadAfterCrash(window: BrowserWindow, options: PageFaults): void {
  let crashes: number[] = [];

  async function ask(): Promise<void> {
    const { message, detail, again, leave } = WORDS[options.language()];
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message,
      detail,
      buttons: [again, leave],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === 1) return window.close();
    crashes = [];
    window.webContents.reload();
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    options.onGone(details.reason);
    if (window.isDestroyed()) return;
    const now = options.now();
    crashes = [...crashes.filter((at) => now - at < RELOAD_WINDOW_MS), now];
    if (crashes.length <= MAX_RELOADS) window.webContents.reload();
    else void ask();
  });
}
