/** Incoming voice calls answered, missed, and not answered because the line was busy; seconds of the answered. */
export type CallCounts = { answered: number; missed: number; busy: number; talkS: number };

export function sumCalls(calls: readonly CallCounts[]): CallCounts {
  const sum = (key: keyof CallCounts) => calls.reduce((total, one) => total + one[key], 0);
  return { answered: sum('answered'), missed: sum('missed'), busy: sum('busy'), talkS: sum('talkS') };
}

/** Part of answered calls in whole percent; null when there were none. */
export function answeredPercent({ answered, missed, busy }: CallCounts): number | null {
  const all = answered + missed + busy;
  return all === 0 ? null : Math.round((answered * 100) / all);
}
