import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

const FILTERS: Record<string, { name: string; extensions: string[] }> = {
  xlsx: { name: 'Excel (XLSX)', extensions: ['xlsx'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  txt: { name: '1CClientBankExchange', extensions: ['txt'] },
};

/** Asks for a folder, beginning in the one of the last time. @returns null when the person closed the dialog */
export async function askForFolder(window: BrowserWindow, folder: string | null): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: folder ?? app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/**
 * Asks where to save. The folder chosen last is offered again, since the system no longer remembers it;
 * an extension that the dialog lost is put back.
 * @returns the path, or null when the person closed the dialog.
 */
export async function askWhereToSave(
  window: BrowserWindow,
  suggestion: { name: string; format: string; folder: string | null },
): Promise<string | null> {
  const folder = suggestion.folder ?? app.getPath('downloads');
  const filter = FILTERS[suggestion.format];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, basename(suggestion.name)),
    filters: filter ? [filter] : [],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  const complete = suggestion.format === '' || extname(filePath).toLowerCase() === `.${suggestion.format}`;
  return complete ? filePath : `${filePath}.${suggestion.format}`;
}
