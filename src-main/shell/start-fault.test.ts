import { expect, it, vi } from 'vitest';

const done: unknown[][] = [];
let locale = 'ru';
vi.mock('electron', () => ({
  app: { getLocale: () => locale, exit: (code: number) => done.push(['exit', code]) },
  dialog: { showErrorBox: (title: string, text: string) => done.push([title, text]) },
}));
const { endWithWords } = await import('./start-fault');

it.each([
  ['ru', 'Программа не запустилась'],
  ['en-GB', 'The program could not start'],
])('a start that fails is told, and ends the program: %s', (language, words) => {
  done.length = 0;
  locale = language;
  endWithWords(new Error('EACCES: permission denied'));
  expect(done).toEqual([
    ['SIP Cabinet', expect.stringContaining(words)],
    ['exit', 1],
  ]);
  expect(done[0]?.[1]).toContain('EACCES');
});
