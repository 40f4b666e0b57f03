import { cdrZones } from '../../../src-shared/domain/cdr';
import type { Pace } from '../slices';
import { codeWithout } from './bars';
import { type CallCode, CHARGED, CODE_COUNT, codeOf, traitsOf, usageKeyOfCode } from './codes';
import { type DayNumber, startOfDayNumber } from './days';
import { createRosters, favouritesOf, type Line, type Roster } from './lines';
import { DURATIONS, MIX, MIX_BITS } from './mix';
import { createPartyBook, type PartyBook, type Pool } from './parties';
import { mixSeed, Random } from './random';
import { billedUnits, PACKAGE_KEYS, priceTable } from './rating';
import { createTrafficProfile, type TrafficProfile } from './traffic-profile';

/** All records of a day in columns, ascending in time. */
export type DayCalls = {
  day: DayNumber;
  count: number;
  /** Second of the Minsk day. */
  second: Int32Array;
  /** Index of the line. */
  line: Uint16Array;
  code: Uint8Array;
  /** Index in the party book. */
  party: Int32Array;
  durationS: Int32Array;
  billed: Int32Array;
  packageS: Int32Array;
  gross: Int32Array;
  /** Seconds that a minute package may pay for, whether or not it had any left. */
  packageEligibleS: number;
};

/** What the generator needs to know of the company. */
export type CallModel = {
  seed: number;
  lines: readonly Line[];
  parties: PartyBook;
  /** Where each line's usual partners begin in the pools. */
  favourites: Uint32Array;
  profile: TrafficProfile;
  roster(day: DayNumber): Roster;
  /** Gives a line new facts. Days that have passed must come out the same with them. */
  replaceLine(index: number, line: Line): void;
  /** Outgoing calls of «SIP-соединение» on days that are told, not made up: their durations, inside the network. */
  told(day: DayNumber): readonly number[] | undefined;
};

export function createCallModel(options: {
  seed: number;
  lines: readonly Line[];
  perWorkday: number;
  firstDay: DayNumber;
  told(day: DayNumber): readonly number[] | undefined;
}): CallModel {
  const { seed, perWorkday, firstDay, told } = options;
  const lines = [...options.lines];
  const rosters = createRosters(lines);
  return {
    seed,
    lines,
    told,
    parties: createPartyBook(seed, perWorkday),
    favourites: Uint32Array.from(lines, (line) => favouritesOf(seed, line)),
    profile: createTrafficProfile(seed, perWorkday, firstDay),
    roster: rosters.on,
    replaceLine: (index, line) => {
      lines[index] = line;
      rosters.renew();
    },
  };
}

const MIX_MASK = (1 << MIX_BITS) - 1;
const traits = Array.from({ length: CODE_COUNT }, (_, code) => traitsOf(code));
const ZONE_OF = Uint8Array.from(traits, ({ zone }) => cdrZones.indexOf(zone));
const ANSWERED = Uint8Array.from(traits, ({ status }) => (status === 'answered' ? 1 : 0));
const INCOMING = Uint8Array.from(traits, ({ direction }) => (direction === 'in' ? 1 : 0));
const SMS = Uint8Array.from(traits, ({ service }) => (service === 'sms' ? 1 : 0));
const CONFERENCE = Uint8Array.from(traits, ({ service }) => (service === 'conference' ? 1 : 0));
/** The same call, but the line was engaged. */
const ENGAGED = Uint8Array.from(traits, (call) => codeOf({ ...call, status: 'busy' }));
const FAILED = Uint8Array.from(traits, (call) => codeOf({ ...call, status: 'failed' }));
/** The same partner calling in instead. */
const TURNED = Uint8Array.from(traits, ({ zone }) =>
  codeOf({
    direction: 'in',
    service: 'voice',
    status: 'answered',
    zone: zone === 'special' ? 'mobile' : zone,
  }),
);
const TOLD = codeOf({ direction: 'out', service: 'voice', zone: 'onnet', status: 'answered' });

