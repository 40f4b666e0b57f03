import {
  formatGroupedCharge,
  formatInteger,
  formatSum,
  plainCharge,
  UNITS_PER_RUBLE,
} from '../../../src-shared/domain/money';
import {
  dayOf,
  formatDay,
  formatDuration,
  formatInstant,
  MINSK_OFFSET_MS,
} from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { formatShare } from '../../../src-shared/domain/shares';
import type { Cell, CellType } from '../../documents/model';
import type { SheetCell } from '../../documents/testing/read-files';

/** Test equipment: a table as the window has it from the bridge, and how it must look in each kind of file. */
export type ScreenTable = {
  columns: readonly (readonly [title: string, type: CellType])[];
  rows: readonly (readonly Cell[])[];
  totalLabel: string;
  /** Null: the table has no last row. */
  totals: readonly (number | null)[] | null;
};

const allRows = ({ rows, totals, totalLabel }: ScreenTable): (readonly Cell[])[] =>
  totals
    ? [...rows, totals.map((total, at) => (at === totals.indexOf(null) ? totalLabel : total))]
    : [...rows];

/** Titles, rows and totals with the texts that spreadsheets in Belarus read. */
export function csvLines(table: ScreenTable): string[][] {
  const field = (cell: Cell, type: CellType): string => {
    if (cell === null) return '';
    if (cell === table.totalLabel) return cell;
    if (typeof cell === 'string') {
      if (type === 'month') return formatDay(`${cell}-01`).slice(3);
      return type === 'day' ? formatDay(cell) : cell;
    }
    if (type === 'charge' || type === 'sum') return plainCharge(cell);
    return shown(cell, type);
  };
  const titles = table.columns.map(([title]) => title);
  return [titles, ...allRows(table).map((row) => row.map((cell, at) => field(cell, typeAt(table, at))))];
}

/** Lines of a page: each row and the totals. Rows must be short enough to stand on one line. */
export function pdfLines(table: ScreenTable): string[] {
  const piece = (cell: Cell, type: CellType): string => {
    if (cell === null) return '—';
    if (cell === table.totalLabel) return cell;
    if (typeof cell === 'string') {
      if (type === 'phone') return formatPhone(cell);
      return type === 'day' ? formatDay(cell) : cell;
    }
    const grouped =
      type === 'charge'
        ? formatGroupedCharge(cell)
        : type === 'integer'
          ? formatInteger(cell)
          : shown(cell, type);
    return grouped.replaceAll('\u202f', ' ');
  };
  const rows = allRows(table).map((row) => row.map((cell, at) => piece(cell, typeAt(table, at))));
  // Nothing stands under columns without a total.
  const totals = table.totals && rows.pop()?.filter((text) => text !== '—');
  return [...rows, ...(totals ? [totals] : [])].map((row) => row.filter((text) => text !== '').join(' '));
}

/** Rows and totals as the numbers of a sheet give them back; blank texts are no cells there. */
export function sheetRows(table: ScreenTable): Cell[][] {
  return allRows(table).map((row) =>
    row.map((cell, at) => {
      if (typeof cell === 'number' && typeAt(table, at) === 'instant') return Math.floor(cell / 1000) * 1000;
      return cell === '' ? null : cell;
    }),
  );
}

/** Cells of a sheet in the units of the bridge. @throws Error when a sum is not exact to 1/10000 */
export function readSheetRows(rows: readonly SheetCell[][], table: ScreenTable): Cell[][] {
  const cell = (value: SheetCell, type: CellType): Cell => {
    if (typeof value !== 'number') return value as Cell;
    const at = Math.round((value - 25_569) * 86_400) * 1000 - MINSK_OFFSET_MS;
    switch (type) {
      case 'charge':
      case 'sum': {
        const units = Math.round(value * UNITS_PER_RUBLE);
        if (units / UNITS_PER_RUBLE !== value) throw new Error(`${value} is not exact money`);
        return units;
      }
      case 'duration':
        return Math.round(value * 86_400);
      case 'instant':
        return at;
      case 'day':
        return dayOf(at);
      case 'month':
        return dayOf(at).slice(0, 7);
      case 'percent':
        return Math.round(value * 100);
      case 'share':
        return Math.round(value * 10);
      default:
        return value;
    }
  };
  return rows.map((row) => table.columns.map(([, type], at) => cell(row[at] ?? null, type)));
}

const typeAt = ({ columns }: ScreenTable, at: number): CellType =>
  (columns[at] as readonly [string, CellType])[1];

function shown(value: number, type: CellType): string {
  if (type === 'instant') return formatInstant(value);
  if (type === 'duration') return formatDuration(value);
  if (type === 'sum') return formatSum(value);
  if (type === 'share') return formatShare(value);
  return type === 'percent' ? `${value}%` : String(value);
}
