import { join } from 'node:path';
import type { Locator } from '@playwright/test';

import { formatInstant } from '../../src-shared/domain/period';
import { expect, test } from './fixtures';
import { fillAccount } from './long-account';
import { chooseSubscriber, DEMO, goBack, menuItem, signIn, signInAndSync } from './steps';

/** More rows than an element may be tall: the scroll bar goes another way than the rows. */
const ROWS = 300_000;
const ROW_HEIGHT = 32;
const filter = { subscriberId: 1, month: '2021-04', direction: 'out' } as const;

type SeenRow = { index: number; top: number; text: string };

/** Rows that are wholly in view, by their place. */
const rowsInView = (grid: Locator): Promise<SeenRow[]> =>
  grid.evaluate((element) => {
    const head = element.querySelector('[data-row="-1"]')?.getBoundingClientRect().bottom ?? 0;
    const view = element.getBoundingClientRect().top + element.clientHeight;
    return [...element.querySelectorAll<HTMLElement>('[data-row]:not([data-row="-1"])')]
      .map((row) => ({
        index: Number(row.dataset.row),
        top: row.getBoundingClientRect().top,
        text: row.textContent ?? '',
      }))
      .filter(({ top }) => top >= head - 1 && top + 32 <= view + 1)
      .sort((one, other) => one.top - other.top);
  });

/** Moves the scroll bar and waits until a frame was drawn after that: its rows are asked for by then. */
const scroll = (grid: Locator, how: { by: number } | { to: number }): Promise<void> =>
  grid.evaluate((element, given) => {
    if ('by' in given) element.scrollTop += given.by;
    else element.scrollTop = given.to * (element.scrollHeight - element.clientHeight);
    return new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
  }, how);

test('every row of a list taller than an element may be is reached, and stands where it should', async ({
  start,
  folder,
}) => {
  test.slow();
  const first = await start();
  await signInAndSync(first);
  await first.close();
  const account = { password: DEMO.password, month: filter.month, subscriberId: 1, count: ROWS };
  await fillAccount(join(folder, 'user-data'), account);

  const cabinet = await start();
  const { page, call } = cabinet;
  await signIn(page);
  await chooseSubscriber(page, '100-00-01');
  await menuItem(page, 'Просмотр детализации').click();
  await page.getByRole('combobox', { name: 'Выберите месяц' }).click();
  await page.getByRole('option', { name: 'Апрель 2021' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  const grid = page.getByRole('grid');
  const { rows: count } = await call('cdrs.summary', { filter });
  expect(count).toBeGreaterThan(ROWS);
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  const descending =
    (await grid.locator('[aria-sort]:not([aria-sort="none"])').getAttribute('aria-sort')) === 'descending';

  /** Rows in view stand under each other without a gap, and each is the one of its number. */
  const expectRows = async (): Promise<SeenRow[]> => {
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    const seen = await rowsInView(grid);
    expect(seen.length).toBeGreaterThan(3);
    const [top] = seen as [SeenRow];
    const { items } = await call('cdrs.page', {
      filter,
      sort: { column: 'startedAt', descending },
      offset: top.index,
      limit: seen.length,
    });
    for (const [at, row] of seen.entries()) {
      expect(row.index).toBe(top.index + at);
      expect(row.top).toBeCloseTo(top.top + at * ROW_HEIGHT, 0);
      expect(row.text).toContain(formatInstant(items[at]?.startedAt ?? 0));
    }
    return seen;
  };
  const active = async (): Promise<number> =>
    Number(
      await page.locator(':focus').evaluate((cell) => cell.closest<HTMLElement>('[data-row]')?.dataset.row),
    );

  await test.step('by keys', async () => {
    await grid.locator('[data-row="0"] [data-column="0"]').click();
    await page.keyboard.press('Control+End');
    expect(await active()).toBe(count - 1);
    expect((await expectRows()).at(-1)?.index).toBe(count - 1);
    await page.keyboard.press('PageUp');
    const above = await active();
    expect(above).toBeLessThan(count - 3);
    expect((await expectRows()).map(({ index }) => index)).toContain(above);
    await page.keyboard.press('PageDown');
    expect(await active()).toBe(count - 1);
    await page.keyboard.press('Control+Home');
    expect((await expectRows())[0]?.index).toBe(0);
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('PageDown');
    expect((await expectRows()).map(({ index }) => index)).toContain(await active());
  });

  await test.step('by the scroll bar', async () => {
    for (const place of [0.25, 0.5, 0.8, 1, 0]) {
      await scroll(grid, { to: place });
      await expect
        .poll(async () => ((await rowsInView(grid))[0]?.index ?? Number.NaN) / count)
        .toBeCloseTo(place, 1);
      const seen = await expectRows();
      if (place === 0) expect(seen[0]?.index).toBe(0);
      if (place === 1) expect(seen.at(-1)?.index).toBe(count - 1);
    }
  });

  await test.step('the focus stays with its row however fast it is scrolled away', async () => {
    const cell = grid.locator('[data-row="3"] [data-column="2"]');
    await cell.click();
    const node = await cell.elementHandle();
    for (const way of [20_000, 20_000, 1_000_000, -500_000, -10_000, -9_000_000]) {
      await scroll(grid, { by: way });
      await expectRows();
      expect(await active()).toBe(3);
      expect(await node?.evaluate((element) => element === document.activeElement)).toBe(true);
      const order = await grid.evaluate((element) =>
        [...element.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => Number(dataset.row)),
      );
      expect(order).toEqual([...order].sort((one, other) => one - other));
    }
  });

  await test.step('by the wheel, row for row', async () => {
    await page.keyboard.press('Control+Home');
    await scroll(grid, { to: 0.5 });
    const [before] = (await expectRows()) as [SeenRow];
    await grid.hover();
    await page.mouse.wheel(0, 3 * ROW_HEIGHT);
    await expect.poll(async () => (await rowsInView(grid))[0]?.index).toBe(before.index + 3);
    await expectRows();
  });

  await test.step('after a way to another page and back', async () => {
    const [before] = (await expectRows()) as [SeenRow];
    await menuItem(page, 'Обратная связь').click();
    await expect(page.getByRole('heading', { name: 'Обратная связь' })).toBeVisible();
    await goBack(page);
    await expect.poll(async () => (await rowsInView(grid))[0]?.index).toBe(before.index);
    expect((await expectRows())[0]?.top).toBeCloseTo(before.top, 0);
  });
});
