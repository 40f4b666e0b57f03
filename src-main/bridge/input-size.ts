/** Characters of input that a call of the window may carry; copying a large selection is the longest. */
const MOST = 24_000_000;
/** What a value weighs besides its text. */
const VALUE = 8;

/**
 * True when an input is heavier than any call of the cabinet. Looks no further than that, so cycles and endless
 * lists end it as well, and nothing is copied.
 */
export function isTooLarge(input: unknown): boolean {
  let left = MOST;
  const waiting: unknown[] = [input];
  while (waiting.length > 0) {
    const value = waiting.pop();
    left -= weightOf(value);
    if (left < 0) return true;
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        left -= key.length;
        waiting.push(item);
      }
    }
  }
  return false;
}

/** Weight of a value without what is inside it, but with room for it. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return VALUE + VALUE * value.length;
  // No call carries bytes, maps or sets.
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return MOST;
  return value instanceof Map || value instanceof Set ? MOST : VALUE;
}
