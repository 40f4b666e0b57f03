import { median } from './statistics';

/** What one run of a contender gave: its time, and what else is worth a column. */
export type Sample = { ms: number; peakMb?: number | null; figures?: Record<string, number> };

/** Ours or a peer; `run` does the whole work once and throws when its result is wrong. */
export type Contender = { name: string; run(round: number): Promise<Sample> };

export type Outcome = {
  name: string;
  ms: number;
  peakMb: number | null;
  /** Medians of the figures. */
  figures: Record<string, number>;
  samples: readonly Sample[];
};

/** Runs the contenders by turns (A B C A B C …), so that whatever else the machine does meets all of them. */
export async function byTurns(contenders: readonly Contender[], rounds: number): Promise<Outcome[]> {
  const samples = contenders.map((): Sample[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, contender] of contenders.entries()) samples[at]?.push(await contender.run(round));
  }
  return contenders.map(({ name }, at) => outcomeOf(name, samples[at] ?? []));
}

function outcomeOf(name: string, samples: readonly Sample[]): Outcome {
  const peaks = samples.flatMap(({ peakMb }) => (typeof peakMb === 'number' ? [peakMb] : []));
  const names = Object.keys(samples[0]?.figures ?? {});
  return {
    name,
    ms: median(samples.map(({ ms }) => ms)),
    peakMb: peaks.length > 0 ? median(peaks) : null,
    figures: Object.fromEntries(
      names.map((figure) => [figure, median(samples.map(({ figures }) => figures?.[figure] ?? 0))]),
    ),
    samples,
  };
}

/** Times of one in parts of another's, round by round: their median, least and greatest. */
export function ratioOf(one: Outcome, other: Outcome): { middle: number; least: number; greatest: number } {
  const ratios = one.samples.map(({ ms }, at) => ms / (other.samples[at]?.ms ?? Number.NaN));
  return { middle: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) };
}
