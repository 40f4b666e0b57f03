import { sipPasswordSchema } from '../../../src-shared/domain/subscriber-changes';
import { mixSeed, Random } from '../calls/random';

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const LENGTH = 16;

/** The password that a SIP line of the demo company has until its owner sets another. */
export function firstSipPassword(seed: number, subscriberId: number): string {
  const random = new Random(mixSeed(seed, subscriberId, 0x51b));
  for (;;) {
    const password = Array.from({ length: LENGTH }, () => ALPHABET[random.below(ALPHABET.length)]).join('');
    if (sipPasswordSchema.safeParse(password).success) return password;
  }
}
