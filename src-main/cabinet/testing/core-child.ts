import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { CoreCalls, CoreConfig, CoreEvents } from '../../channel/core-contract';
import { createPeer, type Peer } from '../../channel/peer';
import { testKeyring } from './harness';

/** Test equipment: the program's core as a process of its own, which can be killed. */

const root = join(import.meta.dirname, '../../..');

/** Stands in for the parent's port of a utility process. */
const PARENT_PORT = `process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (_, listener) => process.on('message', (data) => listener({ data })),
};
`;

export type CoreChild = {
  call: Peer<CoreCalls, Record<string, never>, CoreEvents>['call'];
  /** The process is gone at once, whatever it is doing. */
  kill(): Promise<void>;
};

/** Builds the entry of the core into the folder. @returns what starts it */
export async function buildCore(folder: string) {
  // The native module alone can be found there: without Electron the core's network is Node's.
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const native = join('node_modules', 'better-sqlite3');
  symlinkSync(join(root, native), join(folder, native), 'junction');
  const script = join(folder, 'core.cjs');
  const port = join(folder, 'parent-port.cjs');
  writeFileSync(port, PARENT_PORT);
  const bundle = await rolldown({
    input: join(root, 'src-main/core.ts'),
    platform: 'node',
    cwd: root,
    external: ['electron', 'better-sqlite3', ...builtinModules.flatMap((name) => [name, `node:${name}`])],
    onLog: () => undefined,
  });
  await bundle.write({ file: script, format: 'cjs', codeSplitting: false });
  await bundle.close();

  return async (config: CoreConfig): Promise<CoreChild> => {
    const child = fork(script, [], {
      execArgv: ['--require', port],
      serialization: 'advanced',
    });
    const exited = once(child, 'exit');
    const peer = createPeer<CoreCalls, Record<string, never>, CoreEvents>(
      {
        postMessage: (message) => child.connected && child.send(message as object),
        onMessage: (listener) => child.on('message', listener),
      },
      { handlers: { ...testKeyring().calls }, timeoutMs: 60_000 },
    );
    await peer.call('core.configure', config);
    return {
      call: peer.call,
      async kill() {
        child.kill('SIGKILL');
        await exited;
        peer.close(new CabinetError('core-restarted'));
      },
    };
  };
}
