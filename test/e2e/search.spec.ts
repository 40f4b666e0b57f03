import { expect, test } from './fixtures';
import { menuItem, signInAndSync } from './steps';
import { button } from './walking';

test('a search opens whom it finds, not whom the text before had found', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);

  await test.step('Ctrl+K and Enter at once', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.type('100-00-0');
    await expect(page.getByRole('dialog').getByText('+375 29 100-00-01')).toBeVisible();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Главное меню абонента' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('100-00-02');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('«Выбор SIP-абонента»: nobody is chosen until the answer is here', async () => {
    await menuItem(page, 'Выбор абонента').click();
    const number = page.getByRole('textbox', { name: 'Введите номер телефона' });
    await number.fill('100-00-01');
    await button(page.getByRole('main'), 'Поиск').click();
    const next = button(page.getByRole('main'), 'Далее');
    await expect(next).toBeEnabled();
    await page.evaluate(() => {
      const early: string[] = [];
      Object.assign(window, { early });
      new MutationObserver(() => {
        const awaited = document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') === '-1';
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button')];
        const open = buttons.find(({ textContent }) => textContent === 'Далее')?.disabled === false;
        if (awaited && open) early.push(document.querySelector('input')?.value ?? '');
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await number.fill('100-00-02');
    await expect(page.getByRole('row').filter({ hasText: '100-00-02' })).toBeVisible();
    await expect(next).toBeEnabled();
    expect(await page.evaluate(() => (window as unknown as { early: string[] }).early)).toEqual([]);
  });
});
