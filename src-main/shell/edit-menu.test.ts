import { EventEmitter } from 'node:events';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';

const shown: { template: MenuItemConstructorOptions[]; over: unknown }[] = [];
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({
      popup: ({ window }: { window: unknown }) => shown.push({ template, over: window }),
    }),
  },
}));
const { offerEditing } = await import('./edit-menu');

const webContents = new EventEmitter();
const window = { webContents } as unknown as BrowserWindow;
offerEditing(window, () => 'ru');
beforeEach(() => {
  shown.length = 0;
});

const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
const press = (params: object) =>
  webContents.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags: all, ...params });
const items = () => shown[0]?.template.map(({ role, label, enabled }) => [role, label, enabled]);

it('a field is pasted into by the right button, as everywhere', () => {
  press({ isEditable: true, editFlags: { ...all, canCut: false, canCopy: false } });
  expect(items()).toEqual([
    ['cut', 'Вырезать', false],
    ['copy', 'Копировать', false],
    ['paste', 'Вставить', true],
    [undefined, undefined, undefined],
    ['selectAll', 'Выделить все', true],
  ]);
  expect(shown[0]?.over).toBe(window);
});

it('a text that is selected is copied', () => {
  press({ selectionText: '300012345' });
  expect(items()).toEqual([['copy', 'Копировать', true]]);
});

it('elsewhere there is nothing to offer', () => {
  press({ selectionText: ' ' });
  expect(shown).toEqual([]);
});
