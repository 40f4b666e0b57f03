import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { TariffPlan } from '../../../src-shared/domain/account';
import { divideRounded, formatRublesKopecks, type Money, sumMoney } from '../../../src-shared/domain/money';

export type Comparison = ProcedureOutput<'plans.compare'>;
export type Offer = Comparison['plans'][number];

/** Every plan that the page names. */
export const plansOf = ({ current, plans }: Comparison): readonly TariffPlan[] => [
  ...(current ? [current] : []),
  ...plans.map(({ plan }) => plan),
];

export const planTitle = (plans: readonly TariffPlan[], id: unknown): string =>
  plans.find((plan) => plan.id === id)?.title ?? '—';

/** Average of the months whose records are here; null when none is. */
export function averageCost({ costs }: Pick<Offer, 'costs'>): Money | null {
  const known = costs.flatMap((cost) => (cost ? [cost.total] : []));
  return known.length === 0 ? null : divideRounded(sumMoney(known), known.length);
}

export const sumOrNothing = (amount: Money | null | undefined): string =>
  amount === null || amount === undefined ? '—' : formatRublesKopecks(amount);
