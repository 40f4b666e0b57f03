import { useEffect, useState } from 'react';

/** Longer waits are a wrong clock, not a countdown. */
const LONGEST_S = 600;

/** Whole seconds left, and what starts them. */
export function useCountdown(): [secondsLeft: number, start: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => performance.now());
  const running = until > now;
  useEffect(() => {
    if (!running) return;
    const tick = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(tick);
  }, [running]);
  const start = (seconds: number) => {
    const from = performance.now();
    setNow(from);
    setUntil(from + Math.min(Math.max(seconds, 0), LONGEST_S) * 1000);
  };
  return [Math.max(0, Math.ceil((until - now) / 1000)), start];
}
