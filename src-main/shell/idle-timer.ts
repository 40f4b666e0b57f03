/** Tells when nobody has touched anything for a while. */
export type IdleTimer = {
  touch(): void;
  /** 0: never. */
  setLimit(minutes: number): void;
};

/** Calls `onIdle` once per pause: after it, only a touch begins another one. */
export function createIdleTimer(onIdle: () => void): IdleTimer {
  let limitMs = 0;
  let touchedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;

  // Touches come many times a second: they note the time, and the one timer looks again later.
  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    if (limitMs === 0) return;
    const left = touchedAt + limitMs - performance.now();
    if (left > 0) timer = setTimeout(look, left).unref();
    else onIdle();
  }

  return {
    touch() {
      touchedAt = performance.now();
      if (!timer) look();
    },
    setLimit(minutes) {
      limitMs = minutes * 60_000;
      look();
    },
  };
}
