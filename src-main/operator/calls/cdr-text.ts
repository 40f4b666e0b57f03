import { type Cdr, cdrSchema } from '../../../src-shared/domain/cdr';
import { VAT_RATE } from '../config';
import { CODE_COUNT, traitsOf } from './codes';
import type { CallModel, DayCalls } from './day-calls';
import { type DayNumber, startOfDayNumber } from './days';
import { netOf } from './rating';

/**
 * Record ids: the day of recording, then a number within the day. Records that are recorded late
 * take numbers above those of the day's own calls.
 */
const IDS_PER_DAY = 10_000_000;
const LATE_NUMBERS_FROM = 9_000_000;

export const cdrIdOf = (day: DayNumber, index: number): number => day * IDS_PER_DAY + index + 1;
export const lateCdrId = (recordedOn: DayNumber, number: number): number =>
  recordedOn * IDS_PER_DAY + LATE_NUMBERS_FROM + number;

/** The middle of a record's JSON by code: everything between its start and the other party. */
const MIDDLES: readonly string[] = Array.from({ length: CODE_COUNT }, (_, code) => {
  const { direction, service, zone, status } = traitsOf(code);
  return `,"direction":"${direction}","service":"${service}","zone":"${zone}","status":"${status}","party":"`;
});

/** JSON of the records first … end−1 of a day, separated by commas. Written by hand: it is the hottest loop. */
export function cdrTexts(model: CallModel, calls: DayCalls, first: number, end: number): string {
  const midnight = startOfDayNumber(calls.day);
  const idBase = cdrIdOf(calls.day, 0);
  const { texts } = model.parties;
  let text = '';
  for (let index = first; index < end; index++) {
    const gross = calls.gross[index] as number;
    const subscriberId = model.lines[calls.line[index] as number]?.subscriberId;
    text +=
      (index === first ? '{"id":' : ',{"id":') +
      (idBase + index) +
      ',"revision":1,"subscriberId":' +
      subscriberId +
      ',"startedAt":' +
      (midnight + (calls.second[index] as number) * 1000) +
      MIDDLES[calls.code[index] as number] +
      texts[calls.party[index] as number] +
      '","durationS":' +
      calls.durationS[index] +
      ',"billedUnits":' +
      calls.billed[index] +
      ',"packageS":' +
      calls.packageS[index] +
      ',"vatRate":' +
      VAT_RATE +
      ',"net":' +
      netOf(gross) +
      ',"gross":' +
      gross +
      '}';
  }
  return text;
}

/** One record of a day as an object. */
export function cdrAt(model: CallModel, calls: DayCalls, index: number): Cdr {
  return cdrSchema.parse(JSON.parse(cdrTexts(model, calls, index, index + 1)));
}
