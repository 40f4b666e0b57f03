import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { toProgram } from './walking.ts';

test('the data is checked, and the file for support is what was shown', async ({ cabinet, folder }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  await toProgram(page, 'Диагностика');
  await page.getByRole('button', { name: 'Проверить целостность' }).click();
  await expect(page.getByText('Проверка закончена: повреждений нет.')).toBeVisible();

  const report = page.getByRole('region', { name: 'Текст файла для поддержки' }).locator('pre');
  await expect(report).toContainText('[Сохранённые данные]');
  await expect(report).toContainText('шифрование: chacha20');
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
