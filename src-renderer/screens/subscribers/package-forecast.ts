import type { PackageBalance } from '../../../src-shared/domain/account';
import { endOfMonth, type Instant, monthOf, startOfMonth } from '../../../src-shared/domain/period';

/** What becomes of a package of minutes if it goes on as it went since the month began. */
type PackageForecast =
  /** The package is used up already. */
  | { kind: 'used-up' }
  /** It lasts to the month's end with so many seconds left. */
  | { kind: 'lasts'; leftS: number }
  /** It ends before the month does. */
  | { kind: 'ends'; at: Instant };

/** Less of the month than this says nothing about the rest of it. */
const LEAST_MS = 86_400_000;

/** @returns null while it is too early in the month to tell. */
export function forecastPackage({ totalS, leftS, asOf }: PackageBalance): PackageForecast | null {
  if (totalS === 0) return null;
  if (leftS === 0) return { kind: 'used-up' };
  // The operator counts up to the end of a day: its very midnight still belongs to the day before.
  const month = monthOf(asOf - 1);
  const passed = asOf - startOfMonth(month);
  if (passed < LEAST_MS) return null;
  const ahead = endOfMonth(month) - asOf;
  const usedS = totalS - leftS;
  const willUseS = (usedS * ahead) / passed;
  if (willUseS <= leftS) return { kind: 'lasts', leftS: Math.floor(leftS - willUseS) };
  return { kind: 'ends', at: asOf + Math.floor((leftS * passed) / usedS) };
}
