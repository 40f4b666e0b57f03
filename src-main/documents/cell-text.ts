import { formatGroupedCharge, formatInteger, formatSum, plainCharge } from '../../src-shared/domain/money';
import { formatDay, formatDuration, formatInstant } from '../../src-shared/domain/period';
import { formatPhone, plainPhone } from '../../src-shared/domain/phone';
import { formatShare } from '../../src-shared/domain/shares';
import { monthWords } from '../../src-shared/domain/words';
import { cleanText } from './clean-text';
import type { Cell, CellType } from './model';

const wideSpaces = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** A cell as people read it on paper. */
export function printedCell(type: CellType, cell: Cell): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') {
    if (type === 'phone') return formatPhone(cleanText(cell));
    if (type === 'day') return formatDay(cell);
    if (type === 'month') return monthWords(cell);
    return cleanText(cell);
  }
  switch (type) {
    case 'instant':
      return formatInstant(cell);
    case 'duration':
      return formatDuration(cell);
    case 'charge':
      return wideSpaces(formatGroupedCharge(cell));
    case 'sum':
      return wideSpaces(formatSum(cell));
    case 'percent':
      return `${wideSpaces(formatInteger(cell))}%`;
    case 'share':
      return formatShare(cell);
    default:
      return wideSpaces(formatInteger(cell));
  }
}

/**
 * A cell as other programs read it: decimal comma, plain digits, no grouping, money unrounded so that a column
 * adds up to its total. Not yet quoted.
 */
export function plainCell(type: CellType, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    if (type === 'day') return formatDay(cell);
    if (type === 'phone') return plainPhone(cleanText(cell));
    if (type === 'month') return `${cell.slice(5, 7)}.${cell.slice(0, 4)}`;
    return cleanText(cell);
  }
  switch (type) {
    case 'instant':
      return formatInstant(cell);
    case 'duration':
      return formatDuration(cell);
    case 'charge':
    case 'sum':
      return plainCharge(cell);
    case 'percent':
      return `${cell}%`;
    case 'share':
      return formatShare(cell);
    default:
      return String(cell);
  }
}
