import { join } from 'node:path';
import { readCsv, readPdf, readXlsx } from '../../src-main/documents/testing/read-files';
import { formatGroupedCharge, plainCharge, UNITS_PER_RUBLE } from '../../src-shared/domain/money';
import { GUIDE_PAGE } from '../../src-shared/domain/testing/guide-page';
import { expect, test } from './fixtures';
import { chooseSubscriber, exportShown, finishSync, menuItem, signIn, signInAndSync } from './steps';

test('sign in, sync, read, export, then the same without the operator', async ({ start, folder }) => {
  // Two starts and everything between them: by far the longest of all.
  test.slow();
  let cabinet = await start();
  let { page } = cabinet;

  await test.step('sign in with the account that the page shows', async () => {
    await expect(page.getByText('Демонстрационный вход')).toBeVisible();
    await page.getByRole('button', { name: 'Заполнить' }).click();
    await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
    await expect(page.getByRole('heading', { name: 'Главное меню администратора' })).toBeVisible();
    await finishSync(cabinet);
    await expect(page.getByRole('banner')).toContainText('Данные на 10.05.2021 12:0');
  });

  await test.step('the client', async () => {
    await menuItem(page, 'Персональная информация').click();
    await expect(page.getByRole('heading', { name: 'Персональная информация клиента' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('ООО «Васильковый край»');
    await expect(page.getByRole('main')).toContainText(/\d+ руб\. \d{2} коп\./);
  });

  await test.step('a subscriber by mask', async () => {
    await menuItem(page, 'Выбор SIP-абонента').click();
    const mask = page.getByRole('textbox', { name: 'Введите номер телефона с префиксом' });
    await mask.fill('29%2');
    await mask.press('Enter');
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('grid')).toContainText('+375 29 100-00-02');
    await mask.fill('4_%');
    await mask.press('Enter');
    await expect(page.getByRole('main')).toContainText('не найден');
  });

  await test.step('its charges are the guide’s page', async () => {
    await chooseSubscriber(page, '100-00-01');
    await menuItem(page, 'Персональная информация').click();
    await expect(page.getByRole('main')).toContainText('Остаток трафика');
    await menuItem(page, 'Начисления за период').click();
    await page.getByRole('button', { name: 'Далее' }).click();
    await expect(page.getByRole('heading', { name: 'Начисления за май 2021' })).toBeVisible();
    await expectCharges(page);
  });

  const filter = { subscriberId: 1, month: '2021-04', direction: 'out' } as const;
  const totals = await test.step('the detalization of April, longest calls first', async () => {
    await menuItem(page, 'Просмотр детализации').click();
    await page.getByRole('combobox', { name: 'Выберите месяц' }).click();
    await page.getByRole('option', { name: 'Апрель 2021' }).click();
    await page.getByRole('button', { name: 'Далее' }).click();
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').nth(5)).toBeVisible();
    await grid.getByRole('columnheader', { name: 'Длительность' }).click();
    await grid.getByRole('columnheader', { name: 'Длительность' }).click();
    await expect(grid.getByRole('columnheader', { name: 'Длительность' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    return cabinet.call('cdrs.summary', { filter });
  });
  expect(totals.rows).toBeGreaterThan(100);

  await test.step('take it away in three formats that other programs read', async () => {
    const sort = { column: 'durationS', descending: true } as const;
    const { items } = await cabinet.call('cdrs.page', { filter, sort, offset: 0, limit: 20 });
    const sum = page.getByRole('grid').getByRole('row').filter({ hasText: 'Итого' });
    await expect(sum).toContainText(formatGroupedCharge(totals.gross));

    const [sheet] = readXlsx(await exportShown(cabinet, 'XLSX', join(folder, 'детализация.xlsx')));
    const [title, facts, header = [], ...rows] = sheet?.rows ?? [];
    const column = (name: string) => header.indexOf(name);
    expect(title?.[0]).toBe('Детализация за апрель 2021');
    expect(facts?.[0]).toContain('ООО «Васильковый край»');
    expect(rows).toHaveLength(totals.rows + 1);
    expect(rows.slice(0, 20).map((row) => row[column('Собеседник')])).toEqual(
      items.map(({ party }) => party),
    );
    expect(rows.at(-1)?.[column('Всего с НДС')]).toBe(totals.gross / UNITS_PER_RUBLE);

    const pages = await readPdf(await exportShown(cabinet, 'PDF', join(folder, 'детализация.pdf')));
    expect(pages[0]?.[0]).toBe('Детализация за апрель 2021');
    const printed = pages.at(-1)?.find((line) => line.startsWith('Итого')) ?? '';
    const [gross = '', net = ''] = [totals.gross, totals.net].map((sum) =>
      formatGroupedCharge(sum).replaceAll('\u202f', ' '),
    );
    expect(printed).toMatch(new RegExp(`${escaped(gross)} ${escaped(net)} \\S+$`));

    const lines = readCsv(await exportShown(cabinet, 'CSV', join(folder, 'детализация.csv')));
    expect(lines).toHaveLength(totals.rows + 2);
    expect(lines.at(-1)).toContain(plainCharge(totals.gross));
    expect(lines[1]).toContain(items[0]?.party);
  });

  await test.step('without the operator, after a restart', async () => {
    await cabinet.close();
    // Another address in the settings: nothing answers there, like a network that is gone.
    cabinet = await start();
    page = cabinet.page;
    await cabinet.call('demo.setFaults', { offline: true });
    await signIn(page);
    await expect(page.getByRole('banner')).toContainText('Нет сети');
    await expect(page.getByRole('banner')).toContainText('10.05.2021');
    await chooseSubscriber(page, '100-00-01');
    await menuItem(page, 'Начисления за период').click();
    await page.getByRole('button', { name: 'Далее' }).click();
    await expectCharges(page);
    expect(await cabinet.call('cdrs.summary', { filter })).toEqual(totals);
  });

  async function expectCharges(window: typeof page): Promise<void> {
    const rows = window.getByRole('grid').getByRole('row');
    await expect(rows).toHaveCount(GUIDE_PAGE.length + 1);
    for (const [index, line] of GUIDE_PAGE.entries()) {
      // Zeros that only keep the decimal commas in line are in the text but not to be seen.
      const seen = new RegExp(line.split(' ').map(escaped).join('\\s*'));
      await expect(rows.nth(index + 1)).toHaveText(seen, { useInnerText: true });
    }
  }
});

test('a month without traffic says so in the guide’s words', async ({ cabinet }) => {
  const { page } = cabinet;
  // The first night of June: calls are shown up to yesterday, so the month has none yet (guide §3.6).
  await cabinet.call('demo.setClock', { at: Date.UTC(2021, 4, 31, 21, 30) });
  await signInAndSync(cabinet);
  await chooseSubscriber(page, '100-00-01');
  await menuItem(page, 'Просмотр детализации').click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await expect(page.getByRole('main')).toContainText(
    'За выбранный период не было входящего/исходящего трафика.',
  );
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
