/** Characters that no document can hold: controls, direction overrides, byte order marks, non-characters. */
const FORBIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const BREAKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const HALF_PAIR = /\p{Cs}/gu;
/** Nearly every text has none of these, and is done with one look. */
const SUSPICIOUS = /[^\u0020-\u007e\u00a0-\u0600\u2010-\u2015\u2018-\u2026\u2116\u2212]/;

/**
 * Text as it may stand in a cell: one line, no control characters, no halves of surrogate pairs.
 * Other writing, emoji included, stays.
 */
export function cleanText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(BREAKS, ' ').replace(FORBIDDEN, '').replace(HALF_PAIR, '\ufffd');
}
