import { CabinetError } from '../../src-shared/bridge/errors';
import type { Envelope } from '../../src-shared/bridge/procedure';

/** A page at work asks for a dozen things at once, and for them again while a sync brings news. */
const MOST_AT_ONCE = 256;

/**
 * Lets so many calls of the window run at a time and refuses what comes beyond them at once: a page gone wild
 * fills no queue of the core.
 */
export function createCallGate(most = MOST_AT_ONCE) {
  let running = 0;
  return async (serve: () => Promise<Envelope<unknown>>): Promise<Envelope<unknown>> => {
    if (running >= most) return { ok: false, error: new CabinetError('too-many-calls').toBridge() };
    running += 1;
    try {
      return await serve();
    } finally {
      running -= 1;
    }
  };
}
