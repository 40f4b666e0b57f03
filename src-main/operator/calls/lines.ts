import type { Bar } from './bars';
import type { DayNumber } from './days';
import { mixSeed } from './random';

/** A subscriber as the call generator sees it. The first line is «SIP-соединение». */
export type Line = {
  subscriberId: number;
  /** Share of the company's traffic, in any unit. */
  weight: number;
  from: DayNumber;
  /** First day without service; null while it serves. */
  until: DayNumber | null;
  /** Days out of service, both ends included; an open end is null. */
  suspensions: readonly { from: DayNumber; to: DayNumber | null }[];
  /** Whose rates apply from which day on (places in the list of plans), in order of days; never empty. */
  tariffs: readonly { from: DayNumber; tariff: number }[];
  /** What it does without. */
  bars: readonly Bar[];
};

const LINE_BITS = 16;
const PLACES = 1 << LINE_BITS;

/** Who takes part in a day's traffic. */
export type Roster = {
  /** Line indexes by place: sixteen random bits choose a line by its weight. */
  places: Uint16Array;
  /** Place of each line's plan in the list of plans. */
  tariffs: Uint8Array;
  /** False when «SIP-соединение» itself is out of service. */
  connectionServes: boolean;
  /** Nobody serves at all. */
  empty: boolean;
};

const tariffOn = (line: Line, day: DayNumber): number =>
  line.tariffs.findLast(({ from }) => from <= day)?.tariff ?? line.tariffs[0]?.tariff ?? 0;

function servesOn(line: Line, day: DayNumber): boolean {
  if (day < line.from || (line.until !== null && day >= line.until)) return false;
  return !line.suspensions.some(({ from, to }) => day >= from && (to === null || day <= to));
}

export type Rosters = {
  on(day: DayNumber): Roster;
  /** A line was changed: rosters are made anew. */
  renew(): void;
};

/** Rosters by day; they only change on the days when somebody comes or goes, so few are ever made. */
export function createRosters(lines: readonly Line[]): Rosters {
  let sorted = turnsOf(lines);
  const made = new Map<number, Roster>();
  const on = (day: DayNumber): Roster => {
    let period = 0;
    while (period < sorted.length && (sorted[period] as number) <= day) period++;
    let roster = made.get(period);
    if (!roster) {
      roster = makeRoster(lines, day);
      // Days come in order; a handful of neighbours is all that is asked for again.
      if (made.size > 8) made.clear();
      made.set(period, roster);
    }
    return roster;
  };
  return {
    on,
    renew: () => {
      sorted = turnsOf(lines);
      made.clear();
    },
  };
}

/** Days on which somebody comes, goes or changes the plan. */
function turnsOf(lines: readonly Line[]): DayNumber[] {
  const turns = new Set<DayNumber>();
  for (const line of lines) {
    turns.add(line.from);
    if (line.until !== null) turns.add(line.until);
    for (const { from, to } of line.suspensions) {
      turns.add(from);
      if (to !== null) turns.add(to + 1);
    }
    for (const { from } of line.tariffs) turns.add(from);
  }
  return [...turns].sort((a, b) => a - b);
}

function makeRoster(lines: readonly Line[], day: DayNumber): Roster {
  const places = new Uint16Array(PLACES);
  const serving = lines.map((line, index) => ({ index, line })).filter(({ line }) => servesOn(line, day));
  const sum = serving.reduce((total, { line }) => total + line.weight, 0);
  let place = 0;
  let reached = 0;
  for (const { index, line } of serving) {
    reached += line.weight;
    const end = Math.round((reached / sum) * PLACES);
    places.fill(index, place, end);
    place = end;
  }
  const first = lines[0];
  return {
    places,
    tariffs: Uint8Array.from(lines, (line) => tariffOn(line, day)),
    connectionServes: first !== undefined && servesOn(first, day),
    empty: serving.length === 0,
  };
}

/** Where in the pools of other parties a line's usual partners begin. */
export const favouritesOf = (seed: number, line: Line): number => mixSeed(seed, line.subscriberId, 0xfa7);
