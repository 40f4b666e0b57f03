import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, expect, it, vi } from 'vitest';

let template: MenuItemConstructorOptions[] = [];
vi.mock('electron', () => ({
  app: { name: 'SIP Cabinet' },
  Menu: {
    buildFromTemplate: (items: MenuItemConstructorOptions[]) => {
      template = items;
    },
    setApplicationMenu() {},
  },
}));
const { installMenu } = await import('./menu');
afterEach(() => vi.restoreAllMocks());

/** All items, with those of the submenus. */
const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...all((item.submenu as MenuItemConstructorOptions[] | undefined) ?? [])]);
const install = (platform: NodeJS.Platform, language: 'ru' | 'en') => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
  installMenu(language, { send() {}, lock() {} });
  return all(template).filter(({ type }) => type !== 'separator');
};

it.each(['win32', 'darwin', 'linux'] as const)('speaks the language of the program on %s', (platform) => {
  for (const item of install(platform, 'ru')) {
    // Electron's own words are English; its own submenus would bring them along.
    if (item.role !== 'appMenu') expect(item.label, item.role).toMatch(/[а-я]/i);
    if (item.role?.endsWith('Menu')) expect(item.submenu, item.role).toBeInstanceOf(Array);
  }
  for (const { label = '' } of install(platform, 'en')) expect(label).not.toMatch(/[а-я]/i);
});

it('has what only a Mac knows on a Mac only', () => {
  const roles = (platform: NodeJS.Platform) => install(platform, 'ru').map(({ role }) => role);
  for (const role of ['services', 'hide', 'hideOthers', 'unhide', 'zoom', 'front'] as const) {
    expect(roles('darwin')).toContain(role);
    expect(roles('win32')).not.toContain(role);
  }
  for (const platform of ['darwin', 'win32'] as const) {
    expect(roles(platform)).toEqual(expect.arrayContaining(['quit', 'close', 'minimize', 'copy', 'paste']));
  }
});

it('zooms by the keys of a browser: «=» without Shift and the numeric block as well', () => {
  const keys = install('win32', 'ru').flatMap(({ role, accelerator }) =>
    role === 'zoomIn' || role === 'zoomOut' ? [[role, accelerator]] : [],
  );
  expect(keys).toEqual(
    expect.arrayContaining([
      ['zoomIn', undefined],
      ['zoomIn', 'CmdOrCtrl+='],
      ['zoomIn', 'CmdOrCtrl+numadd'],
      ['zoomOut', undefined],
      ['zoomOut', 'CmdOrCtrl+numsub'],
    ]),
  );
});
