import { mkdirSync } from 'node:fs';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { LongAccount } from '../../../src-main/cabinet/testing/long-account';
import { runTask } from './processes';

export const NO_TIMEOUT = { timeout: 120_000 };
export const PASSWORD = 'Demo-2021';

/** The index of numbers, which a made-up cache has not, is made meanwhile: two seconds a million calls, and as much again. */
export const indexingMs = (calls: number): number => 10_000 + calls / 200;

/** Makes a folder of the program's data whose demo account has as many made-up calls of one subscriber in one month. */
export async function makeLongAccount(data: string, count: number): Promise<void> {
  mkdirSync(data);
  await inProgram(data, async ({ page }) => {
    await signIn(page);
    await page.getByText('Данные на').waitFor(NO_TIMEOUT);
  });
  const account: LongAccount = { password: PASSWORD, month: '2021-04', subscriberId: 1, count };
  await runTask('fill-account', { data, ...account });
}

/** Runs the program for a piece of work. */
export async function inProgram<Result>(
  data: string,
  work: (program: { app: ElectronApplication; page: Page }) => Promise<Result>,
): Promise<Result> {
  const app = await _electron.launch({
    executablePath: process.env.BENCH_RUNTIME_EXECUTABLE ?? '',
    args: [process.cwd(), `--user-data-dir=${data}`, '--operator-clock=2021-05-10T12:00:00+03:00'],
  });
  try {
    return await work({ app, page: await app.firstWindow() });
  } finally {
    await app.close();
  }
}

export async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Заполнить' }).click(NO_TIMEOUT);
  await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
  await page.getByRole('heading', { name: 'Главное меню администратора' }).waitFor(NO_TIMEOUT);
}

/** As a person does: the subscriber, its detalization, the month. */
export async function openCalls(page: Page): Promise<void> {
  const menu = (name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });
  await menu('Выбор SIP-абонента').click();
  await page.getByRole('button', { name: 'Показать все' }).click();
  await page.getByRole('row').filter({ hasText: '100-00-01' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await menu('Просмотр детализации').click();
  await page.getByRole('combobox', { name: 'Выберите месяц' }).click();
  await page.getByRole('option', { name: 'Апрель 2021' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await page.locator('[role=grid][aria-busy=false] [data-row="3"]').waitFor(NO_TIMEOUT);
}
