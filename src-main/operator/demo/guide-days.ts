import { type DayNumber, dayNumberOf } from '../calls/days';
import { PAUSE_BY_CLIENT } from '../config';

/**
 * The guide's page «Начисления за май 2021» (§3.5) as facts of the demo company: «SIP-соединение» was out of
 * service on the first four days (27 days are charged), and by the 9th its outgoing calls were seven minutes
 * inside the network.
 */
export const GUIDE_SUSPENSION = { from: '2021-05-01', to: '2021-05-04', reason: PAUSE_BY_CLIENT };

/** Durations of outgoing calls of «SIP-соединение» on these days, all inside the network; together 420 s. */
const GUIDE_CALLS: readonly (readonly [day: string, durations: readonly number[]])[] = [
  ['2021-05-05', [95, 41]],
  ['2021-05-06', [118]],
  ['2021-05-07', [73, 93]],
  ['2021-05-08', []],
  ['2021-05-09', []],
];

const byDay = new Map(GUIDE_CALLS.map(([day, durations]) => [dayNumberOf(day), durations]));

/** What «SIP-соединение» called on a day of the guide's page; undefined for every other day. */
export const guideCalls = (day: DayNumber): readonly number[] | undefined => byDay.get(day);