const CHECK_EVERY = 512;
const DAY_S = 86_400;

/**
 * Makes the records of a day from the seed. The same model, day and package balance give the same records.
 * @param packageLeftS seconds that the minute package still has when the day begins.
 */
export async function makeDayCalls(
  model: CallModel,
  day: DayNumber,
  packageLeftS: number,
  pace: Pace,
): Promise<DayCalls> {
  const count = model.profile.count(day);
  const calls = emptyDay(day, count);
  if (count === 0) return calls;
  const random = new Random(mixSeed(model.seed, day, 0xca11));
  fillSeconds(calls.second, model.profile.hours(day), random);
  const maker = new RecordMaker(model, calls, random, packageLeftS);
  for (let index = 0; index < count; index += CHECK_EVERY) {
    maker.make(index, Math.min(count, index + CHECK_EVERY));
    if (pace.due()) await pace.rest();
  }
  return calls;
}

function emptyDay(day: DayNumber, count: number): DayCalls {
  return {
    day,
    count,
    second: new Int32Array(count),
    line: new Uint16Array(count),
    code: new Uint8Array(count),
    party: new Int32Array(count),
    durationS: new Int32Array(count),
    billed: new Int32Array(count),
    packageS: new Int32Array(count),
    gross: new Int32Array(count),
    packageEligibleS: 0,
  };
}

/** Seconds of the day in order: a count per second of each hour, read out again. */
function fillSeconds(second: Int32Array, hours: Uint16Array, random: Random): void {
  const perSecond = new Uint16Array(3600);
  let index = 0;
  for (let hour = 0; hour < 24; hour++) {
    const records = hours[hour] as number;
    perSecond.fill(0);
    for (let made = 0; made < records; made++) {
      const at = random.next() % 3600;
      perSecond[at] = (perSecond[at] as number) + 1;
    }
    for (let at = 0; at < 3600; at++) {
      for (let left = perSecond[at] as number; left > 0; left--) second[index++] = hour * 3600 + at;
    }
  }
}

class RecordMaker {
  private readonly roster: Roster;
  private readonly busyUntil: Int32Array;
  private readonly told: readonly number[] | undefined;
  private toldSoFar = 0;
  private readonly model: CallModel;
  private readonly calls: DayCalls;
  private readonly random: Random;
  private packageLeftS: number;
  /** What lines do without on this day, in seconds of it; most lines do without nothing. */
  private readonly bars: ReadonlyMap<number, readonly DayBar[]>;

  constructor(model: CallModel, calls: DayCalls, random: Random, packageLeftS: number) {
    this.model = model;
    this.calls = calls;
    this.random = random;
    this.packageLeftS = packageLeftS;
    this.roster = model.roster(calls.day);
    this.busyUntil = new Int32Array(model.lines.length);
    this.told = model.told(calls.day);
    this.bars = barsOn(model.lines, calls.day);
  }

  make(from: number, to: number): void {
    const { calls, random, roster, busyUntil } = this;
    for (let index = from; index < to; index++) {
      const kindBits = random.next();
      const lineBits = random.next();
      let code = MIX[kindBits & MIX_MASK] as number;
      let line = roster.places[lineBits >>> 16] as number;
      let durationS = SMS[code] === 1 ? 0 : (DURATIONS[(kindBits >>> MIX_BITS) & MIX_MASK] as number);
      const start = calls.second[index] as number;
      if (roster.empty) code = FAILED[code] as number;
      code = this.allowed(code, line, start);

      // A SIP-номер holds one conversation at a time; «SIP-соединение» takes as many as it has channels.
      if (line !== 0 && durationS > 0 && ANSWERED[code] === 1) {
        if (start >= (busyUntil[line] as number)) busyUntil[line] = start + durationS;
        else if (INCOMING[code] === 1) code = ENGAGED[code] as number;
        else if (roster.connectionServes) {
          line = 0;
          code = this.allowed(code, line, start);
        } else code = FAILED[code] as number;
      }
      if (line === 0 && this.told && INCOMING[code] === 0) {
        const duration = this.told[this.toldSoFar++];
        code = duration === undefined ? (TURNED[code] as number) : TOLD;
        if (duration !== undefined) durationS = duration;
        else if (durationS === 0) durationS = DURATIONS[kindBits >>> 20] as number;
      }
      if (ANSWERED[code] === 0) durationS = 0;

      calls.line[index] = line;
      calls.code[index] = code;
      calls.durationS[index] = durationS;
      calls.party[index] = this.party(code, line, lineBits & 0xffff);
      this.rate(index, code, line, durationS, lineBits);
    }
  }

