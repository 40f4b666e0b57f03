import { sipPasswordSchema } from '../../../src-shared/domain/subscriber-changes';

const LENGTH = 16;
/** Without letters and digits that are mistaken for each other when they are typed into a telephone. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A random password that the operator accepts. `fill` gives random bytes. */
export function makeSipPassword(
  fill: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(1);
  for (;;) {
    let password = '';
    while (password.length < LENGTH) {
      fill(bytes);
      // Bytes beyond the last whole run of the alphabet would make its first letters likelier.
      const value = bytes[0] as number;
      if (value < 256 - (256 % ALPHABET.length)) password += ALPHABET[value % ALPHABET.length];
    }
    if (sipPasswordSchema.safeParse(password).success) return password;
  }
}
