import { seeded } from '../../../src-main/store/testing/sample';

/** Numbers from 0 to 1, the same on every run with the same seed. */
export function randomOf(seed: number): () => number {
  const below = seeded(seed);
  return () => below(2 ** 31) / 2 ** 31;
}
