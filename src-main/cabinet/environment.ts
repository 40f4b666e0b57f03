import type { CoreEvents } from '../channel/core-contract';
import type { KdfCost } from '../store/keys/password-wrap';
import type { Keyring } from '../store/keys/vault';
import type { SyncEnvironment } from '../sync/environment';
import type { Attention } from './attention';
import type { CoreThreads } from './threads';

/** What the cabinet needs of the world; the core entry hands in the real one, tests their own. */
export type CabinetEnvironment = SyncEnvironment & {
  keyring: Keyring;
  attention: Attention;
  /** Cost of password keys; tests take a small one. */
  kdfCost?: KdfCost;
  /** Absent: the core does all work by itself. */
  threads?: CoreThreads;
  emit<Name extends keyof CoreEvents>(name: Name, payload: CoreEvents[Name]): void;
};
