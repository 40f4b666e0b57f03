import { type Cdr, isLateCdr } from '../../../src-shared/domain/cdr';
import type { WritableCache } from '../cache';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';
import { createMonthFinder } from '../month-finder';
import { createLeftOut } from '../numbers/left-out';
import { foldText } from '../search-text';
import { createHourChanges } from './cdr-hours';
import { type CdrAmounts, createSummaryChanges } from './cdr-months';

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
export function storeCdrs(cache: WritableCache, items: readonly Cdr[]): void {
  const insert = cache.statement(INSERT);
  const old = cache.statement(OLD).raw();
  const remove = cache.statement(REMOVE);
  const monthAt = createMonthFinder();
  const summary = createSummaryChanges();
  const hours = createHourChanges();
  const leftOut = createLeftOut(cache);

  for (const cdr of items) {
    const direction = directionCodes.code(cdr.direction);
    const service = serviceCodes.code(cdr.service);
    const zone = zoneCodes.code(cdr.zone);
    const late = isLateCdr(cdr) ? 1 : 0;
    const put = () =>
      insert.run(
        cdr.id,
        cdr.revision,
        cdr.subscriberId,
        cdr.startedAt,
        direction,
        service,
        zone,
        statusCodes.code(cdr.status),
        cdr.party,
        isNumber(cdr.party) ? null : foldText(cdr.party),
        cdr.durationS,
        cdr.billedUnits,
        cdr.packageS,
        cdr.vatRate,
        cdr.net,
        cdr.gross,
        cdr.recordedAt ?? null,
        late,
      ).changes === 1;
    if (put()) leftOut.note(cdr.id);
    else {
      const stored = old.get(cdr.id) as Stored;
      if (stored[0] >= cdr.revision) continue;
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
      remove.run(cdr.id);
      put();
      if (stored[2] !== cdr.startedAt || stored[12] !== cdr.party) leftOut.note(cdr.id);
    }
    const amounts: CdrAmounts = cdr;
    summary.add(monthAt(cdr.startedAt), cdr.subscriberId, direction, service, zone, amounts, late, 1);
    hours.add(cdr.startedAt, direction, 1);
  }
  summary.store(cache);
  hours.store(cache);
  leftOut.store();
}

const isNumber = (party: string): boolean => /^[\d*#+]+$/.test(party);
