/** A small fast generator of 32-bit numbers (mulberry32): the same seed gives the same calls on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** Next number of 0 … 2³²−1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    const state = this.state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** Whole number of 0 … bound−1. */
  below(bound: number): number {
    return Math.floor((this.next() / 2 ** 32) * bound);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }
}

/** Mixes integers into one 32-bit number, so that neighbouring days or months have nothing in common. */
export function mixSeed(...parts: number[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}

/** A fraction of 0 … 1 that belongs to these integers. */
export const fractionOf = (...parts: number[]): number => mixSeed(...parts) / 2 ** 32;
