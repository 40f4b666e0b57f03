import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type CoreProcedureName, procedures } from '../../../src-shared/bridge/contract';
import type { SyncStatus } from '../../../src-shared/bridge/sync';
import type { CoreCalls, CoreEvents, MainCalls } from '../../channel/core-contract';
import { createPeer, type Peer, type Port } from '../../channel/peer';
import { startTestOperator, type TestOperator } from '../../operator/testing/client';
import { temporaryFolder } from '../../store/testing/sample';
import { realLimit, type SyncEnvironment } from '../../sync/environment';
import { startCore } from '../core-process';
import { coreThreads } from '../threads';

/** Test equipment: the core process in this process, against the embedded operator over real HTTP. */

/** A keyring of the system that can be taken away, or replaced by one that does not know the old one's secrets. */
export function testKeyring() {
  const state = { present: true, number: 1 };
  const turned = (text: string) => [...text].reverse().join('');
  return {
    state,
    calls: {
      'secrets.encrypt': async ({ text }) =>
        state.present ? `${state.number}.${turned(Buffer.from(text).toString('hex'))}` : null,
      'secrets.decrypt': async ({ text }) => {
        const [number, hex = ''] = text.split('.');
        return state.present && Number(number) === state.number
          ? Buffer.from(turned(hex), 'hex').toString()
          : null;
      },
    } satisfies MainCalls,
  };
}

export type TestCore = {
  call: Peer<CoreCalls, Record<string, never>, CoreEvents>['call'];
  statuses: SyncStatus[];
  logs: string[];
  /** How often it has asked for a check of a cache that a crash has left. */
  leftOpen(): number;
  changed: string[];
  sessions: CoreEvents['session.changed'][];
  commands: CoreEvents['commands.changed'][];
  /** Answers the first status from now on that fits. */
  status(fits: (status: SyncStatus) => boolean): Promise<SyncStatus>;
  /** Waits until no sync runs. */
  idle(): Promise<SyncStatus>;
  /** Ends like a program that quits; the folder stays. */
  stop(): Promise<void>;
};

export type CoreStart = {
  /** Folder with the bundles of the core's threads; absent: the core does their work. */
  threads?: string;
  operatorUrl: string;
  folder: string;
  keyring?: ReturnType<typeof testKeyring>;
  syncEveryMin?: number;
} & Partial<SyncEnvironment>;

/** Pauses of sync are passed over at once, but never faster than answers come. */
const noSleep: SyncEnvironment['sleep'] = () => new Promise((resolve) => setImmediate(resolve));

export async function startTestCore(options: CoreStart): Promise<TestCore> {
  const { port1, port2 } = new MessageChannel();
  const keyring = options.keyring ?? testKeyring();
  const end = (port: MessagePort): Port => ({
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
  });
  startCore(end(port2), {
    clock: options.clock ?? { now: () => Date.now() },
    fetch: options.fetch ?? globalThis.fetch,
    sleep: options.sleep ?? noSleep,
    limit: options.limit ?? realLimit,
    random: () => 0.5,
    kdfCost: { N: 2 ** 4, r: 1, p: 1 },
    ...(options.threads && { threads: coreThreads(options.threads) }),
  });
  const peer = createPeer<CoreCalls, Record<string, never>, CoreEvents>(end(port1), {
    handlers: { ...keyring.calls },
    // Longer than a test may take: a call that hangs fails the test that waits for it.
    timeoutMs: 120_000,
  });
  const statuses: SyncStatus[] = [];
  const logs: string[] = [];
  let leftOpen = 0;
  const changed: string[] = [];
  const sessions: CoreEvents['session.changed'][] = [];
  const commands: CoreEvents['commands.changed'][] = [];
  let stopped = false;
  const waiting = new Set<(status: SyncStatus) => void>();
  peer.on('sync.status', (status) => {
    statuses.push(status);
    for (const look of waiting) look(status);
  });
  peer.on('log', ({ text }) => logs.push(text));
  peer.on('cache.leftOpen', () => {
    leftOpen += 1;
  });
  peer.on('cache.changed', ({ sets }) => changed.push(...sets));
  peer.on('session.changed', (view) => sessions.push(view));
  peer.on('commands.changed', (command) => commands.push(command));

  async function status(fits: (status: SyncStatus) => boolean): Promise<SyncStatus> {
    const current = await peer.call('sync.status', undefined);
    if (fits(current)) return current;
    return new Promise((resolve) => {
      const look = (next: SyncStatus) => {
        if (!fits(next)) return;
        waiting.delete(look);
        resolve(next);
      };
      waiting.add(look);
    });
  }

  await peer.call('core.configure', {
    operatorUrl: options.operatorUrl,
    dataFolder: options.folder,
    syncEveryMin: options.syncEveryMin ?? 0,
    hidden: false,
  });
  // The program trusts its own answers; here they are held to the contract.
  const call: TestCore['call'] = async (name, input) => {
    const answer = await peer.call(name, input);
    const procedure = Object.hasOwn(procedures, name) ? procedures[name as CoreProcedureName] : null;
    procedure?.output.parse(answer);
    return answer;
  };
  return {
    call,
    statuses,
    logs,
    leftOpen: () => leftOpen,
    changed,
    sessions,
    commands,
    status,
    idle: () => status(({ state }) => state === 'idle'),
    async stop() {
      if (stopped) return;
      stopped = true;
      await peer.call('core.shutdown', undefined);
      port1.close();
    },
  };
}

export type Bench = {
  operator: TestOperator;
  folder: string;
  keyring: ReturnType<typeof testKeyring>;
  /** A core on the bench's folder; all are stopped with the bench. */
  core(options?: Partial<CoreStart>): Promise<TestCore>;
  credentials: { phone: string; password: string };
  /** A core that the password has signed in; its first sync runs. */
  signedIn(options?: Partial<CoreStart>): Promise<TestCore>;
  /** The same when its first sync has ended. */
  synced(options?: Partial<CoreStart>): Promise<TestCore>;
  /** Has the core ask for a code by SMS and reads the SMS: what signs in by it. */
  smsSignIn(core: TestCore): Promise<{ phone: string; code: string }>;
  close(): Promise<void>;
};

/** An operator, a folder for caches and a keyring: what outlives the cores of a test. */
export async function startBench(options: Parameters<typeof startTestOperator>[0] = {}): Promise<Bench> {
  const operator = await startTestOperator(options);
  await operator.control.settle();
  const folder = temporaryFolder();
  const keyring = testKeyring();
  const cores: TestCore[] = [];
  const { phone, password } = operator.control.getState().demoAccount;
  const bench: Bench = {
    operator,
    folder: folder.path,
    keyring,
    credentials: { phone, password },
    async core(options = {}) {
      const core = await startTestCore({
        operatorUrl: operator.url,
        folder: folder.path,
        keyring,
        ...options,
      });
      cores.push(core);
      return core;
    },
    async signedIn(options) {
      const core = await bench.core(options);
      await core.call('session.signInByPassword', bench.credentials);
      return core;
    },
    async synced(options) {
      const core = await bench.signedIn(options);
      await core.idle();
      return core;
    },
    async smsSignIn(core) {
      await core.call('session.requestSmsCode', { phone });
      return { phone, code: /\d{4,8}/.exec(operator.control.listSms()[0]?.text ?? '')?.[0] ?? '' };
    },
    async close() {
      for (const core of cores) await core.stop().catch(() => {});
      await operator.close();
      folder.remove();
    },
  };
  return bench;
}

/** Everything in a folder as one text of bytes, to look for what must not be there. */
export function bytesOf(folder: string): string {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'latin1')}`)
    .join('\n');
}
