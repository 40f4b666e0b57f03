import { row, type WritableCache } from '../cache';
import { fields, type PackedCdrs } from './packed-cdrs';

/**
 * New records that one statement stores. A statement looks for its place in the table and in both indexes anew, and
 * every value costs a call into the native module: what nearly every new record has alike is in the statement itself.
 */
const TOGETHER = 20;
const VALUES = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`;
const INSERT = `INSERT INTO cdrs (id, revision, subscriber_id, started_at, direction, service, zone, status, duration_s,
  billed_units, package_s, vat_rate, net, gross, party, late) VALUES `;
const HIGHEST = 'SELECT max(id) AS id FROM cdrs';

/** The fields that are stored, in the order of the statement; the party follows them. */
const STORED = [
  fields.id,
  fields.revision,
  fields.subscriberId,
  fields.startedAt,
  fields.direction,
  fields.service,
  fields.zone,
  fields.status,
  fields.durationS,
  fields.billedUnits,
  fields.packageS,
  fields.vatRate,
  fields.net,
  fields.gross,
] as const;

/**
 * Stores records whose ids are above all others, many by one statement. Call inside a transaction. What was put may
 * still be missing from the table until `flush`.
 */
export function createNewCdrs(cache: WritableCache) {
  let highest = row<{ id: number | null }>(cache, HIGHEST)?.id ?? 0;
  const many = cache.statement(INSERT + Array.from({ length: TOGETHER }, () => VALUES).join());
  const one = cache.statement(INSERT + VALUES);
  let values: unknown[] = [];

  return {
    /** Whether no record has this id or one above it; from now on one has. */
    isNext(id: number): boolean {
      if (id <= highest) return false;
      highest = id;
      return true;
    },

    /** @param party a number, of a record that was recorded in time */
    put(numbers: PackedCdrs['numbers'], at: number, party: string): void {
      for (const field of STORED) values.push(numbers[at + field]);
      values.push(party);
      if (values.length < TOGETHER * (STORED.length + 1)) return;
      many.run(...values);
      values = [];
    },

    flush(): void {
      for (let at = 0; at < values.length; at += STORED.length + 1) {
        one.run(...values.slice(at, at + STORED.length + 1));
      }
      values = [];
    },
  };
}
