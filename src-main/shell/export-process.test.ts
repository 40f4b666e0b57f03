import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';

/** A process as Electron has it: nothing can be ended before it is launched. */
class Child extends EventEmitter {
  launched = false;
  killed = false;
  postMessage = vi.fn();
  kill(): boolean {
    if (!this.launched) return false;
    this.killed = true;
    return true;
  }
  launch(): void {
    this.launched = true;
    this.emit('spawn');
  }
}
let child: Child;
const rmSync = vi.fn();
vi.mock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), rmSync }));
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      child = new Child();
      return child;
    },
  },
}));
const { createExportRunner } = await import('./export-runner');

const log = vi.fn();
const unfinished = { begun: vi.fn(), ended: vi.fn() };
const start = { ready: new Uint8Array(1), totalRows: 1, targetPath: '/d/a.pdf', partialPath: '/d/.partial' };
const run = () => createExportRunner('/export.cjs', log, unfinished)(start, { onProgress() {}, onFile() {} });
afterEach(() => vi.resetAllMocks());

it('what is cancelled before its process is launched ends as soon as it is', async () => {
  const { finished, cancel } = run();
  cancel();
  expect(child.killed).toBe(false);
  child.launch();
  expect(child.killed).toBe(true);
  child.emit('exit', 0);
  await expect(finished).rejects.toMatchObject({ code: 'cancelled' });
});

it('a process that runs out of memory fails its export and nothing else', async () => {
  const { finished } = run();
  child.launch();
  // Without a listener this would be an exception of the main process.
  child.emit('error', 'FatalError', 'v8::Heap', '{"environmentVariables":{}}');
  child.emit('exit', 5);
  await expect(finished).rejects.toMatchObject({ code: 'internal' });
  expect(log).toHaveBeenCalledExactlyOnceWith('error', 'export: FatalError in v8::Heap');
});

it('a half file that cannot be removed now is left for the next start and changes no result', async () => {
  rmSync.mockImplementation(() => {
    throw Object.assign(new Error('a virus scanner reads it'), { code: 'EBUSY' });
  });
  const { finished, cancel } = run();
  child.launch();
  cancel();
  child.emit('exit', 0);
  await expect(finished).rejects.toMatchObject({ code: 'cancelled' });
  expect(unfinished.ended).not.toHaveBeenCalled();
});

it('a half file that is gone is remembered no longer', async () => {
  const { finished } = run();
  child.launch();
  child.emit('message', { kind: 'done', rows: 1 });
  expect(await finished).toBe(1);
  expect(unfinished.ended).toHaveBeenCalledExactlyOnceWith('/d/.partial');
});
