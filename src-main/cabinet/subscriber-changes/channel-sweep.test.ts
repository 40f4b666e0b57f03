import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChannelUse, createChannelSweep, type Limit } from './channel-sweep';

type Call = { start: number; durationS: number };

function sweep(lengthS: number, limits: readonly Limit[], calls: readonly Call[]): ChannelUse {
  const swept = createChannelSweep(lengthS, limits);
  for (const { start, durationS } of calls.toSorted((a, b) => a.start - b.start)) swept.add(start, durationS);
  return swept.finish();
}

/** The same by looking at every second. */
function count(lengthS: number, limits: readonly Limit[], calls: readonly Call[]): ChannelUse {
  const real = calls.filter(({ durationS }) => durationS > 0);
  const days = Array.from({ length: Math.ceil(lengthS / 86_400) }, (_, day) => ({
    maximum: 0,
    secondsAtLimit: 0,
    talkS: 0,
    calls: real.filter(({ start }) => Math.floor(start / 86_400) === day && start < lengthS).length,
  }));
  const use: ChannelUse = {
    maximum: 0,
    maximumAt: null,
    secondsAtLimit: 0,
    days,
    hours: Array.from({ length: 24 }, () => ({ talkS: 0, maximum: 0 })),
    secondsAt: [],
  };
  for (let second = 0; second < lengthS; second++) {
    const level = real.filter(({ start, durationS }) => start <= second && second < start + durationS).length;
    const limit = limits.find(({ from, to }) => from <= second && second < to)?.channels;
    const day = days[Math.floor(second / 86_400)] as ChannelUse['days'][number];
    const hour = use.hours[Math.floor(second / 3600) % 24] as ChannelUse['hours'][number];
    if (level > use.maximum) use.maximumAt = second;
    for (const one of [use, day, hour]) one.maximum = Math.max(one.maximum, level);
    for (const one of [day, hour]) one.talkS += level;
    if (limit && level >= limit) for (const one of [use, day]) one.secondsAtLimit += 1;
    use.secondsAt[level] = (use.secondsAt[level] ?? 0) + 1;
  }
  return { ...use, secondsAt: Array.from(use.secondsAt, (seconds) => seconds ?? 0) };
}

describe('the sweep over calls', () => {
  it('agrees with counting every second', () => {
    // Around midnight and whole hours, where seconds change their day; a night and a morning are enough.
    const length = 86_400 + 7_200;
    const moment = fc.oneof(
      fc.integer({ min: 82_000, max: length - 1 }),
      fc.constantFrom(-500, -1, 0, 3_600, 86_399, 86_400, length - 1, length),
    );
    const call = fc.record({
      start: moment,
      durationS: fc.oneof(fc.constantFrom(0, 1, 400), fc.nat({ max: 6_000 })),
    });
    const limits = fc
      .tuple(moment, fc.option(fc.integer({ min: 1, max: 3 })), fc.option(fc.integer({ min: 1, max: 3 })))
      .map(([at, before, after]): Limit[] => [
        { from: Number.NEGATIVE_INFINITY, to: at, channels: before },
        { from: at, to: Number.POSITIVE_INFINITY, channels: after },
      ]);
    fc.assert(
      fc.property(fc.array(call, { maxLength: 12 }), limits, (calls, known) => {
        expect(sweep(length, known, calls)).toEqual(count(length, known, calls));
      }),
      { numRuns: 30 },
    );
  });

  it('a channel that is free again at a second can be taken in the same', () => {
    const use = sweep(
      3600,
      [],
      [
        { start: 0, durationS: 60 },
        { start: 60, durationS: 60 },
      ],
    );
    expect(use).toMatchObject({ maximum: 1, maximumAt: 0, secondsAt: [3480, 120] });
  });

  it('knows an empty period', () => {
    expect(sweep(0, [], [{ start: 0, durationS: 5 }])).toMatchObject({
      maximum: 0,
      maximumAt: null,
      days: [],
    });
  });
});
