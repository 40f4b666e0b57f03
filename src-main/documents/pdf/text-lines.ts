import type { PdfFont } from './pdf-font';

const ELLIPSIS = '…';

/**
 * Breaks a text into lines no wider than `maxWidth` (thousandths of the font's size), at spaces where there are
 * any; what does not fit into the last line ends with «…».
 */
export function wrapText(text: string, font: PdfFont, maxWidth: number, maxLines: number): string[] {
  if (font.widthOf(text) <= maxWidth) return [text];
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    if (lines.length === maxLines - 1) {
      lines.push(shorten(rest, font, maxWidth));
      break;
    }
    const end = lineEnd(rest, font, maxWidth);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return lines.length > 0 ? lines : [''];
}

/** The text, cut with «…» when it is wider than `maxWidth`. */
export function shorten(text: string, font: PdfFont, maxWidth: number): string {
  if (font.widthOf(text) <= maxWidth) return text;
  const room = maxWidth - font.widthOf(ELLIPSIS);
  return text.slice(0, fitting(text, font, room)).trimEnd() + ELLIPSIS;
}

/** Where the line ends: after the last space or hyphen that fits, else inside the word. */
function lineEnd(text: string, font: PdfFont, maxWidth: number): number {
  const fits = fitting(text, font, maxWidth);
  if (fits >= text.length) return text.length;
  if (text[fits] === ' ') return fits;
  const space = text.lastIndexOf(' ', fits - 1);
  const hyphen = text.lastIndexOf('-', fits - 1);
  const end = Math.max(space, hyphen) + 1;
  return end > 0 ? end : Math.max(fits, firstLength(text));
}

/** Code units from the beginning that fit. Pairs of surrogates stay together. */
function fitting(text: string, font: PdfFont, maxWidth: number): number {
  let width = 0;
  let at = 0;
  for (const character of text) {
    width += font.widthOf(character);
    if (width > maxWidth) break;
    at += character.length;
  }
  return at;
}

const firstLength = (text: string): number => ((text.codePointAt(0) as number) > 0xffff ? 2 : 1);
