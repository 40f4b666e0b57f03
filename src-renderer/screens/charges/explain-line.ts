import type { ChargeLine, UsageKey } from '../../../src-shared/domain/billing';
import { type Money, proRata } from '../../../src-shared/domain/money';
import { daysInMonth, type YearMonth } from '../../../src-shared/domain/period';

/** Where a line's sum comes from (guide §3.5). */
type LineExplanation =
  /** Monthly price × days ÷ days in the month; `computed` is what the rule gives. */
  | { kind: 'by-days'; monthly: Money; days: number; daysInMonth: number; computed: Money }
  /** The monthly price in full, whatever the days. */
  | { kind: 'whole'; monthly: Money }
  /** The sum of its calls or SMS. */
  | { kind: 'usage'; usage: UsageKey }
  /** Charged once, or a correction of an earlier month. */
  | { kind: 'once' };

export function explainLine(line: ChargeLine, month: YearMonth): LineExplanation {
  if (line.usage) return { kind: 'usage', usage: line.usage };
  if (line.monthlyGross === null) return { kind: 'once' };
  if (line.days === null) return { kind: 'whole', monthly: line.monthlyGross };
  const total = daysInMonth(month);
  return {
    kind: 'by-days',
    monthly: line.monthlyGross,
    days: line.days,
    daysInMonth: total,
    computed: proRata(line.monthlyGross, Math.min(line.days, total), total),
  };
}
