import type { ChargeLine } from './billing';

/** A line of a month beside the same one of the month before; one of them may be absent. */
export type ChargePair =
  | { line: ChargeLine; previous: ChargeLine | null }
  | { line: null; previous: ChargeLine };

/** What makes two lines the same: titles and sums change from month to month. */
const identity = ({ kind, code, usage }: ChargeLine): string =>
  JSON.stringify([kind, code, usage && [usage.direction, usage.service, usage.zone]]);

/** Lines of a month in their order, then those that only the month before had. */
export function pairCharges(lines: readonly ChargeLine[], previous: readonly ChargeLine[]): ChargePair[] {
  const left = [...previous];
  const pairs = lines.map((line): ChargePair => {
    const at = left.findIndex((other) => identity(other) === identity(line));
    const [found = null] = at < 0 ? [] : left.splice(at, 1);
    return { line, previous: found };
  });
  return [...pairs, ...left.map((one): ChargePair => ({ line: null, previous: one }))];
}

/** How much more (or less) is paid than the month before, with tax, in 1/10000 BYN. */
export const chargeChange = ({ line, previous }: ChargePair): number =>
  (line?.gross ?? 0) - (previous?.gross ?? 0);
