import type { Locator, Page } from '@playwright/test';
import type { CommandKind } from '../../../src-shared/operator-api/commands';
import { expect } from '../fixtures';

/** A page that gives the operator a command. Each way begins on any page of the program. */
export type CommandPage = {
  kind: CommandKind;
  open(page: Page): Promise<void>;
  /** What is seen while nothing was ever asked for, and what is said about fields that are left empty. */
  empty(page: Page): Promise<void>;
  /** Fills the form and sends it. */
  give(page: Page): Promise<void>;
  done: RegExp;
  /** What was chosen is still there after a refusal. */
  kept?(page: Page): Promise<void>;
};

export const main = (page: Page): Locator => page.getByRole('main');

/** Presses a button of the page, one with exactly this name. */
export const press = (page: Page, name: string): Promise<void> =>
  main(page).getByRole('button', { name, exact: true }).click();

export const seen = (page: Page, text: string | RegExp): Promise<void> =>
  expect(main(page).getByText(text).first()).toBeVisible();

export const REQUIRED = 'Это поле обязательно для заполнения';

export async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** A day as it is typed. */
export async function typeDay(page: Page, field: string, day: string): Promise<void> {
  const input = page.getByRole('textbox', { name: field, exact: true });
  await input.fill(day);
  await input.press('Tab');
}

/** Chooses the row with this text. */
export const pick = (page: Page, text: string): Promise<void> =>
  page.getByRole('grid').first().getByRole('row').filter({ hasText: text }).first().click();

export async function nothingOrdered(page: Page): Promise<void> {
  // Only then the list has been read.
  await seen(page, /^Данные на/);
  await expect(main(page).getByText('Заказано ранее')).toHaveCount(0);
}
