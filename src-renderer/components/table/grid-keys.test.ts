import { describe, expect, it } from 'vitest';
import { type GridPlace, gridAction, HEADER_ROW, type KeyPress } from './grid-keys';

const bounds = { rows: 1000, columns: 5, pageRows: 20 };
const press = (key: string, mods: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...mods,
});
const moved = (key: string, at: GridPlace, mods: Partial<KeyPress> = {}, within = bounds) => {
  const action = gridAction(press(key, mods), at, within);
  return action?.kind === 'move' ? action.to : null;
};

describe('grid keys', () => {
  it('move by cell, page and to the corners', () => {
    const at = { row: 10, column: 2 };
    expect(moved('ArrowDown', at)).toEqual({ row: 11, column: 2 });
    expect(moved('PageDown', at)).toEqual({ row: 30, column: 2 });
    expect(moved('PageUp', at)).toEqual({ row: 0, column: 2 });
    expect(moved('End', at)).toEqual({ row: 10, column: 4 });
    expect(moved('Home', at, { ctrl: true })).toEqual({ row: 0, column: 0 });
    expect(moved('End', at, { ctrl: true })).toEqual({ row: 999, column: 4 });
  });

  it('reach the header from the first row and never leave the grid', () => {
    expect(moved('ArrowUp', { row: 0, column: 1 })).toEqual({ row: HEADER_ROW, column: 1 });
    expect(moved('ArrowUp', { row: HEADER_ROW, column: 1 })).toEqual({ row: HEADER_ROW, column: 1 });
    expect(moved('ArrowDown', { row: 999, column: 1 })).toEqual({ row: 999, column: 1 });
    expect(moved('End', { row: -1, column: 0 }, { ctrl: true }, { ...bounds, rows: 0 })?.row).toBe(
      HEADER_ROW,
    );
  });

  it('extend the selection with Shift but not into the header', () => {
    expect(gridAction(press('ArrowDown', { shift: true }), { row: 3, column: 0 }, bounds)).toEqual({
      kind: 'move',
      to: { row: 4, column: 0 },
      extend: true,
    });
    expect(moved('ArrowUp', { row: 0, column: 0 }, { shift: true })).toEqual({ row: 0, column: 0 });
  });

  it('copy and choose all in both keyboard layouts', () => {
    const at = { row: 0, column: 0 };
    expect(gridAction(press('c', { ctrl: true }), at, bounds)?.kind).toBe('copy');
    expect(gridAction(press('с', { ctrl: true }), at, bounds)?.kind).toBe('copy');
    expect(gridAction(press('ф', { ctrl: true }), at, bounds)?.kind).toBe('select-all');
  });

  it('sort, resize and move columns in the header', () => {
    const at = { row: HEADER_ROW, column: 1 };
    expect(gridAction(press('Enter'), at, bounds)?.kind).toBe('sort');
    expect(gridAction(press('ArrowRight', { shift: true }), at, bounds)).toEqual({ kind: 'resize', by: 16 });
    expect(gridAction(press('ArrowLeft', { shift: true, ctrl: true }), at, bounds)).toEqual({
      kind: 'reorder',
      by: -1,
    });
  });

  it('leave the window its own keys', () => {
    expect(gridAction(press('ArrowLeft', { alt: true }), { row: 0, column: 0 }, bounds)).toBeNull();
    expect(gridAction(press('k', { ctrl: true }), { row: 0, column: 0 }, bounds)).toBeNull();
    expect(gridAction(press('Tab'), { row: 0, column: 0 }, bounds)).toBeNull();
  });
});
