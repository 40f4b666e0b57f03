import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../src-shared/bridge/contract';
import { MENU_WORDS, type MenuLanguage } from './menu-words';

type Command = EventPayload<'menu.command'>['command'];
type Words = (typeof MENU_WORDS)[MenuLanguage];
/** Roles that an item can have as it stands. */
type Role = Extract<MenuItemConstructorOptions['role'], keyof Words>;

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu with native roles; commands of the cabinet are sent to the window, which may not hang for `lock`. */
export function installMenu(
  language: MenuLanguage,
  { send, lock }: { send: (command: Command) => void; lock: () => void },
): void {
  const words = MENU_WORDS[language];
  const mac = process.platform === 'darwin';
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const role = (name: Role): MenuItemConstructorOptions => ({ role: name, label: words[name] });
  /** Another key for an item: Electron's own «Ctrl+Plus» wants Shift and knows no numeric block. */
  const alsoBy = (name: Role, accelerator: string): MenuItemConstructorOptions => ({
    ...role(name),
    accelerator,
    visible: false,
  });
  const settings = item(words.settings, 'settings', 'CmdOrCtrl+,');
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [macMenu(role)] : []),
    {
      label: words.file,
      submenu: [
        item(words.sync, 'sync', 'F5'),
        settings,
        separator,
        { label: words.lock, click: lock, accelerator: 'CmdOrCtrl+L' },
        item(words.signOut, 'sign-out'),
        role(mac ? 'close' : 'quit'),
      ],
    },
    {
      label: words.edit,
      submenu: [
        role('undo'),
        role('redo'),
        separator,
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
      ],
    },
    {
      label: words.view,
      submenu: [
        role('resetZoom'),
        role('zoomIn'),
        alsoBy('zoomIn', 'CmdOrCtrl+='),
        alsoBy('zoomIn', 'CmdOrCtrl+numadd'),
        role('zoomOut'),
        alsoBy('zoomOut', 'CmdOrCtrl+numsub'),
        separator,
        role('togglefullscreen'),
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
    {
      label: words.window,
      role: 'windowMenu',
      submenu: mac
        ? [role('minimize'), role('zoom'), separator, role('front')]
        : [role('minimize'), role('close')],
    },
    { label: words.help, submenu: [item(words.about, 'about')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The menu that bears the program's name. */
const macMenu = (role: (name: Role) => MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    role('about'),
    separator,
    role('services'),
    separator,
    role('hide'),
    role('hideOthers'),
    role('unhide'),
    separator,
    role('quit'),
  ],
});
