import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { CabinetError } from '../../src-shared/bridge/errors';
import { PLACES, type Preferences } from '../bridge/program';
import { askForFolder, askWhereToSave } from './dialogs';
import type { JsonFile } from './json-file';

/** Preferences that keep the folder of the last file, of the last archive and of the packages. */
const FILES = `${PLACES}folder`;
const ARCHIVES = `${PLACES}archive-folder`;
const PACKAGES = `${PLACES}package-folder`;

/** Questions about places on the disk. Each begins where the last of its kind ended; null: the dialog was closed. */
export function createPlaceQuestions(
  window: () => BrowserWindow | null,
  preferences: JsonFile<Preferences>,
  onFault: (name: string, error: unknown) => void,
) {
  function remembered(kind: string): string | null {
    const folder = preferences.read()[kind];
    return typeof folder === 'string' ? folder : null;
  }

  /** Never throws: what was chosen is used, also where the settings cannot be written (their disk is full, say). */
  function remember(kind: string, folder: string): void {
    try {
      preferences.write({ ...preferences.read(), [kind]: folder });
    } catch (error) {
      onFault('place', error);
    }
  }

  /** @throws CabinetError not-available */
  async function ask(
    kind: string,
    question: (over: BrowserWindow, folder: string | null) => Promise<string | null>,
    folderOf: (answer: string) => string,
  ): Promise<string | null> {
    const over = window();
    if (!over) throw new CabinetError('not-available', { name: 'window' });
    const answer = await question(over, remembered(kind));
    if (answer) remember(kind, folderOf(answer));
    return answer;
  }

  return {
    askWhereToSave: (suggestion: { name: string; format: string }) =>
      ask(FILES, (over, folder) => askWhereToSave(over, { ...suggestion, folder }), dirname),
    askForFolder: () => ask(ARCHIVES, askForFolder, (folder) => folder),
    askForPackageFolder: () => ask(PACKAGES, askForFolder, (folder) => folder),
    /** The folder chosen for packages; null: none yet. */
    packageFolder: () => remembered(PACKAGES),
  };
}

export type PlaceQuestions = ReturnType<typeof createPlaceQuestions>;
