import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram, type ProcessRun, runMeasured } from './processes';

/** A writer in C over libxlsxwriter; null where there is no compiler or no library (Debian: gcc, libxlsxwriter-dev). */
export type LibXlsxWriter = { version: string; write(csv: string, target: string): Promise<ProcessRun> };

export function buildLibXlsxWriter(folder: string): LibXlsxWriter | null {
  const compiler = findProgram('gcc');
  if (!compiler) return null;
  const program = join(folder, 'xlsx-from-csv');
  const source = join(process.cwd(), 'test', 'bench', 'peers', 'xlsx-from-csv.c');
  const { status } = spawnSync(compiler, ['-O2', '-o', program, source, '-lxlsxwriter']);
  if (status !== 0) return null;
  const version = spawnSync(program, { encoding: 'utf8' }).stdout.trim();
  return { version, write: (csv, target) => runMeasured(program, [csv, target]) };
}
