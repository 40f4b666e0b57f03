/**
 * Pieces of numbers by which the index of numbers finds them: every five digits in a row, and the last four with the end of
 * the number in place of a fifth. So four or more digits of a search always begin at least one piece of a number that has them.
 */

const SIZE = 5;
/** Fewest digits in a row that the index can look for. */
export const FEWEST_DIGITS = 4;
/** The ten digits and the end of a number. */
const SYMBOLS = 11;
const END = 10;
/** Codes of pieces are below this. */
export const CODES = SYMBOLS ** SIZE;
/** Codes of one chunk: the pieces that begin with the same two digits, so one look is in one chunk. */
export const CHUNK_CODES = SYMBOLS ** (SIZE - 2);
/** What is left of a code without its first symbol is the remainder by this. */
const LAST_FOUR = SYMBOLS ** (SIZE - 1);
export const CHUNKS = CODES / CHUNK_CODES;

const ZERO = 48;

/** Calls `add` with the code of every piece; numbers may stand inside of words. A piece that repeats comes again. */
export function eachGram(text: string, add: (code: number) => void): void {
  let digits = 0;
  let code = 0;
  // One place past the end, which ends the last number.
  for (let at = 0; at <= text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      code = (code % LAST_FOUR) * SYMBOLS + digit;
      digits++;
      if (digits >= SIZE) add(code);
    } else {
      if (digits >= FEWEST_DIGITS) add((code % LAST_FOUR) * SYMBOLS + END);
      digits = 0;
      code = 0;
    }
  }
}

/** Codes from one to another, both included. */
export type GramRange = { first: number; last: number };

/**
 * Pieces of which a text that has these digits has at least one of every range; the most telling range first.
 * @param digits the longest row of digits that is looked for
 * @returns nothing for too few digits
 */
export function gramRanges(digits: string): GramRange[] {
  if (digits.length < FEWEST_DIGITS) return [];
  const codeOf = (piece: string) => [...piece].reduce((code, digit) => code * SYMBOLS + Number(digit), 0);
  if (digits.length < SIZE) {
    const first = codeOf(digits) * SYMBOLS;
    return [{ first, last: first + END }];
  }
  // Numbers begin alike (country, network) and end differently.
  return Array.from({ length: digits.length - SIZE + 1 }, (_, fromEnd) => {
    const start = digits.length - SIZE - fromEnd;
    const code = codeOf(digits.slice(start, start + SIZE));
    return { first: code, last: code };
  });
}

/** The longest digits in a row of a number, a name or a LIKE pattern. */
export const longestDigits = (text: string): string =>
  (text.match(/\d+/g) ?? []).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
