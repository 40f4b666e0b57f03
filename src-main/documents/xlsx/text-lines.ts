/** Height of a line in points. */
export const LINE_HEIGHT = 14;
/** How much larger than texts a title is. */
export const TITLE_SCALE = 1.5;
/** Characters of Calibri are a little wider than the digits that columns are measured in. */
const WIDE = 1.05;

/** Characters of a text that are sure to stand on one line of so many. */
export const fittingIn = (width: number): number => Math.max(1, Math.floor(width / WIDE));

/** Lines that a text takes in so many characters, rather one too many: it breaks at spaces and hyphens, as in a spreadsheet. */
export function linesOf(text: string, width: number): number {
  const room = fittingIn(width);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    const { length } = word.trimEnd();
    if (used > 0 && used + length > room) {
      lines += 1;
      used = 0;
    }
    // A word that is longer than a line goes on in the next ones.
    const more = Math.max(0, Math.ceil(length / room) - 1);
    lines += more;
    used += word.length - more * room;
  }
  return lines;
}
