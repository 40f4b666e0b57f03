import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../../src-main/documents/testing/read-files';
import { expect, test } from './fixtures';
import { exportEnds, menuItem, signInAndSync } from './steps';

test('documents of a month are made from the cache, and an order to pay it is filled in', async ({
  cabinet,
  folder,
}) => {
  test.slow();
  await signInAndSync(cabinet);
  const { page, call } = cabinet;
  // From here on nothing comes from the operator.
  await call('demo.setFaults', { offline: true });

  await test.step('an invoice of the list has its act in the row’s menu', async () => {
    const path = join(folder, 'акт.pdf');
    await cabinet.saveTo(path);
    await menuItem(page, 'Счета').click();
    await menuItem(page, 'Счета на этом компьютере').click();
    const invoices = page.getByRole('grid');
    await expect(invoices).toHaveAttribute('aria-busy', 'false');
    const rows = Number(await invoices.getAttribute('aria-rowcount'));
    expect(rows).toBeGreaterThan(12);
    // A list that fits is drawn whole.
    await expect(invoices.getByRole('row')).toHaveCount(rows);
    await invoices.getByText('Апрель 2021').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Акт' }).hover();
    await page.getByRole('menuitem', { name: 'PDF' }).click();
    await exportEnds(cabinet, path, 'done');
    const lines = (await readPdf(readFileSync(path))).flat();
    expect(lines[0]).toMatch(/^Акт оказанных услуг № /);
    expect(lines.join(' ')).toContain('за период с 01.04.2021 по 30.04.2021');
  });

  await test.step('a month that is not over says so', async () => {
    await menuItem(page, 'Документы за месяц').click();
    await page.getByRole('combobox', { name: 'Месяц' }).click();
    await page.getByRole('option', { name: 'Текущий (Май 2021)' }).click();
    await expect(page.getByText('Месяц ещё не закончился.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Счет: PDF' })).toBeDisabled();
    await page.getByRole('combobox', { name: 'Месяц' }).click();
    await page.getByRole('option', { name: 'Апрель 2021' }).click();
    await expect(page.getByRole('button', { name: 'Счет: PDF' })).toBeEnabled();
  });

  await test.step('a wrong field is named, then the exchange file has what was typed', async () => {
    const path = join(folder, 'поручение.txt');
    await cabinet.saveTo(path);
    await page.getByRole('button', { name: 'Платежное поручение: Заполнить' }).click();
    await page.getByRole('textbox', { name: 'Номер', exact: true }).fill('41');
    const unp = page.getByRole('region', { name: 'Плательщик' }).getByRole('textbox', { name: 'УНП' });
    await unp.fill('199999998');
    await page.getByRole('button', { name: 'Файл обмена 1С' }).click();
    await expect(page.getByText('Такого УНП быть не может')).toBeVisible();
    await expect(unp).toBeFocused();
    await unp.fill('УНП 199 999 999');
    await page.getByRole('button', { name: 'Файл обмена 1С' }).click();
    await exportEnds(cabinet, path, 'done');
    const lines = new TextDecoder('windows-1251').decode(readFileSync(path)).split('\r\n');
    expect(lines).toContain('Номер=41');
    expect(lines).toContain('ПлательщикИНН=199999999');
    expect(lines).toContain('Получатель=A1, оператор электросвязи (демонстрационные данные)');
  });

  await test.step('the next order goes on from it', async () => {
    const { order } = await call('payments.order', { month: '2021-03' });
    expect(order.number).toBe('42');
  });
});
