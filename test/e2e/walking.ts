import type { Locator, Page } from '@playwright/test';
import { type Cabinet, expect } from './cabinet.ts';
import { chooseSubscriber, menuItem } from './steps.ts';

/** A screen and the way to it from any other of its part. A new screen of the cabinet is one more entry. */
export type Screen = {
  name: string;
  open(cabinet: Cabinet): Promise<void>;
};

export const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });
export const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
export const rows = (page: Page) => page.getByRole('grid').getByRole('row');

/** The sign-in by password with nothing typed but the number. */
export async function toSignIn(page: Page): Promise<void> {
  await closeDialogs(page);
  const leave = button(page, 'Выход');
  if (await leave.isVisible()) {
    // The forced change of the password can be left; the old password still holds.
    await leave.click();
    await title(page, 'Вход в аккаунт');
  }
  const register = button(page, 'Зарегистрироваться');
  if (await register.isVisible()) await register.click();
  await button(page, '< Назад').click();
  await title(page, 'Вход в аккаунт');
}

/** An item of the administrator's menu. */
export async function toAccount(page: Page, item: string): Promise<void> {
  await closeDialogs(page);
  const back = menuItem(page, 'Меню администратора');
  if (await back.isVisible()) await back.click();
  await menuItem(page, item).click();
}

/** An item of the menu of a subscriber, at first of «SIP-соединение». */
export async function toSubscriber(page: Page, item: string, number = '100-00-01'): Promise<void> {
  await closeDialogs(page);
  const there = menuItem(page, 'Главное меню абонента');
  const chosen = page.getByRole('banner').getByText(number);
  if ((await there.isVisible()) && (await chosen.isVisible())) await there.click();
  else await chooseSubscriber(page, number);
  await menuItem(page, item).click();
}

/** An item of «Настройки и выход». */
export async function toProgram(page: Page, item: string): Promise<void> {
  await closeDialogs(page);
  await button(page, 'Настройки и выход').click();
  await page.getByRole('menuitem', { name: item }).click();
}

export async function closeDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  while (await dialog.first().isVisible()) {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

export async function toApril(page: Page): Promise<void> {
  await toSubscriber(page, 'Просмотр детализации');
  await page.getByRole('combobox', { name: 'Выберите месяц' }).click();
  await page.getByRole('option', { name: 'Апрель 2021' }).click();
  await button(page, 'Далее').click();
  await expect(rows(page).nth(5)).toBeVisible();
}

/** Narrows the open list by one choice of a filter. */
export async function tick(page: Page, filter: string, choice: string): Promise<void> {
  await button(page.getByRole('group', { name: 'Фильтры' }), filter).click();
  await page.getByRole('checkbox', { name: choice }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('main').focus();
}
