import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../../src-main/documents/testing/read-files';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { exportEnds, menuItem, signInAndSync } from './steps';

type Asked = { landscape: boolean; done(printed: boolean, reason: string): void };
type Keeper = typeof globalThis & { asked?: Asked };

/** Instead of the system's dialog: keeps what it was asked for until the test answers. */
const keepPrinting = ({ app }: Cabinet) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    window.webContents.print = (options, done) => {
      (globalThis as Keeper).asked = { landscape: options?.landscape ?? false, done: done ?? (() => {}) };
    };
  });
const answerPrinting = ({ app }: Cabinet, printed: boolean, reason: string) =>
  app.evaluate(
    (_electron, answer) => {
      const keeper = globalThis as Keeper;
      keeper.asked?.done(answer.printed, answer.reason);
      delete keeper.asked;
    },
    { printed, reason },
  );
const askedFor = ({ app }: Cabinet) => app.evaluate(() => (globalThis as Keeper).asked?.landscape ?? null);

test('a document is looked at, printed and saved as it was shown', async ({ cabinet, folder }) => {
  test.slow();
  await signInAndSync(cabinet);
  await keepPrinting(cabinet);
  const { page } = cabinet;
  const dialog = page.getByRole('dialog', { name: 'Просмотр документа' });
  const paper = page.locator('[data-paper] img');
  const print = dialog.getByRole('button', { name: 'Печать' });

  await test.step('its pages have their words, and the zoom its steps', async () => {
    await menuItem(page, 'Счета').click();
    await menuItem(page, 'Документы за месяц').click();
    await page.getByRole('button', { name: 'Счет: Просмотр' }).click();
    await expect(dialog.getByText('Страница 1 из 3')).toBeVisible();
    await expect(dialog.getByRole('listitem', { name: 'Страница 1' })).toContainText('Счет № 202104-012345');
    await page.keyboard.press('Control+-');
    await expect(dialog.getByRole('button', { name: 'По ширине' })).toBeEnabled();
    await page.keyboard.press('Control+0');
    await expect(dialog.getByRole('button', { name: 'По ширине' })).toBeDisabled();
  });

  await test.step('the printer gets every page; a closed dialog is no fault, a broken printer is', async () => {
    await print.click();
    await expect.poll(() => askedFor(cabinet)).toBe(false);
    await expect(paper).toHaveCount(3);
    await answerPrinting(cabinet, false, 'Print job canceled');
    await expect(paper).toHaveCount(0);
    await expect(print).toBeEnabled();
    await print.click();
    await expect.poll(() => askedFor(cabinet)).toBe(false);
    await expect(page.getByText('Документ не напечатан.')).toHaveCount(0);
    await answerPrinting(cabinet, false, 'Print job failed');
    await expect(page.getByText('Документ не напечатан.')).toBeVisible();
  });

  await test.step('what is saved has the same pages', async () => {
    const path = join(folder, 'счет.pdf');
    await cabinet.saveTo(path);
    await dialog.getByRole('button', { name: 'Сохранить PDF' }).click();
    await exportEnds(cabinet, path, 'done');
    expect(await readPdf(readFileSync(path))).toHaveLength(3);
  });

  await test.step('a table is looked at as the page shows it', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await menuItem(page, 'Счета на этом компьютере').click();
    await page.getByRole('main').getByRole('button', { name: 'Экспорт' }).click();
    await page.getByRole('menuitem', { name: 'Просмотр и печать' }).click();
    await expect(dialog.getByText('Страница 1 из 1')).toBeVisible();
    await expect(dialog.getByRole('listitem', { name: 'Страница 1' })).toContainText('202103-012345');
  });

  await test.step('an order that is printed from here keeps its number', async () => {
    await page.keyboard.press('Escape');
    await menuItem(page, 'Документы за месяц').click();
    await page.getByRole('button', { name: 'Платежное поручение: Заполнить' }).click();
    await page.getByRole('textbox', { name: 'Номер', exact: true }).fill('41');
    await page.getByRole('main').getByRole('button', { name: 'Просмотр и печать' }).click();
    await expect(dialog.getByText('Страница 1 из 1')).toBeVisible();
    await print.click();
    await expect.poll(() => askedFor(cabinet)).toBe(false);
    await answerPrinting(cabinet, true, '');
    await expect
      .poll(async () => (await cabinet.call('payments.order', { month: '2021-03' })).order.number)
      .toBe('42');
  });
});

test('a preview that is closed while its pages are made ready for the printer prints nothing and is no fault', async ({
  cabinet,
}) => {
  await signInAndSync(cabinet);
  await keepPrinting(cabinet);
  const { page } = cabinet;
  const dialog = page.getByRole('dialog', { name: 'Просмотр документа' });
  await menuItem(page, 'Счета').click();
  await menuItem(page, 'Документы за месяц').click();
  const open = async () => {
    await page.getByRole('button', { name: 'Счет: Просмотр' }).click();
    await expect(dialog.getByText('Страница 1 из 3')).toBeVisible();
  };
  const nothingCame = async () => {
    await expect(dialog).toHaveCount(0);
    await page.waitForTimeout(1500);
    expect(await askedFor(cabinet)).toBeNull();
    await expect(page.getByRole('alert')).toHaveCount(0);
  };

  await test.step('while the first page is drawn', async () => {
    await open();
    await dialog.evaluate((element) => {
      const buttons = [...element.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Печать')?.click();
      element.querySelector<HTMLElement>('button[aria-label="Закрыть"]')?.click();
    });
    await nothingCame();
  });

  await test.step('when all of them are drawn', async () => {
    await open();
    // The pictures stand in the page for two frames before the printer is asked.
    await page.evaluate(() => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-paper] img')) return;
        observer.disconnect();
        document.querySelector<HTMLElement>('[role="dialog"] button[aria-label="Закрыть"]')?.click();
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
    await dialog.getByRole('button', { name: 'Печать' }).click();
    await nothingCame();
  });
});
