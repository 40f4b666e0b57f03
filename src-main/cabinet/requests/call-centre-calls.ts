import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { CallCounts } from '../../../src-shared/domain/call-counts';
import {
  addDays,
  type CalendarDay,
  dayOf,
  daysInMonth,
  type Instant,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { breathe } from '../../store/breathe';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { countIncomingCalls, type IncomingCalls } from '../../store/read/incoming-calls';
import { readItem } from '../../store/read/items';
import { readSubscriber } from '../../store/read/subscribers';

type Calls = ProcedureOutput<'requests.callCentreCalls'>;

const operatorsOf = (cache: ReadableCache): readonly number[] =>
  readItem(cache, 'call-centre', 1)?.settings.operatorIds ?? [];

/**
 * Statistics of «Мобильный колл-центр» from the CDRs: every day of the month that has records by now, every operator in
 * its order.
 * Counted number by number, so that other reads come between.
 */
export async function callCentreCalls(cache: ReadableCache, month: YearMonth, now: Instant): Promise<Calls> {
  const operatorIds = operatorsOf(cache);
  const counted: IncomingCalls[] = [];
  for (const id of operatorIds) {
    counted.push(...countIncomingCalls(cache, id, month));
    await breathe(cache);
  }
  return statisticsOf(cache, operatorIds, counted, month, now);
}

/** The same at one go, for documents. */
export function callCentreCallsNow(cache: ReadableCache, month: YearMonth, now: Instant): Calls {
  const operatorIds = operatorsOf(cache);
  const counted = operatorIds.flatMap((id) => countIncomingCalls(cache, id, month));
  return statisticsOf(cache, operatorIds, counted, month, now);
}

function statisticsOf(
  cache: ReadableCache,
  operatorIds: readonly number[],
  counted: readonly IncomingCalls[],
  month: YearMonth,
  now: Instant,
): Calls {
  const { dataAsOf } = readFeedState(cache, 'cdrs');
  return {
    days: daysBefore(month, dayOf(dataAsOf ?? now)).map((day) => ({
      day,
      ...sumUp(counted.filter((one) => one.day === day)),
    })),
    operators: operatorIds.map((subscriberId) => {
      const { number = '', name = '' } = readSubscriber(cache, subscriberId) ?? {};
      return {
        subscriberId,
        number,
        name,
        ...sumUp(counted.filter((one) => one.subscriberId === subscriberId)),
      };
    }),
    asOf: dataAsOf,
  };
}

/** The current period runs to the day before (guide §3.6): a zero of the day that goes on would be no zero. */
function daysBefore(month: YearMonth, end: CalendarDay): CalendarDay[] {
  const days = Array.from({ length: daysInMonth(month) }, (_, index) => addDays(`${month}-01`, index));
  return days.filter((day) => day < end);
}

/** Calls that failed on the way reached nobody and are not counted. */
function sumUp(calls: readonly IncomingCalls[]): CallCounts {
  const counts: CallCounts = { answered: 0, missed: 0, busy: 0, talkS: 0 };
  for (const { status, calls: count, talkS } of calls) {
    if (status === 'failed') continue;
    counts[status] += count;
    if (status === 'answered') counts.talkS += talkS;
  }
  return counts;
}
