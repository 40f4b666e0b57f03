import type { Locator } from '@playwright/test';
import { widestPx } from '../../src-renderer/components/table/text-width';
import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { toApril } from './walking';

/** Cells whose text is drawn beyond them, or is cut without a sign of it. */
const spilled = (grid: Locator): Promise<string[]> =>
  grid.evaluate((element) => {
    const found: string[] = [];
    for (const cell of element.querySelectorAll('[data-row]:not([data-row="-1"]) [role=gridcell]')) {
      const box = cell.getBoundingClientRect();
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const holder = text.parentElement as Element;
        const { overflowX, textOverflow } = getComputedStyle(holder.closest('[class*="_text_"]') ?? holder);
        if (overflowX === 'clip' && textOverflow === 'ellipsis') continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const drawn = range.getBoundingClientRect();
        if (drawn.right > box.right || drawn.left < box.left) found.push(cell.textContent ?? '');
      }
    }
    return found;
  });

test('no text of a list runs into the next cell, at any width of the columns', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  await toApril(page);
  const grid = page.getByRole('grid');
  expect(await spilled(grid)).toEqual([]);

  await grid.locator('[data-row="-1"] [data-column="0"]').focus();
  const columns = await grid.locator('[data-row="-1"] [data-column]').count();
  for (let at = 0; at < columns; at += 1) {
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    expect(await spilled(grid)).toEqual([]);
    await page.keyboard.press('ArrowRight');
  }
});

test('characters are not wider than is reckoned', async ({ cabinet }) => {
  const characters =
    ' \u00a0\u2009\u202f.,:;-–—+%()«»"№/0123456789абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіўІЎabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const drawn = await cabinet.page.evaluate(async (all) => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.cssText =
      'position: absolute; white-space: pre; font-size: 13px; font-variant-numeric: tabular-nums lining-nums';
    probe.textContent = all;
    await document.fonts.ready;
    return Array.from(all, (character) => {
      probe.textContent = character.repeat(100);
      return probe.getBoundingClientRect().width / 100;
    });
  }, characters);
  const wider = Array.from(characters).filter((character, at) => (drawn[at] ?? 0) > widestPx(character));
  expect(wider).toEqual([]);
});
