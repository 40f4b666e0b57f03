import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../src-shared/bridge/contract';

type Command = EventPayload<'menu.command'>['command'];

const WORDS = {
  ru: {
    file: 'Файл',
    settings: 'Настройки…',
    sync: 'Обновить данные',
    lock: 'Заблокировать',
    signOut: 'Выход из кабинета',
    quit: 'Закрыть программу',
    edit: 'Правка',
    view: 'Вид',
    go: 'Переход',
    back: 'Назад',
    forward: 'Вперёд',
    search: 'Поиск…',
    window: 'Окно',
    help: 'Справка',
    about: 'О программе',
  },
  en: {
    file: 'File',
    settings: 'Settings…',
    sync: 'Update data',
    lock: 'Lock',
    signOut: 'Sign out',
    quit: 'Quit',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    back: 'Back',
    forward: 'Forward',
    search: 'Search…',
    window: 'Window',
    help: 'Help',
    about: 'About',
  },
} as const;

/** The application menu with native roles; commands of the cabinet are sent to the window, which may not hang for `lock`. */
export function installMenu(
  language: keyof typeof WORDS,
  { send, lock }: { send: (command: Command) => void; lock: () => void },
): void {
  const words = WORDS[language];
  const mac = process.platform === 'darwin';
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings = item(words.settings, 'settings', 'CmdOrCtrl+,');
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        item(words.sync, 'sync', 'F5'),
        settings,
        separator,
        { label: words.lock, click: lock, accelerator: 'CmdOrCtrl+L' },
        item(words.signOut, 'sign-out'),
        mac ? { role: 'close' } : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: words.go,
      submenu: [
        item(words.back, 'back', mac ? 'Cmd+[' : 'Alt+Left'),
        item(words.forward, 'forward', mac ? 'Cmd+]' : 'Alt+Right'),
        item(words.search, 'search', 'CmdOrCtrl+K'),
      ],
    },
    { label: words.window, role: 'windowMenu' },
    { label: words.help, submenu: [item(words.about, 'about')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
