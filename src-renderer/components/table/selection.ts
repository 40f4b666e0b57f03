/** Chosen rows as ordered, disjoint ranges with both ends included: three million rows cost one range. */
export type RowRange = { from: number; to: number };
export type Selection = {
  ranges: readonly RowRange[];
  /** Where a Shift-extension begins. */
  anchor: number;
};

export const emptySelection: Selection = { ranges: [], anchor: 0 };

export const selectOnly = (row: number): Selection => ({ ranges: [{ from: row, to: row }], anchor: row });

export function selectAll(rowCount: number, anchor: number): Selection {
  return { ranges: rowCount > 0 ? [{ from: 0, to: rowCount - 1 }] : [], anchor };
}

/** The range from the anchor to the row, in place of everything else. */
export function extendTo(selection: Selection, row: number): Selection {
  const { anchor } = selection;
  return { ranges: [{ from: Math.min(anchor, row), to: Math.max(anchor, row) }], anchor };
}

/** Adds the row, or takes it away when it is chosen. */
export function toggleRow(selection: Selection, row: number): Selection {
  const without: RowRange[] = [];
  let had = false;
  for (const range of selection.ranges) {
    if (row < range.from || row > range.to) {
      without.push(range);
      continue;
    }
    had = true;
    if (range.from < row) without.push({ from: range.from, to: row - 1 });
    if (row < range.to) without.push({ from: row + 1, to: range.to });
  }
  return { ranges: had ? without : merge([...selection.ranges, { from: row, to: row }]), anchor: row };
}

function merge(ranges: readonly RowRange[]): RowRange[] {
  const merged: RowRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

export function isSelected(selection: Selection, row: number): boolean {
  return selection.ranges.some((range) => row >= range.from && row <= range.to);
}

export function countSelected(selection: Selection): number {
  return selection.ranges.reduce((count, range) => count + range.to - range.from + 1, 0);
}
