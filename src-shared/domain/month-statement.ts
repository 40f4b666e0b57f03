import { type ChargeLine, type ChargeTotals, type Invoice, totalCharges } from './billing';
import { type Money, roundToKopecks, splitVat } from './money';
import { addMonths, type Instant, monthOf, type YearMonth } from './period';
import { isFormingPeriod } from './rules';

/**
 * What the accountant's documents of a month say: the invoice, the act and the VAT register read this one
 * calculation, and so does the screen. Every sum is of the printed lines of four decimals; kopecks are rounded once.
 */

/** A subscriber with what was charged for the month. */
export type ChargedSubscriber = { id: number; number: string; name: string; lines: readonly ChargeLine[] };

/** A service of the whole account; lines of the same name and rate are one. */
export type ServiceSum = ChargeTotals & {
  title: string;
  vatRate: number;
  lines: number;
  /** Null where none of the lines has any. */
  durationS: number | null;
  count: number | null;
};

/** Everything under one VAT rate, by both ways of counting. */
export type RateSum = ChargeTotals & {
  vatRate: number;
  lines: number;
  /** VAT of the total instead of the sum of the lines' VAT. */
  vatOfTotal: Money;
};

/** Whole kopecks, as bills print them: total and VAT are rounded once each, the net is what is left of them. */
export type Bill = ChargeTotals;

export type MonthStatement = {
  subscribers: readonly (ChargedSubscriber & { totals: ChargeTotals })[];
  services: readonly ServiceSum[];
  /** The highest rate first. */
  rates: readonly RateSum[];
  totals: ChargeTotals;
  bill: Bill;
};

export function makeStatement(subscribers: readonly ChargedSubscriber[]): MonthStatement {
  const lines = subscribers.flatMap((subscriber) => subscriber.lines);
  const totals = totalCharges(lines);
  return {
    subscribers: subscribers.map((one) => ({ ...one, totals: totalCharges(one.lines) })),
    services: grouped(lines, ({ title, vatRate }) => `${vatRate} ${title}`).map(serviceSum),
    rates: grouped(lines, ({ vatRate }) => vatRate)
      .map(rateSum)
      .sort((a, b) => b.vatRate - a.vatRate),
    totals,
    bill: billOf(totals),
  };
}

/** Groups in the order in which they are first met. */
function grouped<Item>(items: readonly Item[], key: (item: Item) => unknown): [Item, ...Item[]][] {
  const groups = new Map<unknown, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

function serviceSum(lines: [ChargeLine, ...ChargeLine[]]): ServiceSum {
  const [{ title, vatRate }] = lines;
  const sum = (of: (line: ChargeLine) => number | null): number | null => {
    const known = lines.flatMap((line) => of(line) ?? []);
    return known.length > 0 ? known.reduce((total, value) => total + value, 0) : null;
  };
  return {
    title,
    vatRate,
    lines: lines.length,
    durationS: sum((line) => line.durationS),
    count: sum((line) => line.count),
    ...totalCharges(lines),
  };
}

function rateSum(lines: [ChargeLine, ...ChargeLine[]]): RateSum {
  const [{ vatRate }] = lines;
  const totals = totalCharges(lines);
  const { vat } = splitVat(totals.gross - totals.localTax, vatRate);
  return { vatRate, lines: lines.length, ...totals, vatOfTotal: vat };
}

function billOf(totals: ChargeTotals): Bill {
  const gross = roundToKopecks(totals.gross);
  const vat = roundToKopecks(totals.vat);
  const localTax = roundToKopecks(totals.localTax);
  return { net: gross - vat - localTax, vat, localTax, gross };
}

/** Its charges as its documents print them: in whole kopecks that add up, in a list of invoices too. */
export function inKopecks(invoice: Invoice): Invoice {
  const { net, vat, gross } = invoice;
  const bill = billOf({ net, vat, gross, localTax: gross - net - vat });
  return { ...invoice, net: bill.net, vat: bill.vat, gross: bill.gross };
}

/** What there is at the end of the month: debt (positive) or prepayment (negative), before it is rounded. */
export const closingDebt = ({ openingDebt, payments, gross }: Invoice): Money =>
  openingDebt - payments + gross;

/**
 * Whether documents of the month can be made. «current»: it is not over; «forming»: its invoice is being formed
 * (guide §2.3); «missing»: there is no invoice; «partial»: the charges that are here are not those of the invoice.
 */
export const monthStates = ['ready', 'current', 'forming', 'missing', 'partial'] as const;
export type MonthState = (typeof monthStates)[number];

export function monthState(
  month: YearMonth,
  invoice: Invoice | null,
  totals: ChargeTotals,
  now: Instant,
): MonthState {
  if (invoice) {
    const same = invoice.net === totals.net && invoice.vat === totals.vat && invoice.gross === totals.gross;
    return same ? 'ready' : 'partial';
  }
  const current = monthOf(now);
  if (month >= current) return 'current';
  return month === addMonths(current, -1) && isFormingPeriod(now) ? 'forming' : 'missing';
}
