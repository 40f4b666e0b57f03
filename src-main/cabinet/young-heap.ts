import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Both halves of the young generation together, in bytes. Less costs time: more of what is short-lived is copied. */
const ENOUGH = 16 * 1024 ** 2;
const GROW = '--semi-space-growth-factor=2';
const STAY = '--semi-space-growth-factor=1';

/**
 * Makes a function that keeps V8's young generation from growing beyond what one long pass over rows needs; it
 * is to be called again and again meanwhile. V8 doubles that part of the heap, up to 128 MB, whenever much of it survives,
 * and keeps it: a third of the whole process. Its size is set when a process starts; how fast it grows is looked up at
 * every growth. A V8 that no longer knows this option says so on stderr and goes on.
 */
export function createYoungHeapBound(): () => void {
  let flag = GROW;
  return () => {
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    const wanted = (young?.space_size ?? 0) < ENOUGH ? GROW : STAY;
    if (wanted === flag) return;
    flag = wanted;
    setFlagsFromString(wanted);
  };
}

/** Ends the bound: what comes next in this process may need more. */
export const letYoungHeapGrow = (): void => setFlagsFromString(GROW);
