import type { FontFile } from './font-file';

/** Widths are in thousandths of the font's size, as PDF counts them. */
const PER_EM = 1000;
type Known = { hex: string; width: number };

/** Joiners and variation signs: nothing is drawn for them. */
const INVISIBLE = /^([\u200b-\u200d\u2060\u00ad]|[\ufe00-\ufe0f])$/;
const NOTHING: Known = { hex: '', width: 0 };
const NO_BREAK_SPACE = 0xa0;
const NARROW_SPACE = 0x202f;

/** A font as it is used in one document: it takes note of the glyphs that it will need. */
export type PdfFont = {
  /** Name in the pages' resources: «F1». */
  name: string;
  file: FontFile;
  /** Text as hexadecimal glyph numbers, ready to stand between «<» and «>». */
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

/** Each character is looked up and measured once. */
export function createPdfFont(name: string, file: FontFile): PdfFont {
  const glyphs: number[] = [0];
  const texts: string[] = [''];
  const basic: (Known | undefined)[] = [];
  const others = new Map<number, Known>();

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
      hex: number.toString(16).padStart(4, '0'),
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

  return {
    name,
    file,
    encode(text) {
      let hex = '';
      for (let at = 0; at < text.length; at += 1) {
        const codePoint = text.codePointAt(at) as number;
        if (codePoint > 0xffff) at += 1;
        hex += known(codePoint).hex;
      }
      return hex;
    },
    widthOf(text) {
      let width = 0;
      for (let at = 0; at < text.length; at += 1) {
        const codePoint = text.codePointAt(at) as number;
        if (codePoint > 0xffff) at += 1;
        width += known(codePoint).width;
      }
      return width;
    },
    glyphs: () => glyphs,
    texts: () => texts,
    capHeight: (file.capHeight * PER_EM) / file.unitsPerEm,
  };
}
