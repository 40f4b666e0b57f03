import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import Database from 'better-sqlite3';
import { findProgram, versionOf } from './processes';

/** What the numbers were measured on, a line each. */
export function describeComputer(run: string): string[] {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${run}, load average before it ${(loadavg()[0] ?? 0).toFixed(1)}`,
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, ${process.platform} ${release()}`,
  ];
}

/** The same, and what they were measured with. */
export function describeMachine(quick: boolean): string[] {
  const sqlite = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get();
  const peers = ['exceljs', 'jspdf', 'jspdf-autotable'].map((name) => `${name} ${packageVersion(name)}`);
  for (const name of ['sqlite3', 'soffice']) {
    const program = findProgram(name);
    peers.push(program ? versionOf(program) : `${name} not here`);
  }
  return [
    ...describeComputer(`${quick ? 'quick' : 'full'} run`),
    `Node ${process.versions.node}, SQLite ${sqlite} (cipher build), window on ${process.env.BENCH_RUNTIME}`,
    `Peers: ${peers.join('; ')}`,
  ];
}

const packageVersion = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
