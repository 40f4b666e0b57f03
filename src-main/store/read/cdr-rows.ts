import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';

/** Columns of a row on the screen, over `c` (cdrs) and `s` (subscribers); read by `toCdrRow`. */
export const CDR_ROW_COLUMNS = `c.id, c.revision, c.subscriber_id, c.started_at, c.direction, c.service, c.zone,
  c.status, c.party, c.duration_s, c.billed_units, c.package_s, c.vat_rate, c.net, c.gross, c.recorded_at, c.late,
  coalesce(s.number, ''), coalesce(s.name, '')`;

export type RawCdrRow = [
  id: number,
  revision: number,
  subscriberId: number,
  startedAt: number,
  direction: number,
  service: number,
  zone: number,
  status: number,
  party: string,
  durationS: number,
  billedUnits: number,
  packageS: number,
  vatRate: number,
  net: number,
  gross: number,
  recordedAt: number | null,
  late: number,
  subscriberNumber: string,
  subscriberName: string,
];

export function toCdrRow(raw: RawCdrRow): CdrRow {
  const row: CdrRow = {
    id: raw[0],
    revision: raw[1],
    subscriberId: raw[2],
    startedAt: raw[3],
    direction: directionCodes.word(raw[4]),
    service: serviceCodes.word(raw[5]),
    zone: zoneCodes.word(raw[6]),
    status: statusCodes.word(raw[7]),
    party: raw[8],
    durationS: raw[9],
    billedUnits: raw[10],
    packageS: raw[11],
    vatRate: raw[12],
    net: raw[13],
    vat: raw[14] - raw[13],
    gross: raw[14],
    late: raw[16] === 1,
    subscriberNumber: raw[17],
    subscriberName: raw[18],
  };
  if (raw[15] !== null) row.recordedAt = raw[15];
  return row;
}
