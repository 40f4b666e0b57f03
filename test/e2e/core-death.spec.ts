import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { finishSync, signIn, signInAndSync } from './steps';

/** Kills the process that keeps the data, as a fault would, once it runs. */
async function killCore({ app }: Cabinet): Promise<void> {
  const core = () =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ name }) => name === 'SIP Cabinet core')?.pid ?? 0,
    );
  await expect.poll(core).toBeGreaterThan(0);
  const pid = await core();
  process.kill(pid, 'SIGKILL');
  await expect.poll(core).not.toBe(pid);
}

test('a core that dies once is started again; the person signs in and goes on', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  await killCore(cabinet);
  await expect(cabinet.page.getByText('Часть программы перезапущена.', { exact: true })).toBeVisible();
  await signIn(cabinet.page);
  await expect(cabinet.page.getByRole('banner')).toContainText('Васильковый край');
});

test('a core that dies again and again is left alone until the person starts it', async ({ cabinet }) => {
  const { page, app, call } = cabinet;
  await signInAndSync(cabinet);
  for (let deaths = 0; deaths < 6; deaths++) await killCore(cabinet);
  const fault = page.getByRole('main').getByRole('alert');
  await expect(fault).toContainText('несколько раз подряд завершилась с ошибкой и остановлена');
  await expect(call('account.get')).rejects.toThrow('core-stopped');
  await fault.getByRole('button', { name: 'Копировать сведения для поддержки' }).click();
  await expect(page.getByText('Сведения скопированы.')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('core ended with');
  expect(copied).toContain('Часть программы, которая хранит данные, не отвечает.');

  // A page that is loaded anew says the same.
  await page.reload();
  await expect(fault).toContainText('остановлена');
  await fault.getByRole('button', { name: 'Запустить снова' }).click();
  await signIn(page);
  await expect(page.getByRole('banner')).toContainText('Васильковый край');
  await finishSync(cabinet);
});

test('a program whose operator cannot be started opens all the same and says so', async ({
  start,
  folder,
}) => {
  const books = join(folder, 'user-data', 'demo-operator');
  mkdirSync(join(folder, 'user-data'));
  writeFileSync(books, 'no folder');
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Программа остановилась' })).toBeVisible();
  const fault = page.getByRole('main').getByRole('alert');
  await expect(fault).toContainText('Произошла внутренняя ошибка.');
  await fault.getByRole('button', { name: 'Запустить снова' }).click();
  await expect(fault).toContainText('Произошла внутренняя ошибка.');

  rmSync(books);
  await fault.getByRole('button', { name: 'Запустить снова' }).click();
  await signIn(page);
  await expect(page.getByRole('banner')).toContainText('Васильковый край');
});
