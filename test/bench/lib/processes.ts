import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const LOOK_EVERY_MS = 15;

/** A process from its start to its end. `peakMb` is null where the system does not tell (only Linux does). */
export type ProcessRun = { ms: number; peakMb: number | null; output: string };

/**
 * Runs a command to its end and measures it with everything it starts.
 * @param stdoutFile where its output goes instead of into the result
 * @throws Error when it fails
 */
export async function runMeasured(
  command: string,
  args: readonly string[],
  options: { stdoutFile?: string; input?: string; env?: Record<string, string> } = {},
): Promise<ProcessRun> {
  const file = options.stdoutFile === undefined ? null : openSync(options.stdoutFile, 'w');
  const started = performance.now();
  const child = spawn(command, args, {
    stdio: ['pipe', file ?? 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const peak = watchPeak(child);
  let output = '';
  let complaints = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  child.stdin?.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  const ms = performance.now() - started;
  if (file !== null) closeSync(file);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${complaints || output}`);
  return { ms, peakMb: peak.end(), output };
}

/** A task of this benchmark as a process of its own; answers what it printed as JSON in its last line. */
export async function runTask<Result>(
  name: string,
  input: object,
): Promise<{ run: ProcessRun; result: Result }> {
  const run = await runMeasured(process.execPath, [taskFile(name), JSON.stringify(input)]);
  return { run, result: JSON.parse(run.output.trim().split('\n').at(-1) ?? '') as Result };
}

/** A task that goes on, with its first line of JSON. */
export type RunningTask<Ready> = {
  ready: Ready;
  /** Says a line of JSON to the task; answers the next line that comes from it. One question at a time. */
  ask<Answer>(question: object): Promise<Answer>;
  end(): Promise<void>;
};

export async function startTask<Ready>(name: string, input: object): Promise<RunningTask<Ready>> {
  const child = spawn(process.execPath, [taskFile(name), JSON.stringify(input)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`))),
  ])) as [string];
  return {
    ready: JSON.parse(line) as Ready,
    async ask<Answer>(question: object) {
      const answered = once(lines, 'line') as Promise<[string]>;
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return JSON.parse((await answered)[0]) as Answer;
    },
    async end() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** Where `scripts/bench.mjs` bundles the tasks to; it runs everything in the project’s folder. */
const taskFile = (name: string): string => join(process.cwd(), 'out', 'bench', 'tasks', `${name}.mjs`);

/** The program of a peer, or null when it is not on this machine. */
export function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Name and version number of a program, as it tells them. */
export function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return `${basename(program)} ${/\d+(\.\d+)+/.exec(stdout)?.[0] ?? ''}`.trim();
}

/** The most memory that a process and its children have held, by the kernel's own high-water marks. */
function watchPeak({ pid }: ChildProcess): { end(): number | null } {
  const peaks = new Map<number, number>();
  const look = () => {
    for (const one of pid === undefined ? [] : family(pid)) {
      const peak = highWaterKib(one);
      if (peak !== null) peaks.set(one, peak);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    end() {
      clearInterval(timer);
      return peaks.size === 0 ? null : Math.max(...peaks.values()) / 1024;
    },
  };
}

/** The process and all below it; every thread has children of its own. */
function family(pid: number): number[] {
  const children = listProc(`${pid}/task`).flatMap((thread) => {
    const found = readProc(`${pid}/task/${thread}/children`)?.trim();
    return found ? found.split(' ').map(Number) : [];
  });
  return [pid, ...children.flatMap(family)];
}

/**
 * Memory of a process in MB: what of it is in RAM, the same with every page that several processes have shared out
 * among them, and what no other process has. Linux only.
 */
export type Memory = { rssMb: number; shareMb: number; privateMb: number };

export function memoryOf(pid: number): Memory | null {
  const text = readProc(`${pid}/smaps_rollup`);
  if (text === null) return null;
  const sumMb = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}: +(\\d+) kB$`, 'gm'))].reduce(
      (sum, [, kib]) => sum + Number(kib),
      0,
    ) / 1024;
  return { rssMb: sumMb('Rss'), shareMb: sumMb('Pss'), privateMb: sumMb('Private_(?:Clean|Dirty)') };
}

/** Processes below `root`, itself included, whose command line has this word. */
export const familyWith = (root: number, word: string): number[] =>
  family(root).filter((pid) => readProc(`${pid}/cmdline`)?.includes(word));

function highWaterKib(pid: number): number | null {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(`${pid}/status`) ?? '');
  return found ? Number(found[1]) : null;
}

function listProc(path: string): string[] {
  try {
    return readdirSync(join('/proc', path));
  } catch {
    return [];
  }
}

function readProc(path: string): string | null {
  try {
    return readFileSync(join('/proc', path), 'utf8');
  } catch {
    // The process has ended, or this is no Linux.
    return null;
  }
}
