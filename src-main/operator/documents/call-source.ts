import { type Cdr, cdrSchema } from '../../../src-shared/domain/cdr';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { isWorkingDay, type WorkClass, workClassOf } from '../../../src-shared/domain/work-calendar';
import { cdrIdOf, cdrTexts } from '../calls/cdr-text';
import { CHARGED, traitsOf, usageKeyOf, usageKeyOfCode } from '../calls/codes';
import type { DayBook } from '../calls/day-book';
import {
  calendarDayOf,
  type DayNumber,
  dayNumberAt,
  monthOfDayNumber,
  startOfDayNumber,
} from '../calls/days';
import type { Ledger } from '../ledger/ledger';
import type { Pace } from '../slices';
import type { Piece, Usage } from './model';

/** Which calls a document is about. */
export type CallChoice = {
  from: DayNumber;
  /** First day after them. */
  until: DayNumber;
  direction: 'out' | 'in' | 'both';
  /** Null: of everyone. */
  subscriberIds: ReadonlySet<number> | null;
  /** Answered outgoing ones only: what is charged. */
  chargedOnly: boolean;
  /** Records as they were known: everything recorded by an instant, or what a month's invoice charges. */
  known: { by: Instant } | { chargedIn: YearMonth };
};

export type SplitSums = { subscriberId: number; usageKey: number } & Record<WorkClass, Usage>;

/** The operator's records for its documents: made from the seed, with what was recorded or re-rated later. */
export type CallSource = {
  /** True when more calls are chosen than a limit allows. */
  exceeds(choice: CallChoice, limit: number): Promise<boolean>;
  pieces(choice: CallChoice): AsyncIterable<Piece>;
  /** Sums by subscriber, usage and working time. */
  split(choice: CallChoice): Promise<SplitSums[]>;
};

const CHECK_EVERY = 2_048;
const ROWS_PER_PIECE = 400;

export function createCallSource(options: { ledger: Ledger; dayBook: DayBook; pace: Pace }): CallSource {
  const { dayBook, pace } = options;
  const { model } = dayBook;
  const readKnown = options.ledger.db
    .prepare<[string, string, number], string>(
      'select body from cdr_change where month >= ? and month <= ? and recorded_at <= ? order by seq',
    )
    .pluck();
  const readCharged = options.ledger.db
    .prepare<[string, string], string>(
      'select body from cdr_change where month = ? and charge_month = ? order by seq',
    )
    .pluck();

  /** The last word about every record that was recorded or re-rated later, by its id. */
  const laterRecords = ({ from, until, known }: CallChoice): Map<number, Cdr> => {
    const bodies =
      'by' in known
        ? readKnown.all(monthOfDayNumber(from), monthOfDayNumber(until - 1), known.by)
        : readCharged.all(known.chargedIn, known.chargedIn);
    return new Map(
      bodies.map((body) => {
        const cdr = cdrSchema.parse(JSON.parse(body));
        return [cdr.id, cdr];
      }),
    );
  };

  /** Says of every code whether the choice takes it. */
  const takenCodes = ({ direction, chargedOnly }: CallChoice): Uint8Array =>
    CHARGED.map((charged, code) =>
      Number(
        (!chargedOnly || charged === 1) && (direction === 'both' || traitsOf(code).direction === direction),
      ),
    );
  const takenLines = ({ subscriberIds }: CallChoice): Uint8Array =>
    Uint8Array.from(model.lines, ({ subscriberId }) =>
      Number(subscriberIds === null || subscriberIds.has(subscriberId)),
    );
  const takes = (choice: CallChoice, cdr: Cdr): boolean => {
    const day = dayNumberAt(cdr.startedAt);
    if (day < choice.from || day >= choice.until) return false;
    if (choice.direction !== 'both' && cdr.direction !== choice.direction) return false;
    if (choice.chargedOnly && (cdr.direction !== 'out' || cdr.status !== 'answered')) return false;
    return choice.subscriberIds === null || choice.subscriberIds.has(cdr.subscriberId);
  };

  /** Finished days of the choice with the numbers of the records that it takes. */
  async function* days(choice: CallChoice, later: ReadonlyMap<number, Cdr>) {
    const codes = takenCodes(choice);
    const lines = takenLines(choice);
    for (let day = choice.from; day < choice.until; day++) {
      const calls = await dayBook.day(day);
      const indexes: number[] = [];
      for (let index = 0; index < calls.count; index++) {
        if (index % CHECK_EVERY === 0 && pace.due()) await pace.rest();
        if (codes[calls.code[index] as number] !== 1 || lines[calls.line[index] as number] !== 1) continue;
        if (later.size === 0 || !later.has(cdrIdOf(day, index))) indexes.push(index);
      }
      yield { calls, indexes };
    }
  }

  return {
    exceeds: async (choice, limit) => {
      const later = laterRecords(choice);
      let most = later.size;
      for (let day = choice.from; day < choice.until; day++) most += model.profile.count(day);
      if (most <= limit) return false;
      let count = [...later.values()].filter((cdr) => takes(choice, cdr)).length;
      for await (const { indexes } of days(choice, later)) {
        count += indexes.length;
        if (count > limit) return true;
      }
      return false;
    },

    pieces: async function* (choice) {
      const later = laterRecords(choice);
      const added = [...later.values()].filter((cdr) => takes(choice, cdr));
      if (added.length > 0) yield JSON.stringify({ calls: added });
      for await (const { calls, indexes } of days(choice, later)) {
        for (let first = 0; first < indexes.length; first += ROWS_PER_PIECE) {
          const rows = indexes.slice(first, first + ROWS_PER_PIECE);
          yield `{"calls":[${rows.map((index) => cdrTexts(model, calls, index, index + 1)).join(',')}]}`;
          if (pace.due()) await pace.rest();
        }
      }
    },

    split: async (choice) => {
      const sums = new Map<string, SplitSums>();
      const add = (subscriberId: number, usageKey: number, workClass: WorkClass, usage: Usage) => {
        const key = `${subscriberId} ${usageKey}`;
        let sum = sums.get(key);
        if (!sum) {
          sum = { subscriberId, usageKey, working: nothing(), 'off-hours': nothing(), holiday: nothing() };
          sums.set(key, sum);
        }
        const total = sum[workClass];
        total.count += usage.count;
        total.durationS += usage.durationS;
        total.gross += usage.gross;
      };
      const later = laterRecords(choice);
      for (const cdr of later.values()) {
        if (!takes(choice, cdr)) continue;
        const workClass = workClassOf(cdr.startedAt, isWorkingDay);
        add(cdr.subscriberId, usageKeyOf(cdr.service, cdr.zone), workClass, { count: 1, ...cdr });
      }
      for await (const { calls, indexes } of days(choice, later)) {
        const isWorking = isWorkingDay(calendarDayOf(calls.day));
        for (const [place, index] of indexes.entries()) {
          if (place % CHECK_EVERY === 0 && pace.due()) await pace.rest();
          const at = startOfDayNumber(calls.day) + (calls.second[index] as number) * 1000;
          add(
            model.lines[calls.line[index] as number]?.subscriberId ?? 0,
            usageKeyOfCode(calls.code[index] as number),
            workClassOf(at, () => isWorking),
            {
              count: 1,
              durationS: calls.durationS[index] as number,
              gross: calls.gross[index] as number,
            },
          );
        }
      }
      return [...sums.values()].sort((a, b) => a.subscriberId - b.subscriberId || a.usageKey - b.usageKey);
    },
  };
}

const nothing = (): Usage => ({ count: 0, durationS: 0, gross: 0 });
