import { expect, it, vi } from 'vitest';
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
