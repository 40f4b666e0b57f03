import type { Locator } from '@playwright/test';
import { type Cabinet, expect } from './cabinet.ts';
import { menuItem } from './steps.ts';
import { button, type Screen, title, toAccount, toProgram } from './walking.ts';

/** Screens of the program itself: what it has made, how it stands with the operator, how it is set. */
export const programScreens: readonly Screen[] = [
  {
    name: 'exports',
    async open({ page, call, data, saveTo }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Счета на этом компьютере').click();
      await saveTo(`${data}/Счета.xlsx`);
      await button(page.getByRole('main'), 'Экспорт').click();
      await page.getByRole('menuitem', { name: 'XLSX' }).click();
      await expect.poll(async () => (await call('exports.list'))[0]?.state).toBe('done');
      await button(page, /Журнал экспорта|Завершено файлов/).click();
      await title(page, 'Журнал экспорта');
    },
  },
  { name: 'sync', open: ({ page }) => toProgram(page, 'Обновление данных') },
  { name: 'settings', open: ({ page }) => toProgram(page, 'Настройки') },
  {
    name: 'diagnosis',
    async open({ page }) {
      await toProgram(page, 'Диагностика');
      await expect(page.getByText('[Программа]')).toBeVisible();
    },
  },
  {
    name: 'backups',
    open: async (cabinet) => (await toBackup(cabinet)).scrollIntoViewIfNeeded(),
  },
  {
    name: 'backup-restore',
    async open(cabinet) {
      await (await toBackup(cabinet)).click();
      await expect(cabinet.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'work-calendar',
    async open({ page }) {
      await toProgram(page, 'Настройки');
      await button(page, 'Открыть календарь').click();
      await title(page, 'Рабочий календарь');
      await expect(button(page, '10 мая 2021 г.: выходной')).toBeVisible();
    },
  },
  { name: 'demo', open: ({ page }) => toProgram(page, 'Демонстрационный оператор') },
  {
    name: 'offline',
    async open({ page, call }) {
      await call('demo.setFaults', { offline: true });
      await toProgram(page, 'Обновление данных');
      await button(page.getByRole('main'), 'Обновить данные').click();
      await expect(page.getByRole('banner')).toContainText('Нет сети');
      await call('demo.setFaults', { offline: false });
    },
  },
];

/** «Диагностика» with a fresh copy; answers the button that goes back to it. */
async function toBackup({ page, call }: Cabinet): Promise<Locator> {
  await toProgram(page, 'Диагностика');
  if ((await call('backups.list')).items.length === 0) {
    await button(page, 'Создать копию сейчас').click();
    await expect(page.getByText('Копия создана и проверена.').first()).toBeVisible();
  }
  // The program makes one by itself a minute after the sign-in, and the list is another one then.
  await expect.poll(async () => (await call('backups.list')).making).toBe(false);
  return button(page, /^Восстановить из копии/).first();
}
