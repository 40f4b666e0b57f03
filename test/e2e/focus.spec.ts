import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { button, toApril } from './walking';

/** Presses what the keyboard stands on. */
const press = async (page: Page, role: 'button' | 'menuitem', name: string | RegExp): Promise<void> => {
  await page.getByRole(role, { name }).focus();
  await page.keyboard.press('Enter');
};

test('the keyboard is never left without a place', async ({ cabinet }) => {
  const { page, call } = cabinet;
  await signInAndSync(cabinet);
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('main').getByRole('button', { name: 'Экспорт' });

  await test.step('a box whose pressed button goes away is still closed by Esc', async () => {
    await press(page, 'button', /^Данные на/);
    await expect(dialog.getByText('Данные обновлены.')).toBeVisible();
    // A sync without news would be over before it is seen.
    await call('demo.setFaults', { latencyMs: 2000 });
    await dialog.getByRole('button', { name: 'Обновить данные' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Отменить' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(
      page.getByRole('banner').getByRole('button', { name: /^(Данные на|Обновление)/ }),
    ).toBeFocused();
    await call('demo.setFaults', { latencyMs: 0 });
  });

  await toApril(page);
  await test.step('so is the one with the kept filters', async () => {
    await button(page, 'Мои фильтры').click();
    await dialog.getByRole('textbox', { name: 'Название' }).fill('Без фильтров');
    await page.keyboard.press('Enter');
    await press(page, 'button', 'Удалить «Без фильтров»');
    await expect(dialog.getByText('Сохранённых фильтров нет.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button(page, 'Мои фильтры')).toBeFocused();
  });

  await test.step('a dialog that a menu has opened leads back to the menu', async () => {
    await page.getByRole('switch', { name: 'Все абоненты лицевого счета' }).check({ force: true });
    await menu.focus();
    await page.keyboard.press('Enter');
    await press(page, 'menuitem', 'Детализация за месяцы…');
    await expect(dialog.getByRole('group', { name: 'Месяцы' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(menu).toBeFocused();
  });

  await test.step('a preview as well', async () => {
    await page.keyboard.press('Enter');
    await press(page, 'menuitem', 'Просмотр и печать');
    await expect(dialog.getByText(/Страница 1 из/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(menu).toBeFocused();
  });

  await test.step('where a table has nothing to offer, no empty menu opens', async () => {
    const grid = page.getByRole('grid');
    await grid.getByRole('gridcell').last().click({ button: 'right' });
    await page.waitForTimeout(500);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await grid.locator('[data-row="1"] [data-column="1"]').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Копировать ячейку' })).toBeVisible();
  });
});
