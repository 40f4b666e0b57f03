/**
 * УНП, the taxpayer number of Belarus: nine characters, the last one a check digit.
 * Organisations have nine digits, people two letters and seven digits.
 */

const CYRILLIC_TWINS: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
};
const SECOND_LETTERS = 'ABCEHKMOPT';
const WEIGHTS = [29, 23, 19, 17, 13, 7, 5, 3];

/** Upper-case Latin form without spaces and the label; Cyrillic look-alikes become Latin. */
export function normalizeUnp(text: string): string {
  return text
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/^(УНП|UNP)/, '')
    .replace(/[АВЕКМНОРСТ]/g, (letter) => CYRILLIC_TWINS[letter] ?? letter);
}

/** True when the form and the check digit are right. */
export function isUnp(text: string): boolean {
  const unp = normalizeUnp(text);
  if (!/^(?:[1-7]\d|[ABCEHKM][ABCEHKMOPT])\d{7}$/.test(unp)) return false;
  const values = [...unp].map((character, index) => {
    if (/\d/.test(character)) return Number(character);
    return index === 0 ? character.charCodeAt(0) - 'A'.charCodeAt(0) + 10 : SECOND_LETTERS.indexOf(character);
  });
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return sum % 11 === values[8];
}
