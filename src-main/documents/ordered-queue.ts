/** Work that runs at once but is finished in the order it was given. */
export type OrderedQueue<Result> = {
  /** Waits while too much is under way; then takes the work in. */
  add(work: Promise<Result>): Promise<void>;
  /** Waits until everything is finished. */
  drain(): Promise<void>;
};

/**
 * Compression runs on the threads of libuv while the next piece is being made; results must still reach the
 * file in order, and memory must stay bounded.
 * @param limit pieces of work under way at once
 */
export function createOrderedQueue<Result>(
  limit: number,
  finish: (result: Result) => void,
): OrderedQueue<Result> {
  const running: Promise<Result>[] = [];
  const finishFirst = async () => finish(await (running.shift() as Promise<Result>));
  return {
    async add(work) {
      // A failure is met when its turn comes; until then it must not count as unhandled.
      work.catch(() => undefined);
      running.push(work);
      while (running.length > limit) await finishFirst();
    },
    async drain() {
      while (running.length > 0) await finishFirst();
    },
  };
}
