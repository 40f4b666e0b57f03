import type { WritableCache } from '../cache';
import { createMonthFinder } from '../month-finder';
import { createLeftOut } from '../numbers/left-out';
import { foldText } from '../search-text';
import { createDayChanges } from './cdr-days';
import { createHourChanges } from './cdr-hours';
import { createSummaryChanges } from './cdr-months';
import { createNewCdrs } from './new-cdrs';
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
 * Stores records and keeps the monthly sums and the counts by hour and day equal to them. Call inside a transaction.
 * Pages given together touch a sum once, however many of them it is in.
 *
 * A record that is already there is replaced when the given one has a newer revision; the same revision is a
 * repeated record and changes nothing. So any page may be stored any number of times, in any order.
 */
export function storeCdrs(cache: WritableCache, pages: readonly PackedCdrs[]): void {
  const insert = cache.statement(INSERT);
  const old = cache.statement(OLD).raw();
  const remove = cache.statement(REMOVE);
  const monthAt = createMonthFinder();
  const newest = createNewCdrs(cache);
  const summary = createSummaryChanges();
  const hours = createHourChanges();
  const days = createDayChanges();
  const leftOut = createLeftOut(cache);

  function putAny(numbers: PackedCdrs['numbers'], at: number, party: string): boolean {
    const { changes } = insert.run(
      numbers[at + fields.id],
      numbers[at + fields.revision],
      numbers[at + fields.subscriberId],
      numbers[at + fields.startedAt],
      numbers[at + fields.direction],
      numbers[at + fields.service],
      numbers[at + fields.zone],
      numbers[at + fields.status],
      party,
      isNumber(party) ? null : foldText(party),
      numbers[at + fields.durationS],
      numbers[at + fields.billedUnits],
      numbers[at + fields.packageS],
      numbers[at + fields.vatRate],
      numbers[at + fields.net],
      numbers[at + fields.gross],
      // What is no number is stored as NULL.
      numbers[at + fields.recordedAt],
      numbers[at + fields.late],
    );
    return changes === 1;
  }

  /** @returns false: the record is there already, in this revision or a later one */
  function put(numbers: PackedCdrs['numbers'], at: number, party: string): boolean {
    const id = numbers[at + fields.id] as number;
    if (newest.isNext(id)) {
      if (isNumber(party) && Number.isNaN(numbers[at + fields.recordedAt])) newest.put(numbers, at, party);
      else putAny(numbers, at, party);
      leftOut.note(id);
      return true;
    }
    newest.flush();
    if (putAny(numbers, at, party)) {
      leftOut.note(id);
      return true;
    }
    const stored = old.get(id) as Stored;
    if (stored[0] >= (numbers[at + fields.revision] as number)) return false;
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
    days.add(stored[2], stored[1], stored[3], -1);
    remove.run(id);
    putAny(numbers, at, party);
    if (stored[2] !== numbers[at + fields.startedAt] || stored[12] !== party) leftOut.note(id);
    return true;
  }

  for (const { count, numbers, parties, partyLengths } of pages) {
    const numberAt = (at: number): number => numbers[at] as number;
    let partyEnd = 0;
    for (let index = 0; index < count; index++) {
      const at = index * FIELDS;
      const partyAt = partyEnd;
      partyEnd += partyLengths[index] as number;
      if (!put(numbers, at, parties.slice(partyAt, partyEnd))) continue;
      const subscriberId = numberAt(at + fields.subscriberId);
      const startedAt = numberAt(at + fields.startedAt);
      const direction = numberAt(at + fields.direction);
      summary.add(
        monthAt(startedAt),
        subscriberId,
        direction,
        numberAt(at + fields.service),
        numberAt(at + fields.zone),
        {
          durationS: numberAt(at + fields.durationS),
          billedUnits: numberAt(at + fields.billedUnits),
          packageS: numberAt(at + fields.packageS),
          net: numberAt(at + fields.net),
          gross: numberAt(at + fields.gross),
        },
        numberAt(at + fields.late),
        1,
      );
      hours.add(startedAt, direction, 1);
      days.add(startedAt, subscriberId, direction, 1);
    }
  }
  newest.flush();
  summary.store(cache);
  hours.store(cache);
  days.store(cache);
  leftOut.store();
}

const isNumber = (party: string): boolean => /^[\d*#+]+$/.test(party);
