import type { CdrService, CdrZone } from '../../../src-shared/domain/cdr';
import { divideRounded, splitVat } from '../../../src-shared/domain/money';
import { plans } from '../catalogue/plans';
import { packageZones, type Rate } from '../catalogue/rates';
import { VAT_RATE } from '../config';
import { USAGE_KEY_COUNT, usageTraits } from './codes';

/** Units that a use is rated by: seconds rounded by the rate's rule, or parts of a message. */
export function billedUnits(rate: Rate, amount: number): number {
  if (rate.per === 'part' || amount === 0) return amount;
  if (amount <= rate.minimumS) return rate.minimumS;
  return rate.minimumS + Math.ceil((amount - rate.minimumS) / rate.stepS) * rate.stepS;
}

/** Gross of rated units, rounded once, half away from zero. */
export function priceOf(rate: Rate, units: number): number {
  return rate.per === 'part' ? rate.gross * units : divideRounded(rate.gross * units, 60);
}

/** @param tariff place of the plan in the list of plans. @throws when there is no such plan. */
export function rateOf(tariff: number, service: CdrService, zone: CdrZone): Rate {
  const plan = plans[tariff];
  if (!plan) throw new RangeError(`no plan ${tariff}`);
  return plan.rates[service][zone];
}

const TABLE_SIZE = 4_096;
const UNKNOWN = -1;

/** Remembers the price of each number of units: millions of records share a few thousand prices. */
class PriceTable {
  private readonly known = new Int32Array(TABLE_SIZE).fill(UNKNOWN);

  readonly rate: Rate;

  constructor(rate: Rate) {
    this.rate = rate;
  }

  price(units: number): number {
    if (units >= TABLE_SIZE) return priceOf(this.rate, units);
    const known = this.known[units] as number;
    if (known !== UNKNOWN) return known;
    const price = priceOf(this.rate, units);
    this.known[units] = price;
    return price;
  }
}

/** Price tables by plan and usage key; plans that share a rate share its table. */
const tables = new Map<Rate, PriceTable>();
const priceTables: readonly (readonly PriceTable[])[] = plans.map((_, tariff) =>
  Array.from({ length: USAGE_KEY_COUNT }, (_, key) => {
    const { service, zone } = usageTraits(key);
    const rate = rateOf(tariff, service, zone);
    const table = tables.get(rate) ?? new PriceTable(rate);
    tables.set(rate, table);
    return table;
  }),
);

export const priceTable = (tariff: number, usageKey: number): PriceTable | undefined =>
  priceTables[tariff]?.[usageKey];

/** 1 for usage keys that minute packages pay for. */
export const PACKAGE_KEYS: Uint8Array = Uint8Array.from({ length: USAGE_KEY_COUNT }, (_, key) => {
  const { service, zone } = usageTraits(key);
  return service === 'voice' && packageZones.includes(zone) ? 1 : 0;
});

const NET_TABLE_SIZE = 1 << 18;
const nets = new Int32Array(NET_TABLE_SIZE).fill(UNKNOWN);

/** Net of a record's gross at the operator's VAT rate. */
export function netOf(gross: number): number {
  if (gross < 0 || gross >= NET_TABLE_SIZE) return splitVat(gross, VAT_RATE).net;
  const known = nets[gross] as number;
  if (known !== UNKNOWN) return known;
  const { net } = splitVat(gross, VAT_RATE);
  nets[gross] = net;
  return net;
}
