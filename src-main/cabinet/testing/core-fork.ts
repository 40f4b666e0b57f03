import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { CoreCalls, CoreConfig, CoreEvents, MainCalls } from '../../channel/core-contract';
import { createPeer, type Peer } from '../../channel/peer';
import { testKeyring } from './harness';

/** Test equipment: a built core as a process of its own, which can be killed. */

/** Stands in for the parent's port of a utility process. */
const PARENT_PORT = `process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (_, listener) => process.on('message', (data) => listener({ data })),
  once: (_, listener) => process.once('message', (data) => listener({ data })),
};
`;

/** Makes a folder in which built processes run under Node. @returns the file that must be loaded before them */
export function prepareProgram(folder: string, root: string): string {
  // The native module alone can be found there: without Electron the core's network is Node's.
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const native = join('node_modules', 'better-sqlite3');
  symlinkSync(join(root, native), join(folder, native), 'junction');
  const port = join(folder, 'parent-port.cjs');
  writeFileSync(port, PARENT_PORT);
  return port;
}

export type CoreChild = {
  call: Peer<CoreCalls, Record<string, never>, CoreEvents>['call'];
  /** The process is gone at once, whatever it is doing. */
  kill(): Promise<void>;
};

export async function forkCore(
  script: string,
  port: string,
  config: CoreConfig,
  keyring: MainCalls = testKeyring().calls,
): Promise<CoreChild> {
  const child = fork(script, [], { execArgv: ['--require', port], serialization: 'advanced' });
  const exited = once(child, 'exit');
  const peer = createPeer<CoreCalls, Record<string, never>, CoreEvents>(
    {
      postMessage: (message) => child.connected && child.send(message as object),
      onMessage: (listener) => child.on('message', listener),
    },
    { handlers: { ...keyring }, timeoutMs: 60_000 },
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
}
