import { type ChargeLine, type ChargeTotals, totalCharges, type UsageKey } from './billing';
import { divideRounded, type Money, splitVat, sumMoney } from './money';
import type { MonthStatement } from './month-statement';
import { type WorkClass, workClasses } from './work-calendar';

/**
 * «Excel с разбивкой» (guide §2.3.3): the lines of a month's statement, those of traffic split by working time.
 * Nothing is rated anew: every line is handed out whole, so all parts together are the statement to the last unit.
 */

/** Charged records of a subscriber in the invoice of a month, of one kind, rate and class of time. */
export type CallSum = {
  subscriberId: number;
  usage: UsageKey;
  vatRate: number;
  workClass: WorkClass;
  count: number;
  /** Rated seconds; null for messages. */
  billedS: number | null;
  gross: Money;
};

/** Classes of time, and what has none: subscription, corrections, traffic that the records do not explain. */
export const splitParts = [...workClasses, 'rest'] as const;
export type SplitPart = (typeof splitParts)[number];

export type SplitRow = ChargeTotals & {
  line: ChargeLine;
  /** Records; null where the row is of none. */
  count: number | null;
  billedS: number | null;
  /** True for the rest of a traffic line whose records changed later or are not here. */
  unexplained: boolean;
};
export type SplitTotals = ChargeTotals & { count: number; billedS: number };
export type SplitSubscriber = {
  number: string;
  name: string;
  rows: readonly SplitRow[];
  totals: SplitTotals;
};
export type MonthSplit = Record<SplitPart, { subscribers: readonly SplitSubscriber[]; totals: SplitTotals }>;

export function splitMonth(statement: MonthStatement, calls: readonly CallSum[]): MonthSplit {
  const known = new Map<string, CallSum[]>();
  for (const sum of calls) {
    const key = keyOf(sum.subscriberId, sum.usage, sum.vatRate);
    known.set(key, [...(known.get(key) ?? []), sum]);
  }
  const split = statement.subscribers.map(({ id, number, name, lines }) => ({
    number,
    name,
    rows: lines.flatMap((line) => {
      const key = line.usage ? keyOf(id, line.usage, line.vatRate) : '';
      const sums = known.get(key) ?? [];
      // A second line of the same traffic finds its records given to the first.
      known.delete(key);
      return splitLine(line, sums);
    }),
  }));
  const partOf = (part: SplitPart) => {
    const subscribers = split.flatMap(({ number, name, rows }) => {
      const own = rows.filter((row) => row.part === part);
      return own.length > 0 ? [{ number, name, rows: own, totals: totalsOf(own) }] : [];
    });
    return { subscribers, totals: totalsOf(subscribers.flatMap(({ rows }) => rows)) };
  };
  return {
    working: partOf('working'),
    'off-hours': partOf('off-hours'),
    holiday: partOf('holiday'),
    rest: partOf('rest'),
  };
}

const keyOf = (subscriberId: number, { direction, service, zone }: UsageKey, vatRate: number): string =>
  `${subscriberId} ${direction} ${service} ${zone} ${vatRate}`;

const totalsOf = (rows: readonly (ChargeTotals & Pick<SplitRow, 'count' | 'billedS'>)[]): SplitTotals => ({
  ...totalCharges(rows),
  count: rows.reduce((sum, { count }) => sum + (count ?? 0), 0),
  billedS: rows.reduce((sum, { billedS }) => sum + (billedS ?? 0), 0),
});

/** A line by class of time; what its records do not explain is a row of its own. */
function splitLine(line: ChargeLine, sums: readonly CallSum[]): (SplitRow & { part: SplitPart })[] {
  const inOrder = workClasses.flatMap((workClass) => sums.filter((sum) => sum.workClass === workClass));
  let given: ChargeTotals = { net: 0, vat: 0, localTax: 0, gross: 0 };
  const rows: (SplitRow & { part: SplitPart })[] = inOrder.map(({ workClass, count, billedS, gross }) => {
    // Rounded from the running sum: the shares of a line add up to the line.
    const upTo = shareOf(line, given.gross + gross);
    const own = less(upTo, given);
    given = upTo;
    return { line, part: workClass, count, billedS, unexplained: false, ...own };
  });
  const left = less(line, given);
  const nothing = left.net === 0 && left.vat === 0 && left.localTax === 0 && left.gross === 0;
  if (rows.length === 0 || !nothing)
    rows.push({ line, part: 'rest', count: null, billedS: null, unexplained: rows.length > 0, ...left });
  return rows;
}

/** So much of a line, with its share of net and tax. */
function shareOf({ net, localTax, gross, vatRate }: ChargeLine, part: Money): ChargeTotals {
  if (gross === 0) return { ...splitVat(part, vatRate), localTax: 0 };
  const share = (amount: Money) =>
    divideRounded(BigInt(amount) * BigInt(part) * BigInt(Math.sign(gross)), Math.abs(gross));
  const own = { net: share(net), localTax: share(localTax) };
  return { ...own, vat: part - own.net - own.localTax, gross: part };
}

const less = (from: ChargeTotals, what: ChargeTotals): ChargeTotals => ({
  net: from.net - what.net,
  vat: from.vat - what.vat,
  localTax: from.localTax - what.localTax,
  gross: from.gross - what.gross,
});

/** Money of traffic lines that the records of the month do not explain. */
export const unexplainedGross = ({ rest }: MonthSplit): Money =>
  sumMoney(
    rest.subscribers
      .flatMap(({ rows }) => rows)
      .filter(({ unexplained, line }) => unexplained || line.kind === 'usage')
      .map(({ gross }) => gross),
  );
