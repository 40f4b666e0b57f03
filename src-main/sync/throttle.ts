/** Calls `send` at most once in `everyMs`; the last state always arrives. */
export function createThrottle(everyMs: number, send: () => void) {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    last = performance.now();
    send();
  }

  return {
    /** Soon: now, or when the time has passed. */
    request(): void {
      if (timer) return;
      const wait = last + everyMs - performance.now();
      if (wait <= 0) flush();
      else timer = setTimeout(flush, wait).unref();
    },
    /** At once. */
    flush,
    /** Forgets what waits. */
    stop(): void {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
