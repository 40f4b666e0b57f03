/**
 * Phone numbers of Belarus. A subscriber's number is kept as twelve digits «375291234567»;
 * other parties of calls may be anything the network shows (short codes, foreign numbers, sender names).
 */
export type PhoneNumber = string;

/** National codes that a cabinet's sign-in accepts (guide §1). */
export const MOBILE_CODES = ['25', '29', '33', '44'] as const;

/**
 * Reads the nine national digits of a sign-in number; spaces, brackets and dashes are ignored,
 * a leading +375 or 80 is taken off.
 * @returns «375…» or null when it is not 9 digits of an accepted code (guide §1).
 */
export function parseSignInNumber(text: string): PhoneNumber | null {
  let digits = text.replace(/[\s()\-\u00a0]/g, '').replace(/^\+/, '');
  if (/^375\d{9}$/.test(digits)) digits = digits.slice(3);
  else if (/^80\d{9}$/.test(digits)) digits = digits.slice(2);
  if (!/^\d{9}$/.test(digits)) return null;
  return MOBILE_CODES.some((code) => digits.startsWith(code)) ? `375${digits}` : null;
}

/** «+375 29 123-45-67» for Belarusian numbers; anything else is shown as it is. */
export function formatPhone(number: string): string {
  const match = /^375(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(number);
  if (match) return `+375 ${match[1]} ${match[2]}-${match[3]}-${match[4]}`;
  return /^\d{11,15}$/.test(number) ? `+${number}` : number;
}

/** The number as operators' tables print it and as it is copied: digits only, «375291234567». */
export function plainPhone(number: string): string {
  return number.replace(/^\+/, '');
}

/**
 * Turns a mask of the guide (§3.1: «%» several digits, «_» one digit) into a LIKE pattern over «375…» numbers.
 * Without wildcards the text matches anywhere in the number; the «80» of a number as it is dialled inside the country is
 * no part of it. Other characters than digits and wildcards are refused.
 * @returns the pattern, or null when the mask is not one.
 */
export function phoneMaskToLike(mask: string): string | null {
  const clean = mask.replace(/[\s()\-+\u00a0]/g, '');
  if (!/^[\d%_]{1,40}$/.test(clean)) return null;
  if (/^80\d{9}$/.test(clean)) return `%${clean.slice(2)}%`;
  if (!/[%_]/.test(clean)) return `%${clean}%`;
  return /^(375|%)/.test(clean) ? clean : `375${clean}`;
}
