import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExportView } from '../../src-shared/bridge/exports';
import { type Cabinet, expect } from './cabinet.ts';

/** What a person does over and over, in the words of the screens. */

export const DEMO = { national: '291000001', password: 'Demo-2021', connection: '+375 29 100-00-01' };

export async function signIn(page: Page, password = DEMO.password, phone = DEMO.national): Promise<void> {
  await page.getByRole('textbox', { name: 'Контактный телефон' }).fill(phone);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(password);
  await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
}

/** Signs in and waits until the first sync has brought everything. */
export async function signInAndSync(cabinet: Cabinet): Promise<void> {
  await signIn(cabinet.page);
  await expect(cabinet.page.getByRole('heading', { name: 'Главное меню администратора' })).toBeVisible();
  await finishSync(cabinet);
}

export async function finishSync({ call }: Cabinet): Promise<void> {
  await expect
    .poll(
      async () => {
        const { state, firstSync, lastError } = await call('sync.status');
        return lastError ? JSON.stringify(lastError) : `${state} ${firstSync}`;
      },
      { timeout: 60_000 },
    )
    .toBe('idle false');
}

/** Sets the operator's clock to noon of a day; the session has ended by then, and the account is signed in to again. */
export async function goToDay(cabinet: Cabinet, day: string): Promise<void> {
  const { page, call } = cabinet;
  await call('demo.setClock', { at: Date.parse(`${day}T12:00:00+03:00`) });
  await call('sync.start');
  const dialog = page.getByRole('dialog', { name: 'Время сеанса у оператора истекло' });
  await dialog.getByRole('textbox', { name: 'Пароль' }).fill(DEMO.password);
  await dialog.getByRole('button', { name: 'Войти в аккаунт' }).click();
  await expect(dialog).toHaveCount(0);
  await finishSync(cabinet);
}

export const menuItem = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation').getByRole('button', { name, exact: true });

/** Chooses the subscriber with this number and stands in its main menu. */
export async function chooseSubscriber(page: Page, number: string): Promise<void> {
  // The administrator's menu and the subscriber's have their own names for it.
  await menuItem(page, /^Выбор (SIP-)?абонента$/).click();
  await page.getByRole('button', { name: 'Показать все' }).click();
  await page.getByRole('row').filter({ hasText: number }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await expect(page.getByRole('heading', { name: 'Главное меню абонента' })).toBeVisible();
}

/** Fills «Новое обращение» and sends it. */
export async function writeAppeal(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Тема' }).click();
  await page.getByRole('option', { name: 'Документы' }).click();
  await page.getByRole('textbox', { name: 'Текст обращения' }).fill(text);
  await page.getByRole('button', { name: 'Отправить' }).click();
}

/** Waits until the newest export to this path has ended so. */
export async function exportEnds({ call }: Cabinet, path: string, state: ExportView['state']): Promise<void> {
  const find = (list: ExportView[]) => list.find(({ fileName }) => fileName === basename(path));
  await expect.poll(async () => find(await call('exports.list'))?.state, { timeout: 30_000 }).toBe(state);
}

/** Takes away what the page shows, by its button; answers the file. */
export async function exportShown(
  cabinet: Cabinet,
  format: 'XLSX' | 'PDF' | 'CSV',
  path: string,
): Promise<Buffer> {
  const { page } = cabinet;
  await cabinet.saveTo(path);
  await page.getByRole('main').getByRole('button', { name: 'Экспорт' }).click();
  await page.getByRole('menuitem', { name: new RegExp(format) }).click();
  await exportEnds(cabinet, path, 'done');
  return readFileSync(path);
}

/** Back to the page before, by the keys of the system or, on a Mac, whose keys are the menu's, by the mouse. */
export async function goBack(page: Page): Promise<void> {
  if (process.platform !== 'darwin') return page.keyboard.press('Alt+ArrowLeft');
  await page.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 3 })));
}
