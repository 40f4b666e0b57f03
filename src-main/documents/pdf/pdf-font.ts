import type { FontFile } from './font-file';

/** Widths are in thousandths of the font's size, as PDF counts them. */
const PER_EM = 1000;
type Known = { shown: string; width: number };

/** Texts that are remembered: the cells of a table repeat themselves, and those that do are soon met. */
const MAX_TEXTS = 10_000;

/** Joiners and variation signs: nothing is drawn for them. */
const INVISIBLE = /^([\u200b-\u200d\u2060\u00ad]|[\ufe00-\ufe0f])$/;
const NOTHING: Known = { shown: '', width: 0 };
const NO_BREAK_SPACE = 0xa0;
const NARROW_SPACE = 0x202f;

/** A font as it is used in one document: it takes note of the glyphs that it will need. */
export type PdfFont = {
  /** Name in the pages' resources: «F1». */
  name: string;
  file: FontFile;
  /** Text as glyph numbers of two bytes, a character each, ready to stand between «(» and «)». */
  encode(text: string): string;
  /** Width of the text in thousandths of the font's size. */
  widthOf(text: string): number;
  /** Glyphs in the order of their numbers. */
  glyphs(): readonly number[];
  /** What each number means, for copying and searching. */
  texts(): readonly string[];
  /** Height of capitals in thousandths. */
  capHeight: number;
};

/** Bytes that mean something inside «( )», or would be read as another line end. */
const ESCAPED: Readonly<Record<number, string>> = { 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' };

const byteText = (byte: number): string => ESCAPED[byte] ?? String.fromCharCode(byte);

/** Each character is looked up and measured once. */
export function createPdfFont(name: string, file: FontFile): PdfFont {
  const glyphs: number[] = [0];
  const texts: string[] = [''];
  const basic: (Known | undefined)[] = [];
  const others = new Map<number, Known>();
  const seen = new Map<string, Known>();

  function learn(codePoint: number): Known {
    const character = String.fromCodePoint(codePoint);
    if (INVISIBLE.test(character)) return NOTHING;
    // Without a no-break space of its own a font draws a plain one; copied, it stays what it was.
    const shown = codePoint === NO_BREAK_SPACE || codePoint === NARROW_SPACE ? 0x20 : codePoint;
    const glyph = file.glyphOf(codePoint) || file.glyphOf(shown);
    // Characters that the font lacks get a box each, so that copying still gives the character.
    const number = glyphs.push(glyph) - 1;
    texts.push(character);
    return {
      shown: byteText(number >> 8) + byteText(number & 0xff),
      width: (file.advanceOf(glyph) * PER_EM) / file.unitsPerEm,
    };
  }

  function known(codePoint: number): Known {
    const found = codePoint < 0x1_0000 ? basic[codePoint] : others.get(codePoint);
    if (found) return found;
    const made = learn(codePoint);
    if (codePoint < 0x1_0000) basic[codePoint] = made;
    else others.set(codePoint, made);
    return made;
  }

  function look(text: string): Known {
    const remembered = seen.get(text);
    if (remembered) return remembered;
    const found: Known = { shown: '', width: 0 };
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = text.codePointAt(at) as number;
      if (codePoint > 0xffff) at += 1;
      const { shown, width } = known(codePoint);
      found.shown += shown;
      found.width += width;
    }
    if (seen.size < MAX_TEXTS) seen.set(text, found);
    return found;
  }

  return {
    name,
    file,
    encode: (text) => look(text).shown,
    widthOf: (text) => look(text).width,
    glyphs: () => glyphs,
    texts: () => texts,
    capHeight: (file.capHeight * PER_EM) / file.unitsPerEm,
  };
}
