/** By these a table of calls is recognised as complete. */
export type CallSums = { rows: number; durationS: number; net: number; gross: number };

export const NO_SUMS: CallSums = { rows: 0, durationS: 0, net: 0, gross: 0 };

/** Works in the program's cache and in the peers' files alike. */
export const CALL_SUMS_SQL =
  'SELECT count(*) AS rows, sum(duration_s) AS durationS, sum(net) AS net, sum(gross) AS gross FROM cdrs';

/** @throws Error that names the first sum which is another */
export function expectSums(name: string, found: CallSums, expected: CallSums): void {
  for (const key of Object.keys(expected) as (keyof CallSums)[]) {
    if (found[key] !== expected[key])
      throw new Error(`${name}: ${key} is ${found[key]}, not ${expected[key]}`);
  }
}
