import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { ConnectedService } from '../../../src-shared/domain/account';
import {
  addDays,
  addMonths,
  dayOf,
  endOfMonth,
  type Instant,
  startOfDay,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { servicesByCode } from '../../store/read/services';
import { voiceCalls } from '../../store/read/voice-calls';
import { createChannelSweep, type Limit } from './channel-sweep';
import { channelPackages } from './channels';

type Statistics = ProcedureOutput<'telephony.statistics'>;

/**
 * Use of the account's channels in a month: «статистика» of guide §3.4. Calls that began in the month before may go
 * on in this one. Read and swept in pieces.
 */
export async function channelStatistics(
  cache: ReadableCache,
  month: YearMonth,
  now: Instant,
): Promise<Statistics> {
  const state = readFeedState(cache, 'cdrs');
  const from = startOfMonth(month);
  const to = Math.max(from, periodEnd(month, state.dataAsOf ?? now));
  const secondOf = (at: Instant): number => Math.floor((at - from) / 1000);
  const limits = channelLimits(cache, secondOf);
  const sweep = createChannelSweep(secondOf(to), limits);
  if (to > from) {
    for await (const calls of voiceCalls(cache, startOfMonth(addMonths(month, -1)), to)) {
      for (const [startedAt, durationS] of calls) sweep.add(secondOf(startedAt), durationS);
    }
  }
  const { days, maximumAt, ...use } = sweep.finish();
  const last = secondOf(Math.max(to, from + 1000)) - 1;
  return {
    ...use,
    channels: limits.find((limit) => limit.from <= last && last < limit.to)?.channels ?? null,
    maximumAt: maximumAt === null ? null : from + maximumAt * 1000,
    days: days.map((day, index) => ({ day: addDays(`${month}-01`, index), ...day })),
    complete: state.complete,
    asOf: state.dataAsOf,
  };
}

/** The current period runs to the day before (guide §3.6): the day that goes on has no records yet. */
const periodEnd = (month: YearMonth, asOf: Instant): Instant =>
  Math.min(endOfMonth(month), startOfDay(dayOf(asOf)));

/** Which package was valid when; a package ends where the next one begins. */
function channelLimits(cache: ReadableCache, secondOf: (at: Instant) => number): Limit[] {
  const channelsOf = new Map(channelPackages(cache).map(({ code, channels }) => [code, channels]));
  const services = servicesByCode(cache, [...channelsOf.keys()]);
  return services.map((service, index) => {
    const next = services[index + 1]?.connectedAt ?? Number.POSITIVE_INFINITY;
    return {
      from: secondOf(service.connectedAt),
      to: secondOf(Math.min(next, endOf(service))),
      channels: channelsOf.get(service.code) ?? null,
    };
  });
}

const endOf = ({ disconnectedAt }: ConnectedService): Instant => disconnectedAt ?? Number.POSITIVE_INFINITY;
