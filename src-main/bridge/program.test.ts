import { expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src-shared/bridge/default-settings';
import type { Settings } from '../../src-shared/bridge/settings';
import { createProgramHandlers, type ProgramDependencies } from './program';

it.each([
  ['SIP 375291000001.TXT', 'txt'],
  ['Настройка v1.2.txt', 'txt'],
  ['Настройка', ''],
])('asks where to save «%s» as a file of the kind «%s»', async (name, format) => {
  const askWhereToSave = vi.fn(async () => '/home/a.txt');
  const saveText = vi.fn();
  const handlers = createProgramHandlers({
    askWhereToSave,
    saveText,
  } as Partial<ProgramDependencies> as ProgramDependencies);
  expect(await handlers['program.saveText']({ name, text: 'текст' })).toBe(true);
  expect(askWhereToSave).toHaveBeenCalledWith({ name, format });
  expect(saveText).toHaveBeenCalledWith('/home/a.txt', 'текст');
});

it('keeps what the window asks for, but no folder: those are chosen by a person in a dialog', () => {
  const write = vi.fn();
  const preferences = { read: () => ({ 'exports.package-folder': '/home/Пакеты' }), write };
  const handlers = createProgramHandlers({
    preferences,
  } as Partial<ProgramDependencies> as ProgramDependencies);
  expect(() => handlers['preferences.set']({ key: 'exports.package-folder', value: '/etc' })).toThrow(
    expect.objectContaining({ code: 'bad-input' }),
  );
  handlers['preferences.set']({ key: 'frame.folded', value: true });
  expect(write.mock.calls).toEqual([[{ 'exports.package-folder': '/home/Пакеты', 'frame.folded': true }]]);
});

it('keeps settings that were changed while others were still being made true', async () => {
  let kept: Settings = defaultSettings;
  let applied = (): void => {};
  const applySettings = vi.fn(async () => {});
  applySettings.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        applied = resolve;
      }),
  );
  const handlers = createProgramHandlers({
    settings: {
      read: () => kept,
      write: (settings) => {
        kept = settings;
      },
    },
    applySettings,
    emit: () => {},
  } as Partial<ProgramDependencies> as ProgramDependencies);
  const slow = handlers['settings.set']({ syncEveryMin: 60 });
  await handlers['settings.set']({ language: 'en' });
  applied();
  expect(await slow).toMatchObject({ syncEveryMin: 60, language: 'en' });
  expect(kept).toMatchObject({ syncEveryMin: 60, language: 'en' });
});
