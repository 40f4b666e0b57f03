import { randomBytes } from 'node:crypto';
import type { ElectronApplication, Page } from '@playwright/test';
import { DEFAULT_COST, unwrapKey, wrapKey } from '../../../src-main/store/keys/password-wrap';
import type { BridgeApi } from '../../../src-shared/bridge/contract';
import { familyWith, type Memory, memoryOf } from '../lib/processes';
import {
  indexingMs,
  inProgram,
  makeLongAccount,
  NO_TIMEOUT,
  openCalls,
  PASSWORD,
  signIn,
} from '../lib/program-window';
import { formatCount, formatMs, type Table } from '../lib/report';
import { quantile } from '../lib/statistics';
import type { Workspace } from '../lib/workspace';

/** On any other day there is nothing to be made. */
const LATER_MS = 20_000;
const UNLOCKS = 5;

/** The program at rest with an account of this many calls, and the way back into it when it is locked. */
export async function measureRest(workspace: Workspace, count: number): Promise<Table> {
  const data = workspace.path('rest-data');
  await makeLongAccount(data, count);
  const first = await inProgram(data, async ({ app, page }) => {
    await signIn(page);
    await page.waitForTimeout(indexingMs(count));
    return memoryRows(app, 'once the index of numbers is made');
  });
  return inProgram(data, async ({ app, page }) => {
    await signIn(page);
    await page.waitForTimeout(LATER_MS);
    const later = await memoryRows(app, 'at a later start');
    await openCalls(page);
    const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    if (shown < count) throw new Error(`${shown} rows in the window, not ${count}`);
    const online = await unlocks(page);
    await page.evaluate(() =>
      (window as unknown as { cabinet: BridgeApi }).cabinet.call['demo.setFaults']({ offline: true }),
    );
    const offline = await unlocks(page);
    return {
      title: `At rest and unlocked, with ${formatCount(count)} calls in the cache`,
      columns: ['', 'resident', 'its share of that', 'private', 'median', 'least–greatest'],
      rows: [
        ...first,
        ...later,
        ['from the password to rows, operator in reach', '', '', '', ...timeCells(online)],
        ['from the password to rows, offline', '', '', '', ...timeCells(offline)],
        [
          'in both: the key from the password, dear on purpose',
          '',
          '',
          '',
          ...timeCells(await derivations()),
        ],
      ],
      notes: [
        `Memory ${Math.round(indexingMs(count) / 1000)} and ${LATER_MS / 1000} s after the sign-in, on the main menu. Main hosts the embedded operator here.`,
        'Its share: a page of memory that several processes have, the runtime’s code above all, is divided among them (PSS).',
        `Unlocking, ${UNLOCKS} times each: from the press of the button until a row of the list that was open has words.`,
        `Runtime: ${process.env.BENCH_RUNTIME}; its main process and its window differ from Electron’s own.`,
      ],
    };
  });
}

const timeCells = (times: readonly number[]): string[] => [
  formatMs(quantile(times, 0.5)),
  `${formatMs(Math.min(...times))}–${formatMs(Math.max(...times))}`,
];

async function memoryRows(app: ElectronApplication, when: string): Promise<string[][]> {
  const metrics = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, type, name }) => ({ pid, type, name: name ?? '' })),
  );
  const main = metrics.find(({ type }) => type === 'Browser')?.pid ?? 0;
  const core = metrics.find(({ name }) => name === 'SIP Cabinet core')?.pid ?? 0;
  // The page's process is the largest of those that draw: a browser keeps an empty one ready.
  const [page] = familyWith(main, '--type=renderer')
    .flatMap((pid) => memoryOf(pid) ?? [])
    .sort((a, b) => b.rssMb - a.rssMb);
  return [
    [`core, ${when}`, ...memoryCells(memoryOf(core)), '', ''],
    [`window, ${when}`, ...memoryCells(page ?? null), '', ''],
    [`main, ${when}`, ...memoryCells(memoryOf(main)), '', ''],
  ];
}

const memoryCells = (memory: Memory | null): string[] =>
  memory
    ? [memory.rssMb, memory.shareMb, memory.privateMb].map((mb) => `${Math.round(mb)} MB`)
    : ['', '', ''];

async function unlocks(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < UNLOCKS; round++) {
    await page.getByRole('banner').getByRole('button', { name: 'Заблокировать' }).click();
    await page.getByRole('textbox', { name: 'Пароль' }).fill(PASSWORD, NO_TIMEOUT);
    times.push(await page.evaluate(pressAndWait, '[role=grid][aria-busy=false] [data-row]'));
  }
  return times;
}

/** What makes guessing dear, alone: the key of a new key file. */
async function derivations(): Promise<number[]> {
  const wrap = await wrapKey(randomBytes(32), PASSWORD, DEFAULT_COST);
  const times: number[] = [];
  for (let round = 0; round < UNLOCKS; round++) {
    const started = performance.now();
    await unwrapKey(wrap, PASSWORD);
    times.push(performance.now() - started);
  }
  return times;
}

/** In the page: presses the button of the form; answers the milliseconds until something chosen has words. */
async function pressAndWait(chosen: string): Promise<number> {
  const started = performance.now();
  document.querySelector<HTMLElement>('form button[type=submit]')?.click();
  while (![...document.querySelectorAll(chosen)].some((row) => /\d/.test(row.textContent ?? ''))) {
    if (performance.now() - started > 60_000) throw new Error('no rows after a minute');
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - started;
}
