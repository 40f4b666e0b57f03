import { UNITS_PER_RUBLE } from '../../../src-shared/domain/money';
import { MINSK_OFFSET_MS, startOfDay } from '../../../src-shared/domain/period';
import { plainPhone } from '../../../src-shared/domain/phone';
import { cleanText } from '../clean-text';
import type { Cell, CellType } from '../model';
import { type SharedStrings, textElement } from './shared-strings';
import { styles } from './styles';
import { xmlText } from './xml';

const DAY_S = 86_400;
/** Days from Excel's day 0 to 1 January 1970. */
const EPOCH_DAYS = 25_569;
const FORMULA_START = /^[=+\-@]/;
/** Places of a day: far finer than a second, even in sums of a million durations. */
const DAY_PLACES = 12;

/**
 * Printing fractions is what costs most in a sheet of numbers, and there are few of them:
 * «.0001» … of money, «.00001157…» … of the seconds of a day. Filled when first met.
 */
const moneyFractions: (string | undefined)[] = [];
const secondFractions: (string | undefined)[] = [];

function fractionOf(table: (string | undefined)[], part: number, whole: number, places: number): string {
  let text = table[part];
  if (text === undefined) {
    text = part === 0 ? '' : (part / whole).toFixed(places).replace(/^0|0+$/g, '');
    table[part] = text;
  }
  return text;
}

function decimal(value: number, whole: number, table: (string | undefined)[], places: number): string {
  const magnitude = Math.abs(value);
  const part = magnitude % whole;
  const text = (magnitude - part) / whole + fractionOf(table, part, whole, places);
  return value < 0 ? `-${text}` : text;
}

const days = (seconds: number): string => decimal(seconds, DAY_S, secondFractions, DAY_PLACES);

/** Excel's number of an instant: days of Minsk wall-clock time, in whole seconds. */
const serial = (at: number): string => days(Math.floor((at + MINSK_OFFSET_MS) / 1000) + EPOCH_DAYS * DAY_S);

/** A calendar document has few days in it: each is worked out once. */
const dayNumbers = new Map<string, string>();
const MAX_DAYS = 10_000;

function dayNumber(day: string): string {
  let text = dayNumbers.get(day);
  if (text === undefined) {
    if (dayNumbers.size >= MAX_DAYS) dayNumbers.clear();
    text = serial(startOfDay(day));
    dayNumbers.set(day, text);
  }
  return text;
}

/** The number that stands for a value in a cell: exact money in rubles, durations and instants in days. */
export function cellNumber(type: CellType, value: number): string {
  switch (type) {
    case 'instant':
      return serial(value);
    case 'duration':
      return days(value);
    case 'charge':
    case 'sum':
      return decimal(value, UNITS_PER_RUBLE, moneyFractions, 4);
    case 'percent':
      return String(value / 100);
    case 'share':
      return String(value / 10);
    default:
      return String(value);
  }
}

/** A cell with a text. */
export function textCell(ref: string, style: number, text: string, strings: SharedStrings): string {
  const number = strings.indexOf(text);
  return number >= 0
    ? `<c r="${ref}" s="${style}" t="s"><v>${number}</v></c>`
    : `<c r="${ref}" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`;
}

export const numberCell = (ref: string, style: number, value: string): string =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

/** A cell that the program calculates; `value` is what it shows until then. */
export const formulaCell = (ref: string, style: number, formula: string, value: string): string =>
  `<c r="${ref}" s="${style}"><f>${formula}</f><v>${value}</v></c>`;

/** The same for a text. */
export const textFormulaCell = (ref: string, style: number, formula: string, value: string): string =>
  `<c r="${ref}" s="${style}" t="str"><f>${formula}</f><v>${xmlText(value)}</v></c>`;

/**
 * Writes the cells of one column. Nothing and blank texts leave the cell out.
 * @param fits characters of a text that fit on one line of it; longer ones wrap
 */
export function createCellWriter(
  type: CellType,
  strings: SharedStrings,
  fits: number = Number.POSITIVE_INFINITY,
) {
  const style = styles.cell[type];
  return (cell: Cell, ref: string): string => {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'number') return numberCell(ref, style, cellNumber(type, cell));
    if (type === 'day') return numberCell(ref, style, dayNumber(cell));
    if (type === 'month') return numberCell(ref, style, dayNumber(`${cell}-01`));
    if (type === 'phone') return textCell(ref, style, plainPhone(cleanText(cell)), strings);
    const text = cleanText(cell);
    const look = text.length > fits ? styles.long : style;
    return textCell(ref, FORMULA_START.test(text) ? styles.quoted : look, text, strings);
  };
}
