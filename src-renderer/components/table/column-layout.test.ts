import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstLayout,
  MIN_WIDTH,
  shownColumns,
  trackOf,
  widthOf,
  withHidden,
  withMoved,
  withWidth,
} from './column-layout';
import type { Column } from './types';

const column = (id: string, extra: Partial<Column<string>> = {}): Column<string> => ({
  id,
  title: id,
  type: 'text',
  value: (row) => row,
  ...extra,
});
const columns = [
  column('a', { hideable: false }),
  column('b'),
  column('c', { hiddenAtFirst: true }),
  column('d'),
];
const ids = (list: readonly Column<string>[]) => list.map((one) => one.id).join('');

describe('column layout', () => {
  it('begins without the columns hidden at first', () => {
    expect(ids(shownColumns(columns, firstLayout(columns)))).toBe('abd');
  });

  it('never hides what must stay', () => {
    expect(ids(shownColumns(columns, withHidden(firstLayout(columns), 'a', true)))).toBe('abd');
  });

  it('moves among the shown columns and leaves hidden ones hidden', () => {
    const moved = withMoved(columns, firstLayout(columns), 'd', -1);
    expect(ids(shownColumns(columns, moved))).toBe('adb');
    expect(ids(shownColumns(columns, withHidden(moved, 'c', false)))).toContain('c');
  });

  it('keeps every column exactly once however they are moved', () => {
    const move = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'zz'), fc.integer({ min: -5, max: 5 }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let layout = firstLayout(columns);
        for (const [id, by] of moves) layout = withMoved(columns, layout, id, by);
        expect([...ids(shownColumns(columns, withHidden(layout, 'c', false)))].sort().join('')).toBe('abcd');
      }),
    );
  });

  it('puts columns of a newer version at their place and forgets gone ones', () => {
    const old = { order: ['d', 'gone', 'a'], hidden: [], widths: {} };
    expect(ids(shownColumns(columns, old))).toBe('dab');
  });

  it('bounds widths', () => {
    const layout = withWidth(firstLayout(columns), 'b', 3);
    expect(widthOf(column('b'), layout)).toBe(MIN_WIDTH);
    expect(widthOf(column('d', { width: 77 }), layout)).toBe(77);
  });

  it('lets a column grow until a person sets its width', () => {
    const name = column('b', { width: 200, growTo: 400 });
    const untouched = firstLayout(columns);
    expect(trackOf(name, untouched)).toBe('minmax(200px, 400px)');
    expect(trackOf(name, withWidth(untouched, 'b', 300))).toBe('300px');
  });
});
