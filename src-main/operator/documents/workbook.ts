import { PassThrough } from 'node:stream';
import type { Workbook, Worksheet } from 'exceljs';
import ExcelJS from 'exceljs';
import { UNITS_PER_RUBLE } from '../../../src-shared/domain/money';
import { type Instant, MINSK_OFFSET_MS } from '../../../src-shared/domain/period';

/**
 * What a column holds. charge: money of 1/10000 BYN with two to four decimals; sum: with two;
 * duration: seconds; instant: shown in Minsk time.
 */
export type ColumnType = 'text' | 'integer' | 'charge' | 'sum' | 'duration' | 'instant';
export type SheetColumn = { title: string; width: number; type: ColumnType };
export type SheetCell = string | number | null;

export type Sheet = {
  row(cells: readonly SheetCell[]): void;
  total(cells: readonly SheetCell[]): void;
  close(): void;
};

export type Book = {
  sheet(title: string, columns: readonly SheetColumn[]): Sheet;
  finish(): Promise<Uint8Array>;
};

const FORMATS: Record<ColumnType, string> = {
  text: '@',
  integer: '#,##0',
  charge: '#,##0.00##',
  sum: '#,##0.00',
  duration: '[hh]:mm:ss',
  instant: 'dd.mm.yyyy hh:mm:ss',
};
const SECONDS_PER_DAY = 86_400;
/** Points of two lines: titles are wrapped. */
const HEADER_HEIGHT = 32;
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9ECEF' } } as const;

/** A workbook that is written row by row: long lists of calls never stand in memory as cells. */
export function createBook(author: string, madeAt: Instant): Book {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  describe(writer as unknown as Workbook, author, madeAt);

  return {
    sheet: (title, columns) => {
      const sheet = writer.addWorksheet(title, {
        views: [{ state: 'frozen', ySplit: 1 }],
        pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      });
      sheet.columns = columns.map(({ width, type }) => ({ width, style: { numFmt: FORMATS[type] } }));
      sheet.pageSetup.printTitlesRow = '1:1';
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
      writeHeader(sheet, columns);
      const write = (cells: readonly SheetCell[], bold: boolean) => {
        const row = sheet.addRow(cells.map((cell, index) => toCell(cell, columns[index]?.type ?? 'text')));
        if (bold) row.font = { bold: true };
        row.commit();
      };
      return {
        row: (cells) => write(cells, false),
        total: (cells) => write(cells, true),
        close: () => sheet.commit(),
      };
    },
    finish: async () => {
      const ended = new Promise<void>((resolve, reject) => {
        stream.on('end', resolve);
        stream.on('error', reject);
      });
      await writer.commit();
      await ended;
      // Bytes of their own, so that they can be handed to another thread.
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

function describe(workbook: Workbook, author: string, madeAt: Instant): void {
  workbook.creator = author;
  workbook.created = new Date(madeAt);
  workbook.modified = new Date(madeAt);
}

function writeHeader(sheet: Worksheet, columns: readonly SheetColumn[]): void {
  const row = sheet.addRow(columns.map(({ title }) => title));
  row.height = HEADER_HEIGHT;
  row.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = '@';
    cell.fill = HEADER_FILL;
    cell.alignment = { wrapText: true, vertical: 'middle' };
  });
  row.commit();
}

function toCell(value: SheetCell, type: ColumnType): string | number | Date | null {
  if (typeof value !== 'number') return value;
  if (type === 'charge' || type === 'sum') return value / UNITS_PER_RUBLE;
  if (type === 'duration') return value / SECONDS_PER_DAY;
  // Cells have no zone: the clock of Minsk is written as it is read.
  if (type === 'instant') return new Date(value + MINSK_OFFSET_MS);
  return value;
}
