import { CabinetError } from '../../../src-shared/bridge/errors';
import { countUnsent, hasUnfinished } from '../../store/read/outbox';
import type { OpenedCache } from './open-account';
import type { ActiveSession, SessionState } from './state';

/** Commands that wait in a visit-only cache go with it: the person decides first. @throws CabinetError commands-waiting */
export function checkVisitKeepsNothing({ cache, forVisit }: OpenedCache): void {
  const count = forVisit ? countUnsent(cache) : 0;
  if (count > 0) throw new CabinetError('commands-waiting', { count });
}

/** A visit's cache with commands that wait or are on their way. */
export const holdsCommands = (state: SessionState): state is ActiveSession =>
  state.phase === 'signed-in' && state.opened.forVisit && hasUnfinished(state.opened.cache);
