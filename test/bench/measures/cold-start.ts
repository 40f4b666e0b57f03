import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { formatMs, formatRatio, type Table } from '../lib/report';
import { byTurns, type Contender, type Sample } from '../lib/rounds';
import type { Workspace } from '../lib/workspace';

/** From the start of the process until the sign-in can be pressed, against an empty window on the same runtime. */
export async function measureStart(workspace: Workspace, rounds: number): Promise<Table> {
  const data = workspace.path('user-data');
  const program = (): Promise<Sample> => start(process.cwd(), data, 'Войти в аккаунт');
  const contenders: Contender[] = [
    {
      name: 'first start: settings, folders and the demo company are made',
      run() {
        rmSync(data, { recursive: true, force: true });
        return program();
      },
    },
    { name: 'every later start', run: program },
    {
      name: 'peer: empty window',
      run: () => start(join(process.cwd(), 'test/bench/empty-window'), workspace.path('empty-data'), 'Ready'),
    },
  ];
  const outcomes = await byTurns(contenders, rounds);
  const empty = outcomes.at(-1);
  return {
    title: 'Start to a usable sign-in',
    columns: ['', 'time', 'time ÷ empty window (least–greatest)'],
    rows: outcomes.map((outcome) => [
      outcome.name,
      formatMs(outcome.ms),
      empty ? formatRatio(outcome, empty) : '',
    ]),
    notes: [
      `Runtime: ${process.env.BENCH_RUNTIME}. Driven by Playwright, whose own start is in all times.`,
      'A start ends when the button of the page is drawn, still and takes a click.',
    ],
  };
}

async function start(folder: string, data: string, button: string): Promise<Sample> {
  const executablePath = process.env.BENCH_RUNTIME_EXECUTABLE ?? '';
  const started = performance.now();
  const app = await _electron.launch({ executablePath, args: [folder, `--user-data-dir=${data}`] });
  try {
    const page = await app.firstWindow();
    // Not by role: looking for one works out the names of everything in the page, in the page's own time.
    await page.locator('button', { hasText: button }).click({ trial: true });
    return { ms: performance.now() - started };
  } finally {
    await app.close();
  }
}
