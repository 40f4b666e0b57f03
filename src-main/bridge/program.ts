import { extname } from 'node:path';
import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { ProgramInfo, programProcedures } from '../../src-shared/bridge/program';
import type { Settings } from '../../src-shared/bridge/settings';
import type { EmitEvent } from './events';

export type ProgramDependencies = {
  settings: { read(): Settings; write(settings: Settings): void };
  preferences: { read(): Preferences; write(preferences: Preferences): void };
  /** Makes what differs true: theme, menu, operator, core. */
  applySettings(next: Settings, previous: Settings): Promise<void>;
  info(): Promise<ProgramInfo>;
  /** Starts what does not run. */
  startAgain(): Promise<void>;
  openPath(path: string): Promise<void>;
  copyText(text: string): Promise<void>;
  /** Copies what must not stay in the clipboard. */
  copySecret(text: string): Promise<void>;
  askWhereToSave(suggestion: { name: string; format: string }): Promise<string | null>;
  saveText(path: string, text: string): void;
  emit: EmitEvent;
};

/** Preferences that keep places on the disk. */
export const PLACES = 'exports.';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Preferences = Record<string, Json>;

/** Serves settings, preferences and facts about the program. */
export function createProgramHandlers(
  dependencies: ProgramDependencies,
): Handlers<keyof typeof programProcedures> {
  return {
    'settings.get': () => dependencies.settings.read(),
    async 'settings.set'(changes) {
      const previous = dependencies.settings.read();
      const wanted = definedOnly(changes);
      await dependencies.applySettings({ ...previous, ...wanted }, previous);
      // Another operator takes seconds: what was chosen meanwhile stays.
      const next = { ...dependencies.settings.read(), ...wanted };
      dependencies.settings.write(next);
      dependencies.emit('settings.changed', next);
      return next;
    },
    'preferences.get': () => dependencies.preferences.read(),
    'preferences.set': ({ key, value }) => {
      // Folders are chosen by the person in a dialog: the window names none.
      if (key.startsWith(PLACES)) throw new CabinetError('bad-input', { field: 'key' });
      dependencies.preferences.write({ ...dependencies.preferences.read(), [key]: value });
    },
    'program.info': () => dependencies.info(),
    'program.startAgain': () => dependencies.startAgain(),
    'program.openDataFolder': async () => dependencies.openPath((await dependencies.info()).dataFolder),
    'program.copyText': ({ text }) => dependencies.copyText(text),
    'program.copySecret': ({ text }) => dependencies.copySecret(text),
    async 'program.saveText'({ name, text }) {
      const format = extname(name).slice(1).toLowerCase();
      const path = await dependencies.askWhereToSave({ name, format });
      if (path) dependencies.saveText(path, text);
      return path !== null;
    },
  };
}

function definedOnly(changes: { [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
