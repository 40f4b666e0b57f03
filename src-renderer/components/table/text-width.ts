/** Px that characters take at most in the grid's font at its size; e2e compares them with what the window draws. */
const WIDTHS: readonly (readonly [px: number, characters: string])[] = [
  [3.5, ' \u00a0\u2009\u202f.,:;'],
  [4.3, '-()'],
  [4.9, '/'],
  [6.7, 'гзстуэх'],
  [7.44, '0123456789+'],
  [8, 'абвеёклопрчья'],
  [8.2, 'дийнцъ'],
  [8.5, 'АБВГЕЗКРСТУХЬЭЯ'],
  [10.4, 'ДИЙЛНОПЦЧжмфыю'],
];
const WIDEST_PX = 13.6;

const KNOWN = new Map(
  WIDTHS.flatMap(([px, characters]) => Array.from(characters, (one) => [one, px] as const)),
);

/**
 * Px that a text in a cell cannot be wider than. Reckoned, not measured: it is asked for every cell of every step of a
 * scroll, and only has to tell the many texts that surely fit from the few that may not.
 */
export function widestPx(text: string): number {
  let sum = 0;
  for (const character of text) sum += KNOWN.get(character) ?? WIDEST_PX;
  return sum;
}
