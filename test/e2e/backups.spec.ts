import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseSubscriber, DEMO, finishSync, menuItem, signIn, signInAndSync } from './steps';
import { toProgram } from './walking.ts';

test('a copy outlives the program and a damaged cache, and brings the data back without a network', async ({
  start,
}) => {
  const first = await start();
  await signInAndSync(first);
  await first.call('labels.set', { subscriberId: 1, labels: ['Склад'] });
  await toProgram(first.page, 'Диагностика');
  await expect(first.page.getByText('Копий пока нет.')).toBeVisible();
  await first.page.getByRole('button', { name: 'Создать копию сейчас' }).click();
  await expect(first.page.getByText('Копия создана и проверена.')).toBeVisible();
  await expect(copiesOf(first.page)).toHaveCount(1);
  await first.close();
  spoilCache(first.data);

  const second = await start();
  const { page, call } = second;
  await call('demo.setFaults', { offline: true });
  await signIn(page);
  await toProgram(page, 'Обновление данных');
  const main = page.getByRole('main');
  await expect(main.getByText('Нет связи с оператором.')).toBeVisible();
  await main.getByRole('button', { name: /Восстановить из копии от/ }).click();
  const question = page.getByRole('dialog', { name: 'Восстановить данные из копии?' });
  await question.getByRole('button', { name: 'Восстановить', exact: true }).click();
  await expect(page.getByText(/Данные восстановлены из копии от/)).toBeVisible();
  await expect(main.getByRole('button', { name: /Восстановить из копии от/ })).toBeHidden();

  await expect(page.getByRole('banner')).toContainText('Васильковый край');
  await chooseSubscriber(page, DEMO.connection);
  await menuItem(page, 'Начисления за период').click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await expect(page.getByRole('heading', { name: 'Начисления за май 2021' })).toBeVisible();
  expect((await call('labels.list')).items).toEqual([{ subscriberId: 1, labels: ['Склад'] }]);
  // What was replaced became a copy.
  await toProgram(page, 'Диагностика');
  await expect(copiesOf(page)).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Хранить копий' }).click();
  await page.getByRole('option', { name: 'Не делать' }).click();
  await expect(page.getByText('Сама она сейчас не делается.', { exact: false })).toBeVisible();
  expect((await call('settings.get')).keepBackups).toBe(0);

  await page.getByRole('button', { name: 'Загрузить всё заново' }).click();
  const anew = page.getByRole('dialog', { name: 'Загрузить все данные заново?' });
  await expect(anew.getByText('загрузка начнётся, когда она появится', { exact: false })).toBeVisible();
  await call('demo.setFaults', { offline: false });
  await anew.getByRole('button', { name: 'Загрузить всё заново' }).click();
  await expect(copiesOf(page)).toHaveCount(3);
  await finishSync(second);
  await expect(page.getByText('абонентов: 3, записей детализации: 34', { exact: false })).toBeVisible();
});

const copiesOf = (page: Page) => page.getByRole('list', { name: 'Копии' }).getByRole('listitem');

/** Nothing of the cache can be read any more, not even its head. */
function spoilCache(data: string): void {
  const folder = join(data, 'accounts');
  for (const name of readdirSync(folder).filter((file) => /\.db(-wal)?$/.test(file))) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path).fill(0xa5));
  }
}
