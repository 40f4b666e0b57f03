import { app, dialog } from 'electron';

const WORDS = {
  ru: 'Программа не запустилась. Если это повторяется, покажите этот текст тому, кто её устанавливал.',
  en: 'The program could not start. If that happens again, show this text to whoever installed it.',
};

/**
 * Ends a start that has failed. Electron only warns of a rejected promise: the program would go on without a window,
 * and every later start would end at once in favour of it.
 */
export function endWithWords(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  // The settings may be what could not be read.
  const words = app.getLocale().startsWith('en') ? WORDS.en : WORDS.ru;
  dialog.showErrorBox('SIP Cabinet', `${words}\n\n${reason}`);
  app.exit(1);
}
