/**
 * Characters that make a text read otherwise than it is: direction overrides and isolates, marks without a width,
 * controls. No name or letter of an operator needs them, so none of them reaches the cache.
 */
const HIDDEN = /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** The same in the text of an answer, as they are or written as escapes. Nearly every answer has none. */
const MAY_HIDE =
  /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\\[bf]|\\u(?:00[01789a]|061c|200|202|206|feff)/iu;

/** What a character of those begins with in UTF-8, or an escape. Looking for bytes is many times faster than for characters. */
const MAY_BEGIN = [0x5c, 0x7f, 0xc2, 0xd8, 0xe2, 0xef];

/** Reads the JSON of an answer as it came, in UTF-8, as `parseAnswer` does. @throws SyntaxError */
export function parseAnswerBytes(bytes: Buffer): unknown {
  const text = new TextDecoder().decode(bytes);
  return MAY_BEGIN.some((byte) => bytes.includes(byte)) ? parseAnswer(text) : JSON.parse(text);
}

/** Reads the JSON of an answer without the characters that hide something. @throws SyntaxError */
export function parseAnswer(text: string): unknown {
  if (!MAY_HIDE.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(HIDDEN, '') : value,
  );
}
