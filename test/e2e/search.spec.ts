import { formatPhone } from '../../src-shared/domain/phone';
import { expect, test } from './fixtures';
import { menuItem, signInAndSync } from './steps';
import { button, rows, toApril } from './walking';

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

  await test.step('the same before anybody was found', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.insertText('100-00-03');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toContainText('100-00-03');
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

test('a whole number stays whole when its filter is opened and left as it is', async ({ cabinet }) => {
  const { page, call } = cabinet;
  await signInAndSync(cabinet);
  const whose = { subscriberId: 1, month: '2021-04', direction: 'out' } as const;
  const { items } = await call('cdrs.groups', { filter: whose, by: 'party' });
  const party = items.find(({ key }) =>
    items.some((other) => other.key !== key && other.key.includes(key)),
  )?.key;
  // Otherwise the demo has nothing to tell the two apart by.
  expect(party).toBeDefined();
  const { rows: count } = await call('cdrs.summary', {
    filter: { ...whose, party: party ?? '', wholeParty: true },
  });
  await toApril(page);
  await page.getByText('По номерам', { exact: true }).click();
  const chip = button(page.getByRole('group', { name: 'Фильтры' }), /^Номер/);
  const text = page.getByRole('textbox', { name: 'Номер или имя собеседника' });
  await chip.click();
  await text.fill(party ?? '');
  await text.press('Enter');
  await rows(page)
    .filter({ has: page.getByText(formatPhone(party ?? ''), { exact: true }) })
    .dblclick();
  const shown = page.getByRole('grid');
  await expect(shown).toHaveAttribute('aria-rowcount', String(count + 2));
  await chip.click();
  await text.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(shown).toHaveAttribute('aria-busy', 'false');
  await expect(shown).toHaveAttribute('aria-rowcount', String(count + 2));
});
