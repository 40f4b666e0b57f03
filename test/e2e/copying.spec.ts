import { formatInstant } from '../../src-shared/domain/period';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { finishSync, menuItem, signInAndSync } from './steps';
import { button, rows, toApril, toSubscriber } from './walking';

const NUMBER = '100-00-02';

const copied = async ({ app }: Cabinet): Promise<string[]> =>
  (await app.evaluate(({ clipboard }) => clipboard.readText())).split('\r\n');

test('what is copied is what was chosen, whatever is done meanwhile', async ({ cabinet }) => {
  test.slow();
  const { page, call } = cabinet;
  await signInAndSync(cabinet);
  await toApril(page);
  const filter = { subscriberId: 1, month: '2021-04', direction: 'out' } as const;
  const grid = page.getByRole('grid');
  const { rows: count } = await call('cdrs.summary', { filter });
  // Several pages of the bridge: the copy goes on while something else is done.
  expect(count).toBeGreaterThan(1500);

  await test.step('another order while rows are read changes nothing of them', async () => {
    await grid.locator('[data-row="0"] [data-column="0"]').click();
    await page.keyboard.press('Control+a');
    await grid.evaluate((element) => {
      const press = { key: 'c', ctrlKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press));
      element.querySelector<HTMLElement>('[role="columnheader"]:nth-child(2)')?.click();
    });
    await expect(page.getByText(/Скопирован[аоы] /)).toBeVisible();
    const times = (await copied(cabinet)).map((line) => line.split('\t')[0] ?? '');
    expect(times).toHaveLength(count);
    const first = await call('cdrs.page', {
      filter,
      sort: { column: 'startedAt', descending: false },
      offset: 1000,
      limit: 500,
    });
    expect(times.slice(1000, 1500)).toEqual(first.items.map(({ startedAt }) => formatInstant(startedAt)));
  });

  await test.step('of two copies the later one counts, though the earlier one ends after it', async () => {
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    await grid.locator('[data-row="0"] [data-column="0"]').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('Скопирована 1 строка')).toBeVisible();
    // As long as all the rows take.
    await page.waitForTimeout(2000);
    expect(await copied(cabinet)).toHaveLength(1);
  });
});

test('rows that come or go under a choice end it: it is known by number', async ({ cabinet }) => {
  const { page, call } = cabinet;
  await signInAndSync(cabinet);
  const { items } = await call('subscribers.search', { mask: NUMBER, offset: 0, limit: 1 });
  const subscriberId = items[0]?.id ?? 0;
  const { services } = await call('services.list', { subscriberId });
  const serviceId = services.find(({ title }) => title === 'Конференц-связь')?.id ?? 0;
  await call('commands.submit', { kind: 'remove-service', body: { subscriberId, serviceId } });
  await expect
    .poll(async () => (await call('services.list', { subscriberId })).services.map(({ status }) => status))
    .toContain('disconnected');
  await finishSync(cabinet);

  await toSubscriber(page, 'Операции с услугами', NUMBER);
  await menuItem(page, 'Услуги абонента').click();
  const old = page.getByRole('switch', { name: 'Показать отключенные' });
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  const connected = (await rows(page).count()) - 1;
  await old.check({ force: true });
  await expect(rows(page)).toHaveCount(connected + 2);
  await page.getByRole('grid').locator('[data-row="0"] [data-column="0"]').click();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`Выбрано: ${connected + 1}`)).toBeVisible();
  await old.uncheck({ force: true });
  await expect(rows(page)).toHaveCount(connected + 1);
  await expect(page.getByText('Выбрано:')).toHaveCount(0);
  await expect(page.getByRole('row', { selected: true })).toHaveCount(0);
});

test('a row chosen in one month is not chosen in another', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);
  await menuItem(page, 'Платежи').click();
  await menuItem(page, 'Информация по платежам').click();
  const months = page.getByRole('table', { name: 'Итоги по месяцам' });
  const period = page.getByRole('textbox', { name: 'Начальная дата периода' });
  await button(months, 'Март 2021').click();
  await expect(period).toHaveValue('01.03.2021');
  const shown = await rows(page).count();
  await page.getByRole('grid').locator('[data-row="0"] [data-column="0"]').click();
  await expect(page.getByRole('row', { selected: true })).toHaveCount(1);
  await period.fill('01.02.2021');
  const until = page.getByRole('textbox', { name: 'Конечная дата периода' });
  await until.fill('28.02.2021');
  await until.press('Enter');
  await expect(until).toHaveValue('28.02.2021');
  await expect(
    page
      .getByRole('grid')
      .getByText(/\.02\.2021/)
      .first(),
  ).toBeVisible();
  // As many payments in both months: only then their rows have the same numbers.
  await expect(rows(page)).toHaveCount(shown);
  await expect(page.getByRole('row', { selected: true })).toHaveCount(0);
});
