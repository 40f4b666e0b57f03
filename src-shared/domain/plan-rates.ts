import type { PlanRate } from './account';
import { divideRounded, type Money } from './money';

/**
 * Gross of one outgoing call or message on a plan: seconds grow to the minimum and then by whole steps,
 * parts of a message are charged each. Rounded once, half away from zero.
 * @param amount seconds of a call, or parts of a message
 * @param rate undefined: the plan does not list it, so it is free
 */
export function priceByRate(rate: PlanRate | undefined, amount: number): Money {
  if (!rate || amount === 0) return 0;
  if (rate.per === 'part') return rate.gross * amount;
  return divideRounded(rate.gross * ratedSeconds(rate, amount), 60);
}

function ratedSeconds({ minimumS, stepS }: PlanRate, seconds: number): number {
  if (seconds <= minimumS) return minimumS;
  const step = Math.max(stepS, 1);
  return minimumS + Math.ceil((seconds - minimumS) / step) * step;
}
