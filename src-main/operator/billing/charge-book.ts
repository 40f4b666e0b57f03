import { createHash } from 'node:crypto';
import { type SubscriberCharges, totalCharges } from '../../../src-shared/domain/billing';
import {
  dayOf,
  endOfMonth,
  type Instant,
  startOfDay,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import type { Ledger } from '../ledger/ledger';
import type { SubscriberFacts } from '../ledger/subscriber-facts';
import { chargeLines, type LateSum, type UsageSum } from './charge-lines';
import { formingInstant } from './terms';
import type { Usage } from './usage';

/** Charges per subscriber and month. The ledger keeps their sums and places in the feed; the lines are made again. */
export type ChargeBook = {
  /** Makes a subscriber's charges of a month at an instant. */
  make(subscriber: SubscriberFacts, month: YearMonth, now: Instant): Omit<SubscriberCharges, 'revision'>;
  /** Books them; what has not changed keeps its place and revision. */
  book(subscriber: SubscriberFacts, month: YearMonth, now: Instant): void;
  gross(subscriberId: number, month: YearMonth): number;
  monthTotals(month: YearMonth): { net: number; vat: number; gross: number };
};

type ChargeRow = { revision: number; digest: string };
type DeltaRow = { usage_key: number; gross: number; duration: number; count: number };

export function createChargeBook(options: {
  ledger: Ledger;
  seed: number;
  usage: Usage;
  lineIndex(subscriberId: number): number;
}): ChargeBook {
  const { ledger, seed, usage, lineIndex } = options;
  const { db } = ledger;
  const read = db.prepare<[string, number], ChargeRow>(
    'select revision, digest from charge where month = ? and subscriber_id = ?',
  );
  const write = db.prepare('insert or replace into charge values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = db.prepare('delete from charge where month = ? and subscriber_id = ?');
  const readGross = db
    .prepare<[string, number], number>('select gross from charge where month = ? and subscriber_id = ?')
    .pluck();
  const readTotals = db.prepare<[string], { net: number; vat: number; gross: number }>(
    `select coalesce(sum(net), 0) as net, coalesce(sum(vat), 0) as vat, coalesce(sum(gross), 0) as gross
     from charge where month = ?`,
  );
  const anyChange = db.prepare<[string, number]>(
    'select 1 from cdr_change where charge_month = ? and subscriber_id = ? limit 1',
  );
  const ownDeltas = db.prepare<[string, string, number], DeltaRow>(
    `select usage_key, sum(gross_delta) as gross, sum(duration_delta) as duration, sum(count_delta) as count
     from cdr_change where charge_month = ? and month = ? and subscriber_id = ?
     group by usage_key`,
  );
  const lateDeltas = db.prepare<[string, string, number], LateSum>(
    `select month, sum(gross_delta) as gross from cdr_change
     where charge_month = ? and month <> ? and subscriber_id = ?
     group by month order by month`,
  );

  const make: ChargeBook['make'] = (subscriber, month, now) => {
    const closed = now >= formingInstant(seed, month);
    const sums = usage.sums(month, lineIndex(subscriber.id));
    const changed = anyChange.get(month, subscriber.id) !== undefined;
    const own = changed ? ownDeltas.all(month, month, subscriber.id) : [];
    const late = changed ? lateDeltas.all(month, month, subscriber.id) : [];
    const lastKnown = Math.min(now, endOfMonth(month) - 1);
    const started = subscriber.connectedAt <= lastKnown;
    return {
      subscriberId: subscriber.id,
      month,
      closed,
      asOf: closed ? formingInstant(seed, month) : Math.min(startOfDay(dayOf(now)), endOfMonth(month)),
      lines: started ? chargeLines(subscriber, month, lastKnown, addDeltas(sums, own), late) : [],
    };
  };

  const book: ChargeBook['book'] = (subscriber, month, now) => {
    const charges = make(subscriber, month, now);
    if (charges.lines.length === 0) {
      remove.run(month, subscriber.id);
      return;
    }
    const digest = createHash('sha1').update(JSON.stringify(charges)).digest('base64');
    const known = read.get(month, subscriber.id);
    if (known?.digest === digest) return;
    const { net, vat, gross } = totalCharges(charges.lines);
    const revision = (known?.revision ?? 0) + 1;
    write.run(month, subscriber.id, ledger.nextChange(), revision, now, digest, net, vat, gross);
  };

  return {
    make,
    book,
    gross: (subscriberId, month) => readGross.get(month, subscriberId) ?? 0,
    monthTotals: (month) => readTotals.get(month) ?? { net: 0, vat: 0, gross: 0 },
  };
}

function addDeltas(sums: UsageSum[], deltas: readonly DeltaRow[]): UsageSum[] {
  if (deltas.length === 0) return sums;
  const byKey = new Map(sums.map((sum) => [sum.key, sum]));
  for (const { usage_key: key, gross, duration, count } of deltas) {
    const sum = byKey.get(key) ?? { key, gross: 0, durationS: 0, count: 0 };
    byKey.set(key, {
      key,
      gross: sum.gross + gross,
      durationS: sum.durationS + duration,
      count: sum.count + count,
    });
  }
  return [...byKey.values()].filter(({ count }) => count > 0).sort((a, b) => a.key - b.key);
}

/** Charges of a month that has begun; used before its calls are summed up. */
export function subscriptionGross(subscriber: SubscriberFacts, month: YearMonth, now: Instant): number {
  if (subscriber.connectedAt > now || now < startOfMonth(month)) return 0;
  return totalCharges(chargeLines(subscriber, month, now, [], [])).gross;
}
