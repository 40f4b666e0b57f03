/** Part of a whole in tenths of a percent; null where it says nothing (a whole of zero, corrections below zero). */
export function shareOf(value: number, whole: number): number | null {
  return whole > 0 && value >= 0 ? Math.round((value * 1000) / whole) : null;
}

/** The whole in tenths of a percent. */
export const WHOLE_SHARE = 1000;

/** «12,5» of tenths of a percent. */
export const formatShare = (tenths: number): string => `${Math.floor(tenths / 10)},${tenths % 10}`;
