import { execFileSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Test equipment: disks that are full or for reading only. Where a machine has none, the test is skipped. */

const run = (command: string, ...args: string[]): void =>
  void execFileSync(command, args, { stdio: 'ignore' });

/** Mounts a disk in memory on the folder until the test ends: `size=64k` or `ro`. Only root of Linux can. */
export function mountDisk(context: TestContext, folder: string, options: string): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) context.skip('only root of Linux can mount');
  try {
    run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
  } catch {
    context.skip('this machine does not allow tests to mount');
  }
  context.onTestFinished(() => run('umount', folder));
}

/** Changes a disk that is mounted: `ro`, or another size. */
export const remountDisk = (folder: string, options: string): void =>
  run('mount', '-o', `remount,${options}`, folder);

/** No file of this process may grow over the limit until the test ends. */
export function limitFileSize(context: TestContext, bytes: number): void {
  const setLimit = (soft: string) => run('prlimit', '--pid', String(process.pid), `--fsize=${soft}:`);
  try {
    setLimit(String(bytes));
  } catch {
    context.skip('this machine cannot limit the size of files');
  }
  context.onTestFinished(() => setLimit('unlimited'));
}
