import type { BrowserWindow } from 'electron';
import { expect, it, vi } from 'vitest';

const showSaveDialog = vi.fn(async (_window: unknown, _options: { defaultPath: string }) => ({
  canceled: false,
  filePath: '/stick/a.pdf',
}));
vi.mock('electron', () => ({ app: { getPath: () => '/home/downloads' }, dialog: { showSaveDialog } }));
const { createPlaceQuestions } = await import('./ask-places');

it('a place that cannot be remembered is used all the same', async () => {
  let folder: string | undefined;
  const onFault = vi.fn();
  const ask = createPlaceQuestions(
    () => ({}) as BrowserWindow,
    {
      read: () => (folder === undefined ? {} : { 'exports.folder': folder }),
      write(next) {
        folder = String(next['exports.folder']);
        // The disk of the settings is full; the one that was chosen need not be.
        throw Object.assign(new Error(), { code: 'ENOSPC' });
      },
    },
    onFault,
  );
  const question = { name: 'a.pdf', format: 'pdf' };
  expect(await ask.askWhereToSave(question)).toBe('/stick/a.pdf');
  expect(onFault).toHaveBeenCalledOnce();
  await ask.askWhereToSave(question);
  expect(showSaveDialog.mock.calls[1]?.[1]).toMatchObject({ defaultPath: '/stick/a.pdf' });
});
