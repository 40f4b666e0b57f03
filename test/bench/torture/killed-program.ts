import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../../src-shared/bridge/contract';
import { familyOf, living, renderersOf } from '../../e2e/processes';
import { same } from './checks';
import { until } from './computer';

/** Months that are over on the operator's day. */
const CLOSED_MONTHS = ['2018-03', '2018-04'] as const;
const DOCUMENT = {
  kind: 'cdrs' as const,
  filter: { subscriberId: null, month: CLOSED_MONTHS[1], direction: 'both' as const },
  sort: { column: 'startedAt' as const, descending: false },
};
const OPERATOR_DAY = '2018-05-20T12:00:00+03:00';

type Program = {
  call<Name extends ProcedureName>(name: Name, input?: ProcedureInput<Name>): Promise<ProcedureOutput<Name>>;
  /** The next question where to save is answered so. */
  saveTo(path: string): Promise<void>;
  kill(): Promise<void>;
  /** Kills what draws the page, and waits until the page is there again. */
  killWindow(): Promise<void>;
};

type ProgramTorture = {
  root: string;
  executable: string;
  folder: string;
  below: (limit: number) => number;
};

/** Longest time that the program is left alone before it is killed. */
const LONGEST_MS = 600;
/** Windows killed one after the other: of one more than this in a minute a person would be asked. */
const MOST_WINDOWS = 3;

/** What is told of the run, by the words for it. */
const KILLS = 'kills of the whole program in a sync or an export';
const WINDOWS = 'kills of the window';
const PROCESSES = 'processes of killed programs, none of which outlived them';
const COMMANDS = 'commands submitted in the window, each done once';
type ProgramCounts = Record<typeof KILLS | typeof WINDOWS | typeof PROCESSES | typeof COMMANDS, number>;

/**
 * The whole program as it is built, on its runtime and with its window: it is killed in syncs, with commands under way
 * and in an export over an older file, and its window is killed. No process may outlive it, and the next start goes on.
 */
export async function killedProgram(torture: ProgramTorture, kills: number): Promise<ProgramCounts> {
  const { folder, below } = torture;
  const counts: ProgramCounts = { [KILLS]: 0, [WINDOWS]: 0, [PROCESSES]: 0, [COMMANDS]: 0 };
  mkdirSync(folder);
  const target = join(folder, 'april.csv');
  const told: string[] = [];
  const onProcesses = (count: number) => {
    counts[PROCESSES] += count;
  };
  let program = await open(torture, onProcesses);
  await complete(program);
  const truth = await totals(program);
  await save(program, target);
  const before = readFileSync(target);
  let windowsInARow = 0;
  for (let kill = 0; kill < kills; kill++) {
    const way = below(4);
    if (way === 0 && windowsInARow < MOST_WINDOWS) {
      windowsInARow++;
      await program.killWindow();
      same(
        'the session after the window was killed',
        (await program.call('session.state')).phase,
        'signed-in',
      );
      counts[WINDOWS]++;
      continue;
    }
    if (way === 1) {
      await program.saveTo(target);
      await program.call('exports.start', {
        document: DOCUMENT,
        format: 'csv',
      });
    } else {
      const text = `program ${kill}`;
      const body = { subscriberId: null, topic: 'other' as const, text, evidence: [] };
      await program.call('commands.submit', { kind: 'open-appeal', body });
      told.push(text);
    }
    if (way !== 1) await program.call('sync.start');
    await pause(below(LONGEST_MS));
    await program.kill();
    counts[KILLS]++;
    same('bytes of a file over which an export was killed', readFileSync(target).equals(before), true);
    windowsInARow = 0;
    program = await open(torture, onProcesses);
    const half = readdirSync(folder).filter((name) => name.endsWith('.partial'));
    same('files left half written', half, []);
  }
  await complete(program);
  same('totals of the cache', await totals(program), truth);
  same('the cache is sound', await program.call('diagnosis.check'), { sound: true });
  const { items } = await program.call('requests.appeals', { subscriberId: null });
  const texts = items.map(({ appeal }) => appeal.messages[0]?.text);
  for (const text of told)
    same(`how often «${text}» was done`, texts.filter((one) => one === text).length, 1);
  await program.kill();
  counts[COMMANDS] = told.length;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return counts;
}

async function open({ root, executable, folder }: ProgramTorture, onProcesses: (count: number) => void) {
  // What a killed program leaves of its browser goes with the folder.
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const app = await _electron.launch({
    executablePath: executable,
    env: { ...(process.env as Record<string, string>), TMPDIR: temporary },
    args: [root, `--user-data-dir=${join(folder, 'user-data')}`, `--operator-clock=${OPERATOR_DAY}`],
  });
  const id = app.process().pid as number;
  const run = <Answer>(script: string) => runInPage<Answer>(app, script);
  const shown = () =>
    until('the page', () =>
      run<boolean>(`'cabinet' in window && document.querySelector('h1') !== null`).catch(() => false),
    );
  await app.firstWindow();
  await shown();
  const program: Program = {
    async call(name, input) {
      const asked = `cabinet.call[${JSON.stringify(name)}](${JSON.stringify(input) ?? ''})`;
      const answer = await run<{ ok: boolean; value: never; error: unknown }>(asked);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    saveTo: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path),
    async kill() {
      const family = familyOf(id);
      process.kill(id, 'SIGKILL');
      await until('the end of all its processes', async () => living(family).length === 0);
      onProcesses(family.length);
    },
    async killWindow() {
      await run(`window.before = true`);
      const drawing = renderersOf(id);
      if (drawing.length === 0) throw new Error('no process draws the window');
      for (const one of drawing) process.kill(one, 'SIGKILL');
      await until('a new page', () => run<boolean>(`!('before' in window)`).catch(() => false));
      await shown();
    },
  };
  const { account } = (await program.call('demo.state')) ?? {};
  if (!account) throw new Error('the program has no operator of its own');
  await program.call('session.signInByPassword', { phone: account.phone, password: account.password });
  return program;
}

/** By way of the main process: a page that was killed is another one for whoever drives the window. */
function runInPage<Answer>(app: ElectronApplication, script: string): Promise<Answer> {
  return app.evaluate(
    ({ BrowserWindow }, source) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source),
    script,
  );
}

/** Everything is taken in and every command is answered. */
const complete = (program: Program) =>
  until('a complete sync and answers to all commands', async () => {
    const { items } = await program.call('commands.list', { search: '', offset: 0, limit: 200 });
    const { state, firstSync } = await program.call('sync.status');
    if (state === 'idle' && firstSync) await program.call('sync.start');
    return state === 'idle' && !firstSync && items.every((command) => command.state === 'accepted');
  });

const totals = (program: Program) =>
  Promise.all(
    CLOSED_MONTHS.map(async (month) => {
      const filter = { subscriberId: null, month, direction: 'both' as const };
      const { asOf, ...sums } = await program.call('cdrs.summary', { filter });
      return sums;
    }),
  );

async function save(program: Program, path: string): Promise<void> {
  await program.saveTo(path);
  const begun = await program.call('exports.start', {
    document: DOCUMENT,
    format: 'csv',
  });
  await until('the end of an export', async () => {
    const list = await program.call('exports.list');
    return list.find(({ id }) => id === begun?.id)?.state === 'done';
  });
}
