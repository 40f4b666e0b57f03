import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';

const children: EventEmitter[] = [];
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const child = Object.assign(new EventEmitter(), { postMessage() {}, kill: () => true });
      children.push(child);
      return child;
    },
  },
}));
const { createCoreHost } = await import('./core-host');

it('a core that runs out of memory is told in the log and started again', () => {
  const log = vi.fn();
  const onRestart = vi.fn();
  const core = createCoreHost({
    script: '/core.cjs',
    calls: { 'secrets.encrypt': async () => null, 'secrets.decrypt': async () => null },
    log,
    onEvent() {},
    onRestart,
    onGivenUp() {},
    now: () => 0,
  });
  core.start();
  // Without a listener this would be an exception of the main process.
  children[0]?.emit('error', 'FatalError', 'v8::Heap', '{"environmentVariables":{}}');
  children[0]?.emit('exit', 5);
  expect(log).toHaveBeenCalledWith('error', 'core: FatalError in v8::Heap');
  expect(onRestart).toHaveBeenCalledOnce();
  expect(children).toHaveLength(2);
});
