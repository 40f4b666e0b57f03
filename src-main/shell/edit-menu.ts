import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { MENU_WORDS, type MenuLanguage } from './menu-words';

type Command = 'cut' | 'copy' | 'paste' | 'selectAll';

/**
 * The menu of the right button in fields and over a selected text: a browser has one, Electron shows none by itself.
 * What has a menu of its own in the page (a table, say) never comes here.
 */
export function offerEditing(window: BrowserWindow, language: () => MenuLanguage): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const words = MENU_WORDS[language()];
    const item = (role: Command, enabled: boolean): MenuItemConstructorOptions => ({
      role,
      label: words[role],
      enabled,
    });
    const copy = item('copy', editFlags.canCopy);
    const inField = [
      item('cut', editFlags.canCut),
      copy,
      item('paste', editFlags.canPaste),
      { type: 'separator' as const },
      item('selectAll', editFlags.canSelectAll),
    ];
    if (isEditable) Menu.buildFromTemplate(inField).popup({ window });
    else if (selectionText.trim() !== '') Menu.buildFromTemplate([copy]).popup({ window });
  });
}
