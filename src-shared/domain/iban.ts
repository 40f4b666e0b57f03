/**
 * Accounts of Belarusian banks: IBAN of 28 characters («BY», two check digits, bank, balance account, account)
 * and BIC of 8 or 11 characters (national bank's resolution 440 of 2017).
 */

const FORM = /^BY\d{2}[A-Z0-9]{4}\d{4}[A-Z0-9]{16}$/;

export function normalizeIban(text: string): string {
  return text.replace(/[\s\u00a0]/g, '').toUpperCase();
}

/** True when the form and the ISO 7064 mod 97-10 check are right. */
export function isBelarusianIban(text: string): boolean {
  const iban = normalizeIban(text);
  return FORM.test(iban) && remainder(iban.slice(4) + iban.slice(0, 4)) === 1;
}

function remainder(characters: string): number {
  let rest = 0;
  for (const character of characters) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Groups of four, as accounts are printed. */
export function formatIban(text: string): string {
  return normalizeIban(text).replace(/(.{4})(?=.)/g, '$1 ');
}

export function isBelarusianBic(text: string): boolean {
  return /^[A-Z]{4}BY[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);
}

/** The bank's code stands in both; a difference is worth a warning, not a refusal. */
export function isSameBank(iban: string, bic: string): boolean {
  return normalizeIban(iban).slice(4, 8) === bic.slice(0, 4);
}
