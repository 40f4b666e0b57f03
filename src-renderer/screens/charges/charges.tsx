import type { RouteParams } from '../../state/routes';
import { ChargesChooser } from './charges-chooser';
import { ChargesOfMonth } from './charges-of-month';

/** «Начисления за период»: first the month, then its charges (guide §3.5). */
export function Charges({ subscriberId, month }: RouteParams<'subscriber-charges'>) {
  if (month === undefined) return <ChargesChooser subscriberId={subscriberId} />;
  return <ChargesOfMonth subscriberId={subscriberId} month={month} />;
}
