import type { DemoSize, Settings } from '../../src-shared/bridge/settings';
import type { CoreHost } from './core-host';

export type ServicesOptions = {
  core: Pick<CoreHost, 'configure' | 'start'>;
  /** The embedded operator; it runs while no real one is chosen. */
  operator: {
    current(): { url: string } | null;
    run(size: DemoSize): Promise<void>;
    close(): Promise<void>;
  };
  settings(): Settings;
  /** Folder of the accounts' caches. */
  dataFolder: string;
  onFault(name: string, error: unknown): void;
};

/** Operator and core as the settings want them. */
export type Services = {
  /**
   * The first start, made by whoever asks first: that is the page when its sign-in is drawn, which needs neither.
   * Resolves when that start has ended, however it ended: calls of the page wait for it, or they would ask a core
   * that is not set up.
   */
  begun(): Promise<void>;
  /** Resolves when no first start is under way; makes none. */
  settled(): Promise<void>;
  /** Starts what does not run. @throws as the operator and core do */
  startAgain(): Promise<void>;
  addressOf(settings: Settings): string;
  followOperator(settings: Settings): Promise<void>;
  configureCore(settings: Settings): Promise<void>;
  /** Told whether the window is seen: nothing is synced in the background for a hidden one. */
  setHidden(hidden: boolean): void;
};

export function createServices({ core, operator, settings, dataFolder, onFault }: ServicesOptions): Services {
  let hidden = false;
  let first: Promise<void> | null = null;
  let starting: Promise<void> | null = null;
  /** What core has taken; the settings are written after it has. */
  let told: Settings | null = null;
  let telling: Promise<void> = Promise.resolve();

  const addressOf = ({ operator: chosen }: Settings): string =>
    chosen.kind === 'remote' ? chosen.url : (operator.current()?.url ?? '');

  const followOperator = ({ operator: chosen, demoSize }: Settings): Promise<void> =>
    chosen.kind === 'remote' ? operator.close() : operator.run(demoSize);

  /** One after the other: a window that goes while another operator is taken must not bring the one before back. */
  function tellCore(wanted: () => Settings): Promise<void> {
    const done = telling.then(async () => {
      const next = wanted();
      await core.configure({
        operatorUrl: addressOf(next),
        dataFolder,
        syncEveryMin: next.syncEveryMin,
        hidden,
      });
      told = next;
    });
    telling = done.catch(() => {});
    return done;
  }
  const configureCore = (wanted: Settings): Promise<void> => tellCore(() => wanted);

  function startAgain(): Promise<void> {
    core.start();
    starting ??= followOperator(settings())
      .then(() => configureCore(settings()))
      .finally(() => {
        starting = null;
      });
    return starting;
  }

  return {
    begun() {
      first ??= startAgain().catch((error) => onFault('start', error));
      return first;
    },
    settled: async () => first ?? undefined,
    startAgain,
    addressOf,
    followOperator,
    configureCore,
    setHidden(now) {
      if (now === hidden) return;
      hidden = now;
      // Before the first start there is no address to tell.
      void first
        ?.then(() => tellCore(() => told ?? settings()))
        .catch((error) => onFault('core.configure', error));
    },
  };
}
