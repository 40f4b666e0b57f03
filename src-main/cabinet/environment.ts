import type { CoreEvents } from '../channel/core-contract';
import type { KdfCost } from '../store/keys/password-wrap';
import type { Keyring } from '../store/keys/vault';
import type { SyncEnvironment } from '../sync/environment';
import type { IntakeStart } from '../sync/intake/messages';
import type { IntakeThread } from '../sync/intake/thread';

/** What the cabinet needs of the world; the core entry hands in the real one, tests their own. */
export type CabinetEnvironment = SyncEnvironment & {
  keyring: Keyring;
  /** Cost of password keys; tests take a small one. */
  kdfCost?: KdfCost;
  /** Starts a thread that stores records beside the core; absent: the core stores them itself. */
  startIntake?: (start: IntakeStart) => IntakeThread;
  emit<Name extends keyof CoreEvents>(name: Name, payload: CoreEvents[Name]): void;
};
