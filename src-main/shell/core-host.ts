import { type UtilityProcess, utilityProcess } from 'electron';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { CoreCalls, CoreConfig, CoreEvents, MainCalls } from '../channel/core-contract';
import { createPeer, type Peer } from '../channel/peer';
import type { Log } from './log';

type CorePeer = Peer<CoreCalls, Record<string, never>, CoreEvents>;

export type CoreHostOptions = {
  script: string;
  calls: MainCalls;
  log: Log;
  onEvent<Name extends keyof CoreEvents>(name: Name, payload: CoreEvents[Name]): void;
  /** Core died and runs again; the person has to sign in once more. */
  onRestart(): void;
  /** Core died again and again and is left alone until somebody starts it. */
  onGivenUp(): void;
  now(): number;
};

const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const SHUTDOWN_MS = 10_000;
/** Signing in derives a key and talks to the operator; nothing else comes near it. */
const CALL_TIMEOUT_MS = 90_000;

const FORWARDED = [
  'session.changed',
  'sync.status',
  'cache.changed',
  'commands.changed',
  'cache.leftOpen',
] as const;

type Launched = { child: UtilityProcess; peer: CorePeer; exited: Promise<void> };

/** Runs the core process once it is wanted: forwards calls, starts it again when it dies, ends it with the program. */
export type CoreHost = {
  call: CorePeer['call'];
  configure(config: CoreConfig): Promise<void>;
  /** Starts core, for the first time or after it was given up; while it runs nothing happens. */
  start(): void;
  shutdown(): Promise<void>;
};

export function createCoreHost(options: CoreHostOptions): CoreHost {
  let config: CoreConfig | null = null;
  let ending = false;
  let restarts: number[] = [];
  let givenUp = false;
  /** A core that was started again is set up: before that it would answer that it has nothing. */
  let ready: Promise<unknown> = Promise.resolve();
  let current: Launched | null = null;

  function launch(): Launched {
    const child = utilityProcess.fork(options.script, [], {
      serviceName: 'SIP Cabinet core',
      stdio: 'inherit',
    });
    const peer: CorePeer = createPeer(
      {
        postMessage: (message) => child.postMessage(message),
        onMessage: (listener) => child.on('message', listener),
      },
      {
        handlers: { ...options.calls },
        timeoutMs: CALL_TIMEOUT_MS,
        onFault: (name, error) => options.log('error', `core asked for ${name}: ${error}`),
      },
    );
    peer.on('log', ({ level, text }) => options.log(level, `core: ${text}`));
    for (const name of FORWARDED) {
      peer.on(name, (payload) => options.onEvent(name, payload));
    }
    // Electron throws in this process what nobody listens to. The report has the whole environment in it.
    child.on('error', (type, location) => options.log('error', `core: ${type} in ${location}`));
    const exited = new Promise<void>((resolve) => {
      child.once('exit', (code) => {
        resolve();
        if (!ending) noteDeath(code);
        peer.close(new CabinetError(givenUp ? 'core-stopped' : 'core-restarted'));
        if (!ending && !givenUp) restart();
      });
    });
    return { child, peer, exited };
  }

  function noteDeath(code: number): void {
    const now = options.now();
    restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    options.log('error', `core ended with ${code}, ${restarts.length} times within a minute`);
    givenUp = restarts.length > MAX_RESTARTS;
    if (givenUp) options.onGivenUp();
  }

  function restart(): void {
    const next = launch();
    current = next;
    if (config) ready = next.peer.call('core.configure', config).catch(() => {});
    options.onRestart();
  }

  function running(): Launched {
    if (!current) throw new CabinetError('not-available', { name: 'core' });
    return current;
  }

  return {
    async call(name, input) {
      await ready;
      return running().peer.call(name, input);
    },
    async configure(next) {
      const previous = config;
      config = next;
      const asked = running();
      try {
        await asked.peer.call('core.configure', next);
      } catch (error) {
        // A core that starts again is set up as the one that refused still is; one that died has refused nothing.
        if (asked === current) config = previous ?? next;
        throw error;
      }
    },
    start() {
      if (ending) return;
      if (!current) current = launch();
      if (!givenUp) return;
      givenUp = false;
      restarts = [];
      restart();
    },
    async shutdown() {
      ending = true;
      if (!current) return;
      const { peer, child, exited } = current;
      const flushed = peer.call('core.shutdown', undefined).catch(() => {});
      await Promise.race([flushed, new Promise((resolve) => setTimeout(resolve, SHUTDOWN_MS))]);
      child.kill();
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 2000))]);
    },
  };
}
