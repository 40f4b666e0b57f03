import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { menuItem, signIn, signInAndSync } from './steps';

const NAME = 'Документы 300012345 2021-04';

async function choose({ page }: Cabinet, documents: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Снять выбор' }).click();
  for (const name of documents) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Далее' }).click();
}

test('a package of a month is put together, tells what has changed, and is remembered', async ({
  start,
  folder,
}) => {
  let cabinet = await start();
  await signInAndSync(cabinet);
  let { page } = cabinet;
  await cabinet.app.evaluate(({ dialog }, chosen) => {
    // As slow as a person: another press of the button must not open a second one.
    dialog.showOpenDialog = async () => {
      const keeper = globalThis as { dialogs?: number };
      keeper.dialogs = (keeper.dialogs ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { canceled: false, filePaths: [chosen] };
    };
  }, folder);
  const files = () => page.getByRole('table', { name: 'Файлы пакета' });
  const state = (name: string) => files().getByRole('row').filter({ hasText: name });
  const open = page.getByRole('main').getByRole('button', { name: 'Открыть папку' });

  await test.step('the documents, the folder and the names are chosen; a wrong name is refused', async () => {
    await menuItem(page, 'Счета').click();
    await menuItem(page, 'Пакет за месяц').click();
    await choose(cabinet, ['Акт: PDF', 'Сводка по направлениям: CSV']);
    await page.getByRole('button', { name: 'Записать' }).click();
    await expect(page.getByText('Выберите папку, в которую записать документы.')).toBeVisible();
    await page.getByRole('button', { name: 'Выбрать папку…' }).dblclick();
    await expect(page.getByText(folder, { exact: true })).toBeVisible();
    const template = page.getByRole('textbox', { name: 'Шаблон имени' });
    await template.fill('{документ}: {период}');
    await expect(page.getByText('В именах файлов нельзя использовать: :')).toBeVisible();
    await template.fill('{документ} за {период}');
    await expect(page.getByRole('list', { name: 'Так будут называться файлы' })).toContainText(
      'Акт за апрель 2021.pdf',
    );
    expect(await cabinet.app.evaluate(() => (globalThis as { dialogs?: number }).dialogs)).toBe(1);
  });

  await test.step('its files and their checksums are written', async () => {
    await page.getByRole('button', { name: 'Записать' }).click();
    await expect(open).toBeEnabled();
    await expect(state('Акт за апрель 2021.pdf')).toContainText('Новый');
    const names = ['SHA256SUMS', 'Акт за апрель 2021.pdf', 'Сводка по направлениям за апрель 2021.csv'];
    expect(readdirSync(join(folder, NAME)).sort()).toEqual(names.sort());
    expect(readFileSync(join(folder, NAME, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}Акт за апрель/);
  });

  await test.step('after a restart the choice is still there, and a second package is compared', async () => {
    writeFileSync(join(folder, NAME, 'Акт за апрель 2021.pdf'), 'изменён');
    await cabinet.close();
    cabinet = await start();
    page = cabinet.page;
    await signIn(page);
    await menuItem(page, 'Счета').click();
    await menuItem(page, 'Пакет за месяц').click();
    await page.getByRole('button', { name: 'Далее' }).click();
    await expect(page.getByText(folder, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Записать' }).click();
    await expect(page.getByRole('main').getByRole('button', { name: 'Открыть папку' })).toBeEnabled();
    await expect(state('Акт за апрель 2021.pdf')).toContainText('Восстановлен');
    await expect(state('Сводка по направлениям за апрель 2021.csv')).toContainText('Без изменений');
    expect(existsSync(join(folder, NAME, '.partial'))).toBe(false);
  });

  await test.step('whoever goes on to another page while it begins stays there and is told', async () => {
    await page.getByRole('button', { name: 'Другой пакет' }).click();
    await page.getByRole('button', { name: 'Далее' }).click();
    await expect(page.getByText(folder, { exact: true })).toBeVisible();
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Записать')?.click();
      buttons.find(({ ariaLabel }) => ariaLabel === 'Платежи')?.click();
    });
    await expect(page.getByText(`Пакет «${NAME}» записан`)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Платежи', level: 1 })).toBeVisible();
  });
});
