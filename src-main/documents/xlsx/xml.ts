import { cleanText } from '../clean-text';

const SPECIAL = /[&<>"]/g;
const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, inside elements or attributes; what XML cannot hold is taken out. */
export function xmlText(text: string): string {
  return cleanText(text).replace(SPECIAL, (char) => NAMES[char] as string);
}

// Spreadsheets read «_x0041_» in a text as the letter of that code.
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const MAX_CELL_TEXT = 32_767;

/** Text of a cell. */
export function cellText(text: string): string {
  const clean = cleanText(text);
  const whole = clean.length > MAX_CELL_TEXT ? clean.slice(0, MAX_CELL_TEXT) : clean;
  return xmlText(whole.includes('_x') ? whole.replace(CODED, '_x005F_') : whole);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** «A», «B» … «Z», «AA» … of a column counted from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
