import { main, seen } from './commands/command-page';
import { expect, test } from './fixtures';
import { menuItem, signInAndSync } from './steps';
import { title, toAccount } from './walking';

test('the calendar of a day is put away by Esc and Enter, and the page stays', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);
  const calendar = page.locator('[data-dates-dropdown]');
  const day = (name: string) => page.getByRole('textbox', { name });

  await test.step('in a form', async () => {
    await toAccount(page, 'Платежи');
    await menuItem(page, 'Регистрация платежей').click();
    await day('Предполагаемая дата оплаты').click();
    // The first month that can be promised, whatever the computer's own clock says.
    await expect(calendar.getByText('Май 2021')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(calendar).toHaveCount(0);
    await title(page, 'Регистрация платежей');
    await page.keyboard.press('Escape');
    await title(page, 'Платежи');
  });

  await test.step('over a list', async () => {
    await menuItem(page, 'Информация по платежам').click();
    await day('Начальная дата периода').fill('01.03.2021');
    await expect(calendar).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(calendar).toHaveCount(0);
    await expect(main(page)).toContainText('2 строки');
    await day('Конечная дата периода').fill('01.02.2021');
    await page.keyboard.press('Enter');
    await expect(calendar).toHaveCount(0);
    await seen(page, 'Конечная дата раньше начальной.');
    await day('Конечная дата периода').click();
    await expect(calendar).toBeVisible();
  });
});

test('the items of the menu stay in their places whichever is chosen', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);
  const places: unknown[] = [];
  for (const item of ['Выбор SIP-абонента', 'Информация по рассрочке', 'Обратная связь']) {
    await toAccount(page, item);
    places.push((await menuItem(page, 'Выход').boundingBox())?.y);
  }
  expect(new Set(places).size, String(places)).toBe(1);
});
