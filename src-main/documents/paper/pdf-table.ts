import { printedCell } from '../cell-text';
import type { DocumentTotals, Row } from '../model';
import { type Fonts, layoutTable, PORTRAIT_ONLY } from '../pdf/layout';
import type { Bookmark } from '../pdf/outline';
import type { PageWriter } from '../pdf/page-writer';
import { createRowLayout } from '../pdf/row-layout';
import { createTableWriter } from '../pdf/table-writer';
import type { PaperTable } from './model';
import { drawHeading } from './pdf-parts';

const GAP = 12;

/** Draws a table with its groups over the pages. @returns its bookmark, those of the groups under it */
export function drawTable(pages: PageWriter, fonts: Fonts, table: PaperTable): Bookmark {
  const { columns, keyColumns, groups, totals } = table;
  const rows = groups.flatMap((group) => [...group.rows, ...asRows(group.totals)]);
  const sample = [...rows, ...asRows(totals)];
  const measured = totals && { ...totals, label: longestLabel(table, totals.label) };
  const shape = { columns, totals: measured, rowCount: sample.length };
  const layout = layoutTable(shape, sample, fonts, PORTRAIT_ONLY);
  const rowLayout = createRowLayout(layout, fonts);
  const writer = createTableWriter(pages, layout, rowLayout, fonts);
  const totalsHeight = totals ? writer.totalsHeight : 0;

  // The header is never left alone: a line that names a group, its first row and two sums fit under it.
  const [firstRow] = rows;
  const firstHeight = firstRow ? rowLayout.lay(firstRow).height : 0;
  drawHeading(pages, fonts, table.title, writer.headerHeight + writer.totalsHeight * 5 + firstHeight);
  const bookmark = { title: table.title, page: pages.page(), y: pages.y + GAP * 2 };
  const under: Bookmark[] = [];
  writer.header();
  for (const [index, group] of groups.entries()) {
    const laid = group.rows.map((row) => rowLayout.lay(row));
    // What has to stay with the last row: the sum of the group, and under the last group that of the table.
    const tail = (group.totals ? writer.totalsHeight : 0) + (index === groups.length - 1 ? totalsHeight : 0);
    const keepUnder = (at: number) => (at === laid.length - 1 ? tail : 0);
    if (keyColumns.length > 0) {
      const words = group.key
        .map((cell, at) => printedCell(keyColumns[at]?.type ?? 'text', cell))
        .filter((word) => word !== '')
        .join(' ');
      const top = writer.heading(words, (laid[0]?.height ?? 0) + keepUnder(0));
      under.push({ title: words, page: pages.page(), y: top, under: [] });
    }
    for (const [at, row] of laid.entries()) writer.row(row, keepUnder(at));
    if (group.totals) writer.totals(group.totals);
    writer.endGroup();
  }
  if (totals) writer.totals(totals);
  pages.y -= GAP;
  return { ...bookmark, under };
}

function longestLabel({ groups }: PaperTable, label: string): string {
  const own = groups.find((group) => group.totals)?.totals?.label ?? '';
  return own.length > label.length ? own : label;
}

/** The numbers of totals as a row, to be measured with the rest. */
const asRows = (totals: DocumentTotals | null): Row[] => (totals ? [totals.values] : []);
