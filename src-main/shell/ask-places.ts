import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { Preferences } from '../bridge/program';
import { askForFolder, askWhereToSave } from './dialogs';
import type { JsonFile } from './json-file';

/** Preferences that keep the folder of the last file and of the last archive. */
const FILES = 'exports.folder';
const ARCHIVES = 'exports.archive-folder';

/** Questions about places on the disk. Each begins where the last of its kind ended; null: the dialog was closed. */
export function createPlaceQuestions(window: () => BrowserWindow | null, preferences: JsonFile<Preferences>) {
  /** @throws CabinetError not-available */
  async function ask(
    kind: string,
    question: (over: BrowserWindow, folder: string | null) => Promise<string | null>,
    folderOf: (answer: string) => string,
  ): Promise<string | null> {
    const over = window();
    if (!over) throw new CabinetError('not-available', { name: 'window' });
    const remembered = preferences.read()[kind];
    const answer = await question(over, typeof remembered === 'string' ? remembered : null);
    if (answer) preferences.write({ ...preferences.read(), [kind]: folderOf(answer) });
    return answer;
  }

  return {
    whereToSave: (suggestion: { name: string; format: string }) =>
      ask(FILES, (over, folder) => askWhereToSave(over, { ...suggestion, folder }), dirname),
    whereToArchive: () => ask(ARCHIVES, askForFolder, (folder) => folder),
  };
}
