import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { signIn, signInAndSync } from './steps';
import { toProgram } from './walking.ts';

test('the data is checked, and the file for support is what was shown', async ({ cabinet, folder }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  await toProgram(page, 'Диагностика');
  await page.getByRole('button', { name: 'Проверить целостность' }).click();
  await expect(page.getByText('Проверка закончена: повреждений нет.')).toBeVisible();

  const report = page.getByRole('region', { name: 'Текст файла для поддержки' }).locator('pre');
  await expect(report).toContainText('[Сохранённые данные]');
  await expect(report).toContainText('шифрование: aegis');
  const path = join(folder, 'поддержка.txt');
  await cabinet.saveTo(path);
  await page.getByRole('button', { name: 'Сохранить файл' }).click();
  await expect(page.getByText('Файл сохранён.')).toBeVisible();
  const saved = readFileSync(path, 'utf8');
  expect(saved).toBe(await report.textContent());
  for (const secret of ['Васильковый', '100-00-01', '291000001', 'Demo-2021', '300012345']) {
    expect(saved).not.toContain(secret);
  }
});

test('an account that cannot be opened comes with the folder and the facts for whoever helps', async ({
  start,
}) => {
  const first = await start();
  await signInAndSync(first);
  await first.close();
  const folder = join(first.data, 'accounts');
  const cache = readdirSync(folder).find((name) => name.endsWith('.db')) ?? '';
  const path = join(folder, cache);
  renameSync(path, `${path}.away`);
  mkdirSync(path);

  const { page, app } = await start();
  await signIn(page);
  const fault = page.getByRole('alert');
  await expect(fault).toContainText('В папку с данными программы нельзя ничего записать.');
  await expect(fault.getByRole('button', { name: 'Открыть папку' })).toBeVisible();
  await fault.getByRole('button', { name: 'Копировать сведения для поддержки' }).click();
  await expect(page.getByText('Сведения скопированы.')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('[Программа]');
  expect(copied).not.toContain('291000001');

  rmSync(path, { recursive: true });
  renameSync(`${path}.away`, path);
  await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
  await expect(page.getByRole('banner')).toContainText('Васильковый край');
});
