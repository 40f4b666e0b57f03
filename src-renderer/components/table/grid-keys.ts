/** Cell that keys act on. Row −1 is the header. */
export type GridPlace = { row: number; column: number };

export type GridBounds = { rows: number; columns: number; pageRows: number };

export type KeyPress = { key: string; ctrl: boolean; shift: boolean; alt: boolean };

export type GridAction =
  | { kind: 'move'; to: GridPlace; extend: boolean }
  | { kind: 'sort' | 'activate' | 'toggle' | 'select-all' | 'copy' | 'clear' }
  | { kind: 'resize'; by: number }
  | { kind: 'reorder'; by: number };

export const HEADER_ROW = -1;
const RESIZE_STEP = 16;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * What a key does in the grid (ARIA grid pattern), or null when it is not the grid's.
 * In the header Enter sorts, Shift+←/→ resizes and Ctrl+Shift+←/→ moves the column.
 */
export function gridAction(press: KeyPress, at: GridPlace, bounds: GridBounds): GridAction | null {
  // Alt with arrows is the window's back and forward.
  if (press.alt) return null;
  const inHeader = at.row === HEADER_ROW;
  if (inHeader && press.shift && (press.key === 'ArrowLeft' || press.key === 'ArrowRight')) {
    const sign = press.key === 'ArrowLeft' ? -1 : 1;
    return press.ctrl ? { kind: 'reorder', by: sign } : { kind: 'resize', by: sign * RESIZE_STEP };
  }
  const to = target(press, at, bounds);
  if (to) return { kind: 'move', to, extend: press.shift && !inHeader && to.row !== HEADER_ROW };
  return command(press, inHeader);
}

function command(press: KeyPress, inHeader: boolean): GridAction | null {
  // Letters by their Latin or Russian name: the layout may be either.
  if (press.ctrl && /^[aф]$/i.test(press.key)) return { kind: 'select-all' };
  if (press.ctrl && /^[cс]$/i.test(press.key)) return { kind: 'copy' };
  if (press.ctrl && press.key === 'Insert') return { kind: 'copy' };
  if (press.key === 'Enter' && !press.ctrl) return { kind: inHeader ? 'sort' : 'activate' };
  if (press.key === ' ') return { kind: inHeader ? 'sort' : 'toggle' };
  if (press.key === 'Escape') return { kind: 'clear' };
  return null;
}

function target(press: KeyPress, at: GridPlace, bounds: GridBounds): GridPlace | null {
  const lastRow = bounds.rows - 1;
  const lastColumn = bounds.columns - 1;
  const row = (index: number): GridPlace => ({ ...at, row: clamp(index, HEADER_ROW, lastRow) });
  const body = (index: number): GridPlace => ({ ...at, row: clamp(index, Math.min(0, lastRow), lastRow) });
  const cell = (index: number): GridPlace => ({ ...at, column: clamp(index, 0, lastColumn) });
  switch (press.key) {
    case 'ArrowDown':
      return row(at.row + 1);
    case 'ArrowUp':
      return press.shift ? body(at.row - 1) : row(at.row - 1);
    case 'ArrowLeft':
      return cell(at.column - 1);
    case 'ArrowRight':
      return cell(at.column + 1);
    case 'PageDown':
      return body(at.row + bounds.pageRows);
    case 'PageUp':
      return body(at.row - bounds.pageRows);
    case 'Home':
      return press.ctrl ? { ...body(0), column: 0 } : cell(0);
    case 'End':
      return press.ctrl ? { ...body(lastRow), column: lastColumn } : cell(lastColumn);
    default:
      return null;
  }
}
