import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { chooseSubscriber, DEMO, goBack, menuItem, signIn, signInAndSync } from './steps';
import { toProgram } from './walking.ts';

const LETTER = 'Почему выросла сумма за апрель?';

test('the cabinet locks itself over an unattended window and opens where it was', async ({ cabinet }) => {
  const { app, page, call } = cabinet;
  await signInAndSync(cabinet);
  await menuItem(page, 'Обратная связь').click();
  await page.getByRole('main').getByRole('button', { name: 'Новое обращение' }).click();
  const letter = page.getByRole('textbox', { name: 'Текст обращения' });
  await letter.fill(LETTER);

  await test.step('when the screen is locked: the data is closed, the clipboard forgets', async () => {
    await call('program.copySecret', { text: 'Sip-Secret-1' });
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expectLocked(cabinet);
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      'SIP Cabinet — Личный кабинет SIP',
    );
    const files = readdirSync(join(cabinet.data, 'accounts'));
    expect(files.filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  await test.step('a wrong password does not open it, the right one does, with what was typed', async () => {
    await page.getByRole('textbox', { name: 'Пароль' }).fill('wrong-password-1');
    await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await unlock(cabinet);
    await expect(letter).toHaveValue(LETTER);
  });

  await test.step('when the computer goes to sleep; a search that was open is not there again', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await expectLocked(cabinet);
    await unlock(cabinet);
    await expect(page.getByRole('heading', { name: 'Новое обращение' })).toBeVisible();
    await page.waitForTimeout(500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('by its button, and without the operator too', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Заблокировать' }).click();
    await expectLocked(cabinet);
    await call('demo.setFaults', { offline: true });
    await unlock(cabinet);
    expect(await call('session.state')).toMatchObject({ mode: 'offline' });
  });

  await test.step('when nobody touches the window for the minutes of the settings', async () => {
    await call('settings.set', { lockAfterMin: 0 });
    await passMinutes(cabinet, 10);
    await page.mouse.move(40, 40);
    await call('settings.set', { lockAfterMin: 5 });
    expect(await call('session.state')).toMatchObject({ phase: 'signed-in' });
    await passMinutes(cabinet, 6);
    // The limit is looked at anew, as its timer would.
    await call('settings.set', { lockAfterMin: 5 });
    await expectLocked(cabinet);
  });
});

test('a long list stands where it stood: behind the lock, and on the way back', async ({ cabinet }) => {
  const { app, page } = cabinet;
  await signInAndSync(cabinet);
  await chooseSubscriber(page, '100-00-01');
  await menuItem(page, 'Просмотр детализации').click();
  await page.getByRole('combobox', { name: 'Выберите месяц' }).click();
  await page.getByRole('option', { name: 'Апрель 2021' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-busy', 'false');

  const ROW = 90;
  const chosen = grid.locator(`[data-row="${ROW}"]`);
  await grid.evaluate((element, row) => {
    element.scrollTop = (row - 3) * 32 + 5;
  }, ROW);
  await chosen.locator('[data-column="1"]').click();
  const words = await chosen.innerText();
  const place = await grid.evaluate(({ scrollTop }) => scrollTop);
  expect(place).toBe((ROW - 3) * 32 + 5);

  const expectSame = async () => {
    await expect(chosen).toHaveAttribute('aria-selected', 'true');
    await expect(chosen).toBeInViewport();
    // Its rows come after the list itself.
    await expect.poll(() => chosen.innerText()).toBe(words);
    expect(await grid.evaluate(({ scrollTop }) => scrollTop)).toBe(place);
    await expect(grid.locator('[data-row][aria-selected="true"]')).toHaveCount(1);
  };

  await test.step('behind the lock', async () => {
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expectLocked(cabinet);
    await unlock(cabinet);
    await expectSame();
  });

  await test.step('on the way back', async () => {
    await menuItem(page, 'Обратная связь').click();
    await expect(page.getByRole('heading', { name: 'Обратная связь' })).toBeVisible();
    await goBack(page);
    await expectSame();
  });

  await test.step('a page that is longer than the window as well', async () => {
    await toProgram(page, 'Настройки');
    await expect(page.getByRole('heading', { name: 'Настройки' })).toBeVisible();
    const work = page.getByRole('main');
    await work.evaluate((element) => {
      element.scrollTop = 200;
    });
    await expect.poll(() => work.evaluate(({ scrollTop }) => scrollTop)).toBe(200);
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expectLocked(cabinet);
    await unlock(cabinet);
    await expect.poll(() => work.evaluate(({ scrollTop }) => scrollTop)).toBe(200);
    await goBack(page);
    await expectSame();
    expect(await work.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });

  await test.step('another order, and the page opened anew, begin at their top', async () => {
    await grid.getByRole('columnheader').nth(1).click();
    await expect(grid.locator('[data-row="0"]')).toBeInViewport();
    await expect(grid.locator('[data-row][aria-selected="true"]')).toHaveCount(0);
    await page.keyboard.press('Control+End');
    await menuItem(page, 'Просмотр детализации').click();
    await page.getByRole('button', { name: 'Далее' }).click();
    await expect(grid.locator('[data-row="0"]')).toBeInViewport();
  });
});

/** Nothing of the account is on the page, and the program gives nothing. */
async function expectLocked({ page, call }: Cabinet): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Вход в аккаунт' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Кабинет заблокирован' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Контактный телефон' })).toHaveValue(/29\D*100\D*00\D*01/);
  expect(await page.content()).not.toMatch(/Васильковый край|Sip-Secret/);
  const refused = await call('account.get').catch((error: Error) => error.message);
  expect(refused).toContain('not-signed-in');
}

async function unlock({ page }: Cabinet): Promise<void> {
  await signIn(page, DEMO.password);
  await expect(page.getByRole('banner')).toContainText('Васильковый край');
}

/** The program's monotonic clock goes on by so much at once; its timers do not. */
async function passMinutes({ app }: Cabinet, minutes: number): Promise<void> {
  await app.evaluate((_electron, ms) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + ms;
  }, minutes * 60_000);
}
