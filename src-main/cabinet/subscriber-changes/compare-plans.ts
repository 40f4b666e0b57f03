import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { Subscriber, TariffPlan } from '../../../src-shared/domain/account';
import {
  addMonths,
  endOfMonth,
  type Instant,
  monthOf,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { priceByRate } from '../../../src-shared/domain/plan-rates';
import { breathe } from '../../store/breathe';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listItems } from '../../store/read/items';
import { countUsage, type Usage } from '../../store/read/usage';

/** Whole months that are rated anew. */
const MONTHS = 3;

type Comparison = ProcedureOutput<'plans.compare'>;
type Cost = Comparison['plans'][number]['costs'][number];

/**
 * What the subscriber's last whole months would have cost on each plan: its fee, and its rates over the calls and
 * messages that there were. Minute packages are left out on every plan alike: they are services, not plans.
 */
export async function comparePlans(
  cache: ReadableCache,
  subscriber: Subscriber,
  now: Instant,
): Promise<Comparison> {
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(monthOf(now), index - MONTHS));
  const plans = listItems(cache, 'tariff-plans');
  const current = plans.find(({ id }) => id === subscriber.planId) ?? null;
  const compared = plans.filter(
    (plan) =>
      plan.id === subscriber.planId || (plan.offered && plan.isConnection === subscriber.isConnection),
  );
  const state = readFeedState(cache, 'cdrs');
  const isKnown = (month: YearMonth) => state.complete && subscriber.connectedAt <= startOfMonth(month);
  const usage = await countUsage(
    cache,
    subscriber.id,
    startOfMonth(months[0] as YearMonth),
    endOfMonth(months.at(-1) as YearMonth),
  );
  const rated: Comparison['plans'] = [];
  for (const plan of compared) {
    rated.push({
      plan,
      costs: months.map((month) => (isKnown(month) ? costOf(plan, usage, month) : null)),
    });
    await breathe(cache);
  }
  return {
    current,
    months,
    plans: rated,
    changes: listItems(cache, 'plan-changes')
      .filter(({ subscriberId }) => subscriberId === subscriber.id)
      .reverse(),
    asOf: state.dataAsOf,
  };
}

function costOf(plan: TariffPlan, usage: readonly Usage[], month: YearMonth): Cost {
  const rates = new Map(plan.rates.map((rate) => [`${rate.service} ${rate.zone}`, rate]));
  let used = 0;
  for (const { month: of, service, zone, amount, times } of usage) {
    if (of === month) used += times * priceByRate(rates.get(`${service} ${zone}`), amount);
  }
  return { fee: plan.monthlyGross, usage: used, total: plan.monthlyGross + used };
}
