/** Splits long work into slices, so that the event loop it shares with windows stays free. */
export type Pace = {
  /** True when the slice is used up and the work should rest. */
  due(): boolean;
  /** Lets everything else on the event loop run, then begins a new slice. */
  rest(): Promise<void>;
};

/** Slices stay under 5 ms; the rest of them is for what runs between two looks at the clock. */
const SLICE_MS = 3;

const waiting: (() => void)[] = [];
let scheduled = false;
let sliceEnd = 0;

function schedule(): void {
  if (scheduled || waiting.length === 0) return;
  scheduled = true;
  setImmediate(() => {
    scheduled = false;
    sliceEnd = performance.now() + SLICE_MS;
    waiting.shift()?.();
    schedule();
  });
}

/**
 * One pace for all work of the process: each turn of the event loop gives one slice to one of those who wait,
 * in turns, so several long jobs at once do not add up to a long stop.
 */
export const sharedPace: Pace = {
  due: () => performance.now() >= sliceEnd,
  rest: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      schedule();
    }),
};
