import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Both halves of the young generation together, in bytes. Less costs time: more of what is short-lived is copied. */
const ENOUGH = 16 * 1024 ** 2;
const GROW = '--semi-space-growth-factor=2';
const STAY = '--semi-space-growth-factor=1';
/** Megabytes of a half. Threads are given as much in `sync/thread.ts`. */
const THREADS_BEGIN_WITH = '--min-semi-space-size=8';

/**
 * Keeps the young generation of this process at what it starts with. It is for a process that only passes things on:
 * one busy minute would leave it with many times that, and while it rests nothing collects.
 */
export const keepYoungHeap = (): void => setFlagsFromString(STAY);

/**
 * The same for a process with threads, whose own young generations begin with what they need, because they cannot grow
 * either. Answers of the network are bytes outside of the heap that die young. A small young generation is collected
 * often and frees them; with a large one V8 marks everything, several times a second of a long sync, to get at them.
 */
export function keepYoungHeapBesideThreads(): void {
  keepYoungHeap();
  setFlagsFromString(THREADS_BEGIN_WITH);
}

/**
 * Makes a function that keeps V8's young generation from growing beyond what a document needs; it is to be called
 * again and again while one is written. V8 doubles that part of the heap, up to 128 MB, whenever much of it survives,
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
