import { median } from './statistics';

export type SoakSample = { atS: number; heapMb: number; rssMb: number };

/** The first fifth fills caches and compiles; it does not count. */
const WARM_UP_PART = 0.2;
/** Between the first and the last third of the rest: above both of these is growth, not noise. */
const GROWTH_PART = 0.1;
const GROWTH_MB = 8;

/** Whether memory stays: the median of the last third of the run against that of the first one after the warm-up. */
export function judge(
  name: string,
  samples: readonly SoakSample[],
  key: 'heapMb' | 'rssMb',
): { flat: boolean; text: string } {
  const values = samples.slice(Math.floor(samples.length * WARM_UP_PART)).map((sample) => sample[key]);
  const third = Math.floor(values.length / 3);
  if (third < 3) return { flat: false, text: `${name}: too few samples for a verdict` };
  const first = median(values.slice(0, third));
  const last = median(values.slice(-third));
  const growth = last - first;
  const flat = growth <= Math.max(GROWTH_MB, first * GROWTH_PART);
  const sizes = `${first.toFixed(1)} MB at first, ${last.toFixed(1)} MB at last`;
  return { flat, text: `${name}: ${flat ? 'flat' : 'GROWING'} (${sizes})` };
}
