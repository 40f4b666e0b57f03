import type { TariffPlan } from './account';
import { divideRounded, type Money, sumMoney } from './money';

/** A plan and what single months would have cost on it; null: a month whose records are not all known. */
export type PlanCosts = { plan: TariffPlan; costs: readonly ({ total: Money } | null)[] };

/** Gross, the average of the months that are known; null when none is. */
export function averageCost({ costs }: Pick<PlanCosts, 'costs'>): Money | null {
  const known = costs.flatMap((cost) => (cost ? [cost.total] : []));
  return known.length === 0 ? null : divideRounded(sumMoney(known), known.length);
}

/**
 * How much dearer a month would be on a plan than on the current one, on average; null when either is not known.
 * @param currentId the current plan's, one of `plans`
 */
export function differenceTo(
  plans: readonly PlanCosts[],
  currentId: number | undefined,
): (offer: PlanCosts) => Money | null {
  const current = plans.find(({ plan }) => plan.id === currentId);
  const now = current ? averageCost(current) : null;
  return (offer) => {
    const average = averageCost(offer);
    return average === null || now === null ? null : average - now;
  };
}
