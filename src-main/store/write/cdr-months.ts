import type { YearMonth } from '../../../src-shared/domain/period';
import type { WritableCache } from '../cache';

export type CdrAmounts = {
  durationS: number;
  billedUnits: number;
  packageS: number;
  net: number;
  gross: number;
};

type Change = CdrAmounts & {
  month: YearMonth;
  subscriberId: number;
  direction: number;
  service: number;
  zone: number;
  rows: number;
  lateRows: number;
};

const ADD = `INSERT INTO cdr_months (month, subscriber_id, direction, service, zone, rows, duration_s, billed_units,
  package_s, net, gross, late_rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (month, subscriber_id, direction, service, zone) DO UPDATE SET
    rows = rows + excluded.rows, duration_s = duration_s + excluded.duration_s,
    billed_units = billed_units + excluded.billed_units, package_s = package_s + excluded.package_s,
    net = net + excluded.net, gross = gross + excluded.gross, late_rows = late_rows + excluded.late_rows`;
const DROP_EMPTY = 'DELETE FROM cdr_months WHERE month = ? AND rows = 0';

/** Gathers what a batch of records changes in the monthly sums and stores it with one statement per sum. */
export function createSummaryChanges() {
  const changes = new Map<number, Map<number, Change>>();
  const months: YearMonth[] = [];
  /** Months of which a record was taken away: only there can a sum have become empty. */
  const reduced = new Set<YearMonth>();

  return {
    /** Adds (`sign` 1) or takes away (−1) one record. */
    add(
      month: YearMonth,
      subscriberId: number,
      direction: number,
      service: number,
      zone: number,
      amounts: CdrAmounts,
      late: number,
      sign: 1 | -1,
    ): void {
      if (sign < 0) reduced.add(month);
      // Small numbers as keys: joining strings for every record costs more than the record's insert.
      let monthIndex = months.indexOf(month);
      if (monthIndex < 0) monthIndex = months.push(month) - 1;
      const kind = ((monthIndex * 2 + direction) * 16 + service) * 16 + zone;
      const bySubscriber = changes.get(kind) ?? new Map<number, Change>();
      if (bySubscriber.size === 0) changes.set(kind, bySubscriber);
      let change = bySubscriber.get(subscriberId);
      if (!change) {
        change = {
          month,
          subscriberId,
          direction,
          service,
          zone,
          rows: 0,
          durationS: 0,
          billedUnits: 0,
          packageS: 0,
          net: 0,
          gross: 0,
          lateRows: 0,
        };
        bySubscriber.set(subscriberId, change);
      }
      change.rows += sign;
      change.durationS += sign * amounts.durationS;
      change.billedUnits += sign * amounts.billedUnits;
      change.packageS += sign * amounts.packageS;
      change.net += sign * amounts.net;
      change.gross += sign * amounts.gross;
      change.lateRows += sign * late;
    },

    store(cache: WritableCache): void {
      const add = cache.statement(ADD);
      for (const bySubscriber of changes.values()) {
        for (const c of bySubscriber.values()) {
          add.run(
            c.month,
            c.subscriberId,
            c.direction,
            c.service,
            c.zone,
            c.rows,
            c.durationS,
            c.billedUnits,
            c.packageS,
            c.net,
            c.gross,
            c.lateRows,
          );
        }
      }
      for (const month of reduced) cache.statement(DROP_EMPTY).run(month);
      for (const month of months) cache.noteChange(month);
    },
  };
}
