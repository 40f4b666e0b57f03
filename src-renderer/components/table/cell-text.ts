import { formatGroupedCharge, formatInteger, formatSum, plainCharge } from '../../../src-shared/domain/money';
import { formatDay, formatDuration, formatInstant } from '../../../src-shared/domain/period';
import { formatPhone, plainPhone } from '../../../src-shared/domain/phone';
import type { CellValue, Column, ColumnType } from './types';

/** Shown for nothing: an empty cell could be taken for a zero. */
export const NOTHING = '—';

const isNothing = (value: CellValue): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

/** A value as the screen shows it. */
export function showValue(type: ColumnType, value: CellValue): string {
  if (isNothing(value)) return NOTHING;
  if (typeof value === 'string') {
    if (type === 'phone') return formatPhone(value);
    return type === 'day' ? formatDay(value) : value;
  }
  switch (type) {
    case 'instant':
      return formatInstant(value);
    case 'duration':
      return formatDuration(value);
    case 'integer':
      return formatInteger(value);
    case 'percent':
      return `${value}%`;
    case 'charge':
      return formatGroupedCharge(value);
    case 'sum':
      return formatSum(value);
    default:
      return String(value);
  }
}

/** A cell as the screen shows it. */
export function showCell<Row>(column: Column<Row>, row: Row): string {
  return column.words ? column.words(row) || NOTHING : showValue(column.type, column.value(row));
}

/** Types whose digits stand under each other at the right edge. */
export function isNumeric(type: ColumnType): boolean {
  return (
    type === 'integer' || type === 'percent' || type === 'charge' || type === 'sum' || type === 'duration'
  );
}

/** Digits that a charge of two or three decimals lacks, so that commas stand under each other. */
export function missingDecimals(shown: string): string {
  const comma = shown.indexOf(',');
  return comma < 0 ? '' : '0'.repeat(Math.max(0, 4 - (shown.length - comma - 1)));
}

/** A value as it is copied: spreadsheets recognise its type. Nothing is an empty cell there. */
export function copyValue(type: ColumnType, value: CellValue): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') {
    if (type === 'phone') return guardFormula(plainPhone(value));
    return type === 'day' ? formatDay(value) : guardFormula(value);
  }
  switch (type) {
    case 'charge':
    case 'sum':
      return plainCharge(value);
    case 'integer':
      return String(value);
    default:
      return showValue(type, value);
  }
}

/** A cell as it is copied. */
export function copyCell<Row>(column: Column<Row>, row: Row): string {
  return column.words ? guardFormula(column.words(row)) : copyValue(column.type, column.value(row));
}

/** Text that a spreadsheet would run as a formula is made plain text (sender names come from outside). */
function guardFormula(text: string): string {
  return /^[=+@\-\t\r]/.test(text) ? `'${text}` : text;
}
