import { createMinHeap } from './min-heap';

/** Channels of the package that was valid from one second to another; null: none known. */
export type Limit = { from: number; to: number; channels: number | null };

export type ChannelUse = {
  maximum: number;
  /** Second at which the maximum was first reached; null: no calls. */
  maximumAt: number | null;
  secondsAtLimit: number;
  days: { maximum: number; secondsAtLimit: number; talkS: number; calls: number }[];
  hours: { talkS: number; maximum: number }[];
  /** Seconds at exactly N calls at once. */
  secondsAt: number[];
};

const HOUR_S = 3_600;
const DAY_S = 86_400;

/**
 * Sweeps over calls in order of their start and adds up for how long how many of them went on at once.
 * Times are whole seconds since the beginning of the period, which is a midnight; a call covers its seconds from the
 * first to the one before its end. Calls may begin before the period and end after it.
 */
export function createChannelSweep(lengthS: number, limits: readonly Limit[]) {
  const use: ChannelUse = {
    maximum: 0,
    maximumAt: null,
    secondsAtLimit: 0,
    days: Array.from({ length: Math.ceil(lengthS / DAY_S) }, () => ({
      maximum: 0,
      secondsAtLimit: 0,
      talkS: 0,
      calls: 0,
    })),
    hours: Array.from({ length: 24 }, () => ({ talkS: 0, maximum: 0 })),
    secondsAt: [],
  };
  const ends = createMinHeap();
  let now = 0;

  /** Seconds from `now` to `until`, in which nothing changes. */
  function spend(until: number): void {
    const level = ends.size;
    while (now < until) {
      const limit = limits.find(({ from, to }) => from <= now && now < to);
      const stop = Math.min(until, (Math.floor(now / HOUR_S) + 1) * HOUR_S, nextChange(limits, now));
      const seconds = stop - now;
      const day = use.days[Math.floor(now / DAY_S)] as ChannelUse['days'][number];
      const hour = use.hours[Math.floor((now % DAY_S) / HOUR_S)] as ChannelUse['hours'][number];
      if (level > use.maximum) {
        use.maximum = level;
        use.maximumAt = now;
      }
      day.maximum = Math.max(day.maximum, level);
      hour.maximum = Math.max(hour.maximum, level);
      day.talkS += seconds * level;
      hour.talkS += seconds * level;
      use.secondsAt[level] = (use.secondsAt[level] ?? 0) + seconds;
      if (limit?.channels && level >= limit.channels) {
        use.secondsAtLimit += seconds;
        day.secondsAtLimit += seconds;
      }
      now = stop;
    }
  }

  function advance(to: number): void {
    const until = Math.min(to, lengthS);
    while (now < until) {
      spend(Math.min(until, ends.least()));
      while (ends.least() <= now) ends.drop();
    }
  }

  return {
    /** @param start never less than that of the call before */
    add(start: number, durationS: number): void {
      const end = start + durationS;
      if (durationS <= 0 || end <= 0 || start >= lengthS) return;
      advance(start);
      const day = start >= 0 ? use.days[Math.floor(start / DAY_S)] : undefined;
      if (day) day.calls += 1;
      ends.push(end);
    },
    finish(): ChannelUse {
      advance(lengthS);
      return { ...use, secondsAt: Array.from(use.secondsAt, (seconds) => seconds ?? 0) };
    },
  };
}

function nextChange(limits: readonly Limit[], now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { from, to } of limits) {
    if (from > now) next = Math.min(next, from);
    if (to > now) next = Math.min(next, to);
  }
  return next;
}
