import { cleanText } from '../clean-text';
import { madeWords } from '../made-words';
import { createCellWriter, textCell } from '../xlsx/cells';
import { printSetup } from '../xlsx/print-setup';
import type { SharedStrings } from '../xlsx/shared-strings';
import { mergesXml } from '../xlsx/sheet-top';
import { styles } from '../xlsx/styles';
import { LINE_HEIGHT, linesOf, TITLE_SCALE } from '../xlsx/text-lines';
import { columnName, XML_HEAD } from '../xlsx/xml';
import type { PaperDocument, PaperPart, PaperTable } from './model';
import { colsXml, columnWidths, createRowWriter, createSheetRows, headerLines, rowLines } from './xlsx-rows';

/** Labels and texts where there is no table to set the columns. */
const PLAIN_WIDTHS = [34, 60];
const SIGN_LINE = '______________________';

/** The XML of the first sheet: what is on paper, from the title to the signatures, one part under the other. */
export function faceSheet(paper: PaperDocument, strings: SharedStrings): string {
  const tables = paper.parts.filter(
    (part): part is PaperTable => part.kind === 'table' && part.sheet === null,
  );
  const widths = gridWidths(tables);
  const fullWidth = widths.reduce((sum, width) => sum + width, 0);
  const last = columnName(widths.length - 1);
  const sheet = createSheetRows();
  const merges: string[] = [];

  /** A text over all columns from `from` on. */
  const across = (text: string, style: number, from = 'A', before = '', room = fullWidth) => {
    const row = sheet.next;
    if (from !== last) merges.push(`${from}${row}:${last}${row}`);
    sheet.add(
      before + textCell(`${from}${row}`, style, cleanText(text), strings),
      linesOf(text, room) * (style === styles.title ? TITLE_SCALE : 1),
    );
  };
  const labelled = (label: string, value: string) => {
    const before = textCell(`A${sheet.next}`, styles.label, label, strings);
    across(value, styles.value, 'B', before, fullWidth - (widths[0] as number));
  };
  const gap = () => sheet.add('');

  function table(one: PaperTable): void {
    across(one.title, styles.heading);
    const extra = widths.length - one.columns.length;
    const places = one.columns.map((_, at) => (at === 0 ? 0 : at + extra));
    const room = one.columns.map((_, at) =>
      at === 0
        ? widths.slice(0, extra + 1).reduce((sum, width) => sum + width, 0)
        : (widths[at + extra] ?? 0),
    );
    const writer = createRowWriter(one.columns, strings, places, paper.parts);
    const add = (cells: string, lines: number) => {
      if (extra > 0) merges.push(`A${sheet.next}:${columnName(extra)}${sheet.next}`);
      sheet.add(cells, lines);
    };
    add(writer.header(sheet.next), headerLines(one.columns, room));
    const firstRow = sheet.next;
    for (const [at, row] of one.groups.flatMap(({ rows }) => rows).entries())
      add(writer.row(sheet.next, row, one.formulas?.[at]), rowLines(one.columns, room, row));
    if (one.totals) add(writer.totals(sheet.next, one.totals, firstRow, 'SUM('), 1);
  }

  function part(one: PaperPart): void {
    switch (one.kind) {
      case 'facts':
        for (const { title, facts } of one.blocks) {
          if (title !== '') across(title, styles.heading);
          for (const { label, value, type = 'text' } of facts) {
            if (type === 'text') labelled(label, String(value ?? ''));
            else {
              const row = sheet.next;
              const cell = createCellWriter(type, strings)(value, `B${row}`);
              sheet.add(textCell(`A${row}`, styles.label, label, strings) + cell);
            }
          }
        }
        gap();
        break;
      case 'text':
        across(one.text, TEXT_STYLES[one.look ?? 'plain']);
        break;
      case 'table':
        if (one.sheet !== null) break;
        table(one);
        gap();
        break;
      case 'signatures':
        gap();
        for (const { party, post, name } of one.places) {
          across(party, styles.strong);
          across(`${post} ${SIGN_LINE} ${name}`, styles.value);
        }
        break;
      case 'form':
        for (const { label, value } of one.rows.flat()) labelled(label, value);
        gap();
    }
  }

  across(paper.title, styles.title, 'A', '', fullWidth / TITLE_SCALE);
  across(paper.subtitle, styles.note);
  gap();
  for (const one of paper.parts) part(one);
  gap();
  across([paper.foot, ...madeWords(paper)].filter((one) => one !== '').join(' · '), styles.note);

  return `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>${colsXml(widths)}<sheetData>${sheet.xml()}</sheetData>${mergesXml(merges)}${printSetup('portrait', paper.title)}<ignoredErrors><ignoredError sqref="A1:${last}${sheet.next}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

const TEXT_STYLES = { plain: styles.value, strong: styles.strong, quiet: styles.note } as const;

/** Columns of the widest table; narrower ones stand at its right edge. */
function gridWidths(tables: readonly PaperTable[]): number[] {
  const count = Math.max(0, ...tables.map(({ columns }) => columns.length));
  if (count === 0) return PLAIN_WIDTHS;
  const grid = Array.from({ length: count }, () => 0);
  for (const { columns, groups, totals } of tables) {
    const rows = groups.flatMap((group) => group.rows);
    const extra = count - columns.length;
    for (const [at, width] of columnWidths(columns, rows, totals).entries()) {
      if (at === 0 && extra > 0) continue;
      grid[at + extra] = Math.max(grid[at + extra] as number, width);
    }
  }
  return grid;
}
