import type { ChargeLine, UsageKey } from '../../../src-shared/domain/billing';
import { splitVat } from '../../../src-shared/domain/money';
import { endOfMonth, type Instant, startOfMonth, type YearMonth } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import { usageTraits } from '../calls/codes';
import { offerOf } from '../catalogue/offers';
import { usageTitles, VAT_RATE } from '../config';
import { largestPackage, type SubscriberFacts } from '../ledger/subscriber-facts';
import { onceLines, SUBSCRIPTION, subscriptionLines } from './subscription-lines';

/** Traffic of a subscriber in a month, of one service and zone. */
export type UsageSum = { key: number; gross: number; durationS: number; count: number };

/** What records that came too late for their own month's invoice add to this one. */
export type LateSum = { month: YearMonth; gross: number };

/**
 * Lines of «Начисления за период» of a subscriber (guide §3.5): the minute package in full, services and the plan
 * by days, what is charged once, then traffic. Services without a price make no line; traffic without a price does.
 * The current month carries its days to the end: subscription is charged ahead.
 * @param at when the charges are made: what the operator learned later is not in them.
 */
export function chargeLines(
  subscriber: SubscriberFacts,
  month: YearMonth,
  at: Instant,
  usage: readonly UsageSum[],
  late: readonly LateSum[],
): ChargeLine[] {
  return [
    ...packageLine(subscriber, month),
    ...subscriptionLines(subscriber, month, at),
    ...onceLines(subscriber, month, at),
    ...usage.map(usageLine),
    ...late.map(lateLine),
  ];
}

/** Of several packages only the largest is charged, and never by days. */
function packageLine(subscriber: SubscriberFacts, month: YearMonth): ChargeLine[] {
  const held = largestPackage(subscriber, startOfMonth(month), endOfMonth(month));
  if (!held) return [];
  const { code, title, monthlyGross } = offerOf(held.code);
  return [
    {
      ...SUBSCRIPTION,
      kind: 'package',
      code,
      title,
      days: null,
      monthlyGross,
      ...splitVat(monthlyGross, VAT_RATE),
    },
  ];
}

function usageLine({ key, gross, durationS, count }: UsageSum): ChargeLine {
  const { service, zone } = usageTraits(key);
  const usage: UsageKey = { direction: 'out', service, zone };
  return {
    kind: 'usage',
    code: `${service}-${zone}`,
    title: usageTitles[service][zone],
    days: null,
    durationS: service === 'sms' ? null : durationS,
    count: service === 'sms' ? count : null,
    monthlyGross: null,
    usage,
    vatRate: VAT_RATE,
    localTax: 0,
    ...splitVat(gross, VAT_RATE),
  };
}

function lateLine({ month, gross }: LateSum): ChargeLine {
  return {
    ...SUBSCRIPTION,
    kind: 'correction',
    code: `correction-${month}`,
    title: `Перерасчет за ${monthWords(month)}`,
    days: null,
    monthlyGross: null,
    ...splitVat(gross, VAT_RATE),
  };
}
