import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import { divideRounded, type Money } from '../../../src-shared/domain/money';

type Rated = Pick<CdrRow, 'service' | 'billedUnits' | 'packageS' | 'net'>;

/**
 * Price of a minute (of a part for SMS) without VAT, worked back from the sum and what was paid for.
 * @returns 1/10000 BYN, or null when nothing was paid.
 */
export function unitPrice({ service, billedUnits, packageS, net }: Rated): Money | null {
  const paid = billedUnits - packageS;
  if (net === 0 || paid <= 0) return null;
  return divideRounded(service === 'sms' ? net : net * 60, paid);
}
