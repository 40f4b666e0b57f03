import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error: a plain script without types of its own
import { resolveRuntime } from '../../scripts/runtime.mjs';

export const root = join(import.meta.dirname, '..', '..');

export type ProgramKind = 'built' | 'packaged';
type Launch = { executablePath?: string; args: string[] };

/** How to start the program: the checkout on its runtime, or the unpacked package. @throws Error when it is not there. */
export async function launchOf(kind: ProgramKind): Promise<Launch> {
  if (kind === 'packaged') return { executablePath: executableIn(packagedFolder()), args: [] };
  const { distPath } = (await resolveRuntime()) as { distPath: string };
  // Playwright asks the electron package for the executable, and that asks this variable.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = distPath;
  return { args: [root] };
}

/** Folder of the packaged program made by `scripts/package.mjs --dir --for-tests`. */
export function packagedFolder(): string {
  const output = join(root, 'dist', 'test');
  const folder = existsSync(output)
    ? readdirSync(output).find((name) => name.endsWith('-unpacked') || name.startsWith('mac'))
    : undefined;
  if (!folder)
    throw new Error('No packaged program: run «node scripts/package.mjs --dir --for-tests» first.');
  return join(output, folder);
}

/** The program file in the folder of a packaged program. */
export function executableIn(folder: string): string {
  if (process.platform === 'win32') return join(folder, 'SIP Cabinet.exe');
  if (process.platform === 'darwin') return join(folder, 'SIP Cabinet.app/Contents/MacOS/SIP Cabinet');
  return join(folder, 'sip-cabinet');
}

/** Where the archive lies in it. */
export function resourcesIn(folder: string): string {
  return process.platform === 'darwin'
    ? join(folder, 'SIP Cabinet.app/Contents/Resources')
    : join(folder, 'resources');
}
