import type { BridgeError } from '../../../src-shared/bridge/errors';
import type { CdrPage } from '../../store/write/cdr-page';

/** What the thread that stores records is started with. */
export type IntakeStart = { path: string; keyHex: string };

export type ToIntake = { kind: 'page'; page: CdrPage } | { kind: 'end' };

/** Answers come in the order of the pages, one for each. After a failed page every later one fails the same way. */
export type FromIntake =
  | { kind: 'stored'; changed: string[] }
  | { kind: 'failed'; error: BridgeError; text: string };
