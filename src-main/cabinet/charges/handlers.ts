import type { Handlers } from '../../../src-shared/bridge/contract';
import { chargeMonths, readCharges } from '../../store/read/charges';
import type { CabinetContext } from '../context';
import { monthChoices } from '../months';

/** The operator shows the current month and two before it (guide §3.5). */
const PREVIOUS_SHOWN = 2;

/** «Начисления за период» (guide §3.5). */
export function chargeHandlers({ cache, clock }: CabinetContext): Handlers<'charges.months' | 'charges.get'> {
  return {
    'charges.months': ({ subscriberId }) => ({
      items: monthChoices(clock.now(), PREVIOUS_SHOWN, chargeMonths(cache(), subscriberId)),
    }),
    'charges.get': ({ subscriberId, month }) => readCharges(cache(), subscriberId, month),
  };
}
