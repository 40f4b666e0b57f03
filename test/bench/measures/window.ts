import type { Page } from '@playwright/test';
import { seeded } from '../../../src-main/store/testing/sample';
import { jumpFrames, scrollFrames } from '../lib/page-frames';
import { indexingMs, inProgram, makeLongAccount, openCalls, signIn } from '../lib/program-window';
import { formatCount, formatMs, type Table } from '../lib/report';
import { quantile } from '../lib/statistics';
import type { Workspace } from '../lib/workspace';

const SPEEDS = [60, 600, 6000];
const FRAMES = 240;
/** A jump that has no rows after as many frames counts as this. */
const MOST_FRAMES = 120;
const SLOW_FRAME_MS = 25;
const LONG_INDEX = 1_000_000;
const SEED = 11;

/** `jumps`: how many of them at a time. */
type Amount = { count: number; jumps: number };

/** Scrolling a list of so many calls in the program's window: frames, rows that were still blank, jumps, heap. */
export async function measureWindow(workspace: Workspace, amount: Amount): Promise<Table> {
  const data = workspace.path('window-data');
  const { count } = amount;
  await makeLongAccount(data, count);
  return inProgram(data, async ({ page }) => {
    await signIn(page);
    await openCalls(page);
    const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    if (shown < count) throw new Error(`${shown} rows in the window, not ${count}`);
    return measureScrolling(page, amount);
  });
}

async function showWholeAccount(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Все абоненты лицевого счета' }).check({ force: true });
  await page.locator('[role=grid][aria-busy=false]').waitFor();
}

/** Scrolling at each speed: a row of the table for each. */
async function scrollRows(page: Page, when: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const px of SPEEDS) {
    const heapBefore = await heapMb(page);
    const { frames, rowsSeen, rowsBlank } = await page.evaluate(scrollFrames, { px, count: FRAMES });
    const slow = frames.filter((ms) => ms > SLOW_FRAME_MS).length;
    rows.push([
      `${formatCount(px)} px a frame${when}`,
      formatMs(quantile(frames, 0.5)),
      formatMs(quantile(frames, 0.99)),
      `${slow} of ${frames.length}`,
      percent(rowsBlank / rowsSeen),
      '',
      `${heapBefore} → ${await heapMb(page)} MB`,
    ]);
  }
  return rows;
}

async function measureScrolling(page: Page, { count, jumps }: Amount): Promise<Table> {
  const rows: string[][] = [];
  // The index of few numbers is made before the list has been scrolled once.
  if (count >= LONG_INDEX) {
    rows.push(...(await scrollRows(page, ', the index of numbers being made')));
    await page.waitForTimeout(indexingMs(count));
  }
  rows.push(...(await scrollRows(page, '')));
  const below = seeded(SEED);
  const places = Array.from({ length: jumps }, () => below(10_000) / 10_000);
  for (const list of ['one subscriber', 'all subscribers']) {
    if (list === 'all subscribers') await showWholeAccount(page);
    // The first visit to the depth of a list may be slower, once.
    for (const visit of ['first', 'later']) {
      const heapBefore = await heapMb(page);
      const needed = await page.evaluate(jumpFrames, { places, most: MOST_FRAMES });
      const words = `${quantile(needed, 0.5)} / ${quantile(needed, 0.95)} frames`;
      const name = `jumps in the list of ${list}, the ${visit} ones`;
      rows.push([name, '', '', '', '', words, `${heapBefore} → ${await heapMb(page)} MB`]);
      places.reverse();
      for (const at of places.keys()) places[at] = ((places[at] ?? 0) + 0.37) % 1;
    }
  }
  return {
    title: `Scrolling ${formatCount(count)} calls in the window`,
    columns: [
      '',
      'frame p50',
      'frame p99',
      'over 25 ms',
      'rows blank',
      'rows there after p50 / p95',
      'JS heap',
    ],
    rows,
    notes: [
      `${FRAMES} frames at each speed from where the last one ended; ${jumps} jumps by the scroll bar, four times; the calls are the same in both lists.`,
      'The index of numbers is made once after a sync that brings as many calls, by a thread that takes one of the two cores.',
      'Blank: rows in view without words, in all rows in view of all frames. Frames are those of requestAnimationFrame.',
      `Runtime: ${process.env.BENCH_RUNTIME}; on the stand-in rows come through a web socket, not through Electron’s IPC.`,
    ],
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Chromium’s own count of the page’s heap; rounded by it. */
const heapMb = async (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
    return Math.round(memory.usedJSHeapSize / 1024 ** 2);
  });
