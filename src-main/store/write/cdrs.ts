import type { WritableCache } from '../cache';
import { createMonthFinder } from '../month-finder';
import { createLeftOut } from '../numbers/left-out';
import { foldText } from '../search-text';
import { createHourChanges } from './cdr-hours';
import { type CdrAmounts, createSummaryChanges } from './cdr-months';
import { FIELDS, fields, type PackedCdrs } from './packed-cdrs';

const INSERT = `INSERT INTO cdrs (id, revision, subscriber_id, started_at, direction, service, zone, status, party,
  party_text, duration_s, billed_units, package_s, vat_rate, net, gross, recorded_at, late)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`;
const OLD = `SELECT revision, subscriber_id, started_at, direction, service, zone, duration_s, billed_units, package_s,
  net, gross, late, party FROM cdrs WHERE id = ?`;
const REMOVE = 'DELETE FROM cdrs WHERE id = ?';

type Stored = [
  revision: number,
  subscriberId: number,
  startedAt: number,
  direction: number,
  service: number,
  zone: number,
  durationS: number,
  billedUnits: number,
  packageS: number,
  net: number,
  gross: number,
  late: number,
  party: string,
];

/**
 * Stores records and keeps the monthly sums and the counts by hour equal to them. Call inside a transaction.
 *
 * A record that is already there is replaced when the given one has a newer revision; the same revision is a
 * repeated record and changes nothing. So any page may be stored any number of times, in any order.
 */
export function storeCdrs(cache: WritableCache, { count, numbers, parties }: PackedCdrs): void {
  const insert = cache.statement(INSERT);
  const old = cache.statement(OLD).raw();
  const remove = cache.statement(REMOVE);
  const monthAt = createMonthFinder();
  const summary = createSummaryChanges();
  const hours = createHourChanges();
  const leftOut = createLeftOut(cache);

  for (let index = 0; index < count; index++) {
    const first = index * FIELDS;
    const of = (field: number): number => numbers[first + field] as number;
    const id = of(fields.id);
    const revision = of(fields.revision);
    const subscriberId = of(fields.subscriberId);
    const startedAt = of(fields.startedAt);
    const direction = of(fields.direction);
    const service = of(fields.service);
    const zone = of(fields.zone);
    const late = of(fields.late);
    const recordedAt = of(fields.recordedAt);
    const party = parties[index] as string;
    const amounts: CdrAmounts = {
      durationS: of(fields.durationS),
      billedUnits: of(fields.billedUnits),
      packageS: of(fields.packageS),
      net: of(fields.net),
      gross: of(fields.gross),
    };
    const put = () =>
      insert.run(
        id,
        revision,
        subscriberId,
        startedAt,
        direction,
        service,
        zone,
        of(fields.status),
        party,
        isNumber(party) ? null : foldText(party),
        amounts.durationS,
        amounts.billedUnits,
        amounts.packageS,
        of(fields.vatRate),
        amounts.net,
        amounts.gross,
        Number.isNaN(recordedAt) ? null : recordedAt,
        late,
      ).changes === 1;
    if (put()) leftOut.note(id);
    else {
      const stored = old.get(id) as Stored;
      if (stored[0] >= revision) continue;
      summary.add(
        monthAt(stored[2]),
        stored[1],
        stored[3],
        stored[4],
        stored[5],
        {
          durationS: stored[6],
          billedUnits: stored[7],
          packageS: stored[8],
          net: stored[9],
          gross: stored[10],
        },
        stored[11],
        -1,
      );
      hours.add(stored[2], stored[3], -1);
      remove.run(id);
      put();
      if (stored[2] !== startedAt || stored[12] !== party) leftOut.note(id);
    }
    summary.add(monthAt(startedAt), subscriberId, direction, service, zone, amounts, late, 1);
    hours.add(startedAt, direction, 1);
  }
  summary.store(cache);
  hours.store(cache);
  leftOut.store();
}

const isNumber = (party: string): boolean => /^[\d*#+]+$/.test(party);
