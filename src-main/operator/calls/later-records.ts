import { type Cdr, cdrSchema } from '../../../src-shared/domain/cdr';
import { splitVat } from '../../../src-shared/domain/money';
import { endOfMonth, type Instant, monthOf, type YearMonth } from '../../../src-shared/domain/period';
import { formingInstant, lateFrom } from '../billing/terms';
import { VAT_RATE } from '../config';
import type { Ledger } from '../ledger/ledger';
import { isBarred } from './bars';
import { cdrAt, lateCdrId } from './cdr-text';
import { codeOf, usageKeyOf } from './codes';
import type { DayBook } from './day-book';
import { dayNumberAt, firstDayOfMonth, startOfDayNumber } from './days';
import { DURATIONS } from './mix';
import { partyName } from './parties';
import { mixSeed, Random } from './random';
import { billedUnits, priceOf, rateOf } from './rating';

/**
 * Records that do not come from the stream of finished days: calls recorded late and records rated anew.
 * What came after the forming of the month's invoice is charged in the month that is open.
 */
export type LaterRecords = {
  /** Adds calls of the month that nobody had recorded. @returns months whose charges change. */
  add(count: number, month: YearMonth, now: Instant): Promise<YearMonth[]>;
  /** Rates charged records of the month anew. @returns months whose charges change. */
  correct(count: number, month: YearMonth, now: Instant): Promise<YearMonth[]>;
};

/** A dearer rate may have been applied by mistake: this share of it is what was right. */
const CORRECTED_SHARE = 80;
const TRIES_PER_RECORD = 200;

export function createLaterRecords(options: {
  ledger: Ledger;
  dayBook: DayBook;
  seed: number;
}): LaterRecords {
  const { ledger, dayBook, seed } = options;
  const { db } = ledger;
  const { model } = dayBook;
  const add = db.prepare('insert into cdr_change values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const countAll = db.prepare<[], number>('select count(*) from cdr_change').pluck();
  const latest = db
    .prepare<[number], string>('select body from cdr_change where cdr_id = ? order by revision desc limit 1')
    .pluck();

  /** When the operator says it recorded this, and the month that is charged for it. */
  const booking = (month: YearMonth, now: Instant) => {
    const formed = now >= formingInstant(seed, month);
    if (!formed) return { recordedAt: now, chargeMonth: month };
    const recordedAt = Math.max(now, lateFrom(month));
    return { recordedAt, chargeMonth: monthOf(recordedAt) };
  };

  const write = (cdr: Cdr, before: Cdr | null, chargeMonth: YearMonth, recordedAt: Instant) => {
    add.run(
      ledger.nextChange(),
      cdr.id,
      cdr.revision,
      monthOf(cdr.startedAt),
      chargeMonth,
      cdr.subscriberId,
      usageKeyOf(cdr.service, cdr.zone),
      cdr.gross - (before?.gross ?? 0),
      cdr.durationS - (before?.durationS ?? 0),
      before ? 0 : 1,
      recordedAt,
      JSON.stringify(cdrSchema.parse(cdr)),
    );
  };

  /** A finished day of the month. */
  const pickDay = (random: Random, month: YearMonth, now: Instant): number | null => {
    const first = firstDayOfMonth(month);
    const days = Math.min(dayNumberAt(now), dayNumberAt(endOfMonth(month))) - first;
    return days <= 0 ? null : first + random.below(days);
  };

  const makeLate = (
    random: Random,
    id: number,
    month: YearMonth,
    now: Instant,
    recordedAt: Instant,
  ): Cdr | null => {
    const day = pickDay(random, month, now);
    if (day === null) return null;
    const roster = model.roster(day);
    const place = roster.places[random.next() >>> 16] as number;
    const line = model.lines[place];
    if (!line || roster.empty || model.told(day)) return null;
    const zone = random.below(3) === 0 ? 'cis' : 'mobile';
    const startedAt = startOfDayNumber(day) + (8 * 3600 + random.below(10 * 3600)) * 1000;
    const code = codeOf({ direction: 'out', service: 'voice', zone, status: 'answered' });
    if (isBarred(line.bars, code, startedAt)) return null;
    const durationS = DURATIONS[random.below(DURATIONS.length)] as number;
    const rate = rateOf(roster.tariffs[place] as number, 'voice', zone);
    const units = billedUnits(rate, durationS);
    const pool = model.parties.zones[zone === 'cis' ? 3 : 1];
    return {
      id,
      revision: 1,
      subscriberId: line.subscriberId,
      startedAt,
      direction: 'out',
      service: 'voice',
      zone,
      status: 'answered',
      party: partyName(model.parties, (pool?.start ?? 0) + random.below(pool?.size ?? 1)),
      durationS,
      billedUnits: units,
      packageS: 0,
      vatRate: VAT_RATE,
      ...netAndGross(priceOf(rate, units)),
      recordedAt,
    };
  };

  /** A charged record as the operator last told it. */
  const pickCharged = async (random: Random, month: YearMonth, now: Instant): Promise<Cdr | null> => {
    const day = pickDay(random, month, now);
    if (day === null) return null;
    const calls = await dayBook.day(day);
    if (calls.count === 0) return null;
    const index = random.below(calls.count);
    if ((calls.gross[index] as number) < 100) return null;
    const made = cdrAt(model, calls, index);
    const told = latest.get(made.id);
    return told === undefined ? made : cdrSchema.parse(JSON.parse(told));
  };

  return {
    add: async (count, month, now) => {
      const { recordedAt, chargeMonth } = booking(month, now);
      const before = countAll.get() ?? 0;
      const random = new Random(mixSeed(seed, before, 0x1a7e));
      db.transaction(() => {
        let made = 0;
        for (let tries = 0; made < count && tries < count * TRIES_PER_RECORD; tries++) {
          const cdr = makeLate(random, lateCdrId(dayNumberAt(now), before + made), month, now, recordedAt);
          if (!cdr) continue;
          write(cdr, null, chargeMonth, recordedAt);
          made++;
        }
      })();
      return [chargeMonth];
    },
    correct: async (count, month, now) => {
      const { recordedAt, chargeMonth } = booking(month, now);
      const random = new Random(mixSeed(seed, countAll.get() ?? 0, 0xc0de));
      let made = 0;
      for (let tries = 0; made < count && tries < count * TRIES_PER_RECORD; tries++) {
        const before = await pickCharged(random, month, now);
        if (!before) continue;
        const gross = Math.floor((before.gross * CORRECTED_SHARE) / 100);
        const cdr = { ...before, revision: before.revision + 1, ...netAndGross(gross), recordedAt };
        db.transaction(() => write(cdr, before, chargeMonth, recordedAt))();
        made++;
      }
      return [chargeMonth];
    },
  };
}

function netAndGross(gross: number): { net: number; gross: number } {
  return { net: splitVat(gross, VAT_RATE).net, gross };
}