  /** The code of the record that comes about with the services that the line has at that second. */
  private allowed(code: CallCode, line: number, second: number): CallCode {
    const bars = this.bars.size === 0 ? undefined : this.bars.get(line);
    if (bars === undefined) return code;
    let result = code;
    for (const { from, until, service } of bars) {
      if (second >= from && second < until) result = codeWithout(service, result);
    }
    return result;
  }

  private rate(index: number, code: number, line: number, durationS: number, bits: number): void {
    const { calls } = this;
    const tariff = this.roster.tariffs[line] as number;
    const usageKey = usageKeyOfCode(code);
    if (SMS[code] === 1) {
      const parts = (bits & 15) === 0 ? 3 : (bits & 3) === 0 ? 2 : 1;
      calls.billed[index] = ANSWERED[code] === 1 ? parts : 0;
      if (CHARGED[code] === 1) calls.gross[index] = priceTable(tariff, usageKey)?.price(parts) ?? 0;
      return;
    }
    if (CHARGED[code] === 0) {
      calls.billed[index] = durationS;
      return;
    }
    const table = priceTable(tariff, usageKey);
    if (!table) return;
    const billed = billedUnits(table.rate, durationS);
    calls.billed[index] = billed;
    let covered = 0;
    if (line === 0 && PACKAGE_KEYS[usageKey] === 1) {
      calls.packageEligibleS += billed;
      covered = Math.min(billed, this.packageLeftS);
      this.packageLeftS -= covered;
      calls.packageS[index] = covered;
    }
    calls.gross[index] = table.price(billed - covered);
  }

  /** Half of the calls are with the line's own circle, most others with the company's best known partners. */
  private party(code: number, line: number, bits: number): number {
    const { parties } = this.model;
    if (CONFERENCE[code] === 1) return parties.conference;
    const zone = ZONE_OF[code] as number;
    const pick = this.random.next();
    if (INCOMING[code] === 1) {
      if (SMS[code] === 1 && zone === SPECIAL_ZONE)
        return parties.senders.start + (pick % parties.senders.size);
      if (SMS[code] === 0 && (bits & 127) === 0) return parties.hidden;
    }
    const pool = parties.zones[zone] as Pool;
    const share = pick / 2 ** 32;
    if ((bits & 7) === 1) return pool.start + Math.floor(share * pool.size);
    const near = Math.floor(share * share * pool.size);
    if ((bits & 1) === 0) return pool.start + near;
    return pool.start + ((near + (this.model.favourites[line] as number)) % pool.size);
  }
}

const SPECIAL_ZONE = cdrZones.indexOf('special');

type DayBar = { from: number; until: number; service: string };

function barsOn(lines: readonly Line[], day: DayNumber): Map<number, DayBar[]> {
  const result = new Map<number, DayBar[]>();
  const second = (at: number) => Math.ceil((at - startOfDayNumber(day)) / 1000);
  for (const [index, { bars }] of lines.entries()) {
    if (bars.length === 0) continue;
    const today = bars
      .map(({ from, until, service }) => ({
        from: second(from),
        until: until === null ? Number.POSITIVE_INFINITY : second(until),
        service,
      }))
      .filter(({ from, until }) => from < DAY_S && until > 0);
    if (today.length > 0) result.set(index, today);
  }
  return result;
}
