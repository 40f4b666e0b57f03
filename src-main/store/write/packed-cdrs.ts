import { type Cdr, isLateCdr } from '../../../src-shared/domain/cdr';
import type { Instant } from '../../../src-shared/domain/period';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';

/**
 * Records as they are stored: numbers side by side, words as their codes. Their memory is shared, so that threads hand
 * a page on without a copy of it.
 */
export type PackedCdrs = {
  readonly count: number;
  /** `FIELDS` numbers a record, in the order of `fields`. */
  readonly numbers: Float64Array<SharedArrayBuffer>;
  /** The other parties one after another, and how long each is. */
  readonly parties: string;
  readonly partyLengths: Uint8Array<SharedArrayBuffer>;
};

/** Where in a record's numbers a field is. `recordedAt` is NaN, which SQLite takes for NULL, where the record has none. */
export const fields = {
  id: 0,
  revision: 1,
  subscriberId: 2,
  startedAt: 3,
  direction: 4,
  service: 5,
  zone: 6,
  status: 7,
  durationS: 8,
  billedUnits: 9,
  packageS: 10,
  vatRate: 11,
  net: 12,
  gross: 13,
  recordedAt: 14,
  late: 15,
} as const;
export const FIELDS = Object.keys(fields).length;

/** When the last of them began; null: there are none. */
export const lastStartedAt = ({ count, numbers }: PackedCdrs): Instant | null =>
  numbers[(count - 1) * FIELDS + fields.startedAt] ?? null;

export function packCdrs(items: readonly Cdr[]): PackedCdrs {
  const numbers = new Float64Array(
    new SharedArrayBuffer(items.length * FIELDS * Float64Array.BYTES_PER_ELEMENT),
  );
  const partyLengths = new Uint8Array(new SharedArrayBuffer(items.length));
  let parties = '';
  for (const [index, cdr] of items.entries()) {
    const at = index * FIELDS;
    numbers[at + fields.id] = cdr.id;
    numbers[at + fields.revision] = cdr.revision;
    numbers[at + fields.subscriberId] = cdr.subscriberId;
    numbers[at + fields.startedAt] = cdr.startedAt;
    numbers[at + fields.direction] = directionCodes.code(cdr.direction);
    numbers[at + fields.service] = serviceCodes.code(cdr.service);
    numbers[at + fields.zone] = zoneCodes.code(cdr.zone);
    numbers[at + fields.status] = statusCodes.code(cdr.status);
    numbers[at + fields.durationS] = cdr.durationS;
    numbers[at + fields.billedUnits] = cdr.billedUnits;
    numbers[at + fields.packageS] = cdr.packageS;
    numbers[at + fields.vatRate] = cdr.vatRate;
    numbers[at + fields.net] = cdr.net;
    numbers[at + fields.gross] = cdr.gross;
    numbers[at + fields.recordedAt] = cdr.recordedAt ?? Number.NaN;
    numbers[at + fields.late] = isLateCdr(cdr) ? 1 : 0;
    // At most 80: forty characters, some of which may be pairs.
    partyLengths[index] = cdr.party.length;
    parties += cdr.party;
  }
  return { count: items.length, numbers, parties, partyLengths };
}
