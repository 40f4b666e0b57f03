import type { CdrFilter } from '../../src-shared/bridge/cabinet';
import { formatInteger } from '../../src-shared/domain/money';
import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { button, rows, tick, toApril } from './walking';

test('a year by month keeps the filters, opens a month and is back after that', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  const { page, call } = cabinet;
  await toApril(page);
  await tick(page, 'Куда', 'Другие сети');
  await page.getByRole('switch', { name: 'Все абоненты лицевого счета' }).check({ force: true });
  await page.getByText('По месяцам', { exact: true }).click();
  await expect(page.getByRole('img', { name: /Диаграмма: .*по месяцам/ })).toBeVisible();
  await expect(page.getByText('Показаны двенадцать месяцев')).toBeVisible();

  const filter: CdrFilter = { subscriberId: null, month: '2021-02', direction: 'out', zones: ['mobile'] };
  const february = await call('cdrs.summary', { filter });
  expect(february.rows).toBeGreaterThan(0);
  const grouped = formatInteger(february.rows);
  const row = rows(page).filter({ hasText: 'Февраль 2021' });
  await expect(row).toContainText(grouped);

  await row.dblclick();
  await expect(page.getByRole('combobox', { name: 'Месяц' })).toHaveValue('Февраль 2021');
  await expect(page.getByText(`${grouped} строк`)).toBeVisible();
  await button(page, 'Назад').first().click();
  await expect(page.getByRole('combobox', { name: 'Месяц' })).toHaveValue('Апрель 2021');
  await expect(rows(page).filter({ hasText: 'Февраль 2021' })).toBeVisible();
});
