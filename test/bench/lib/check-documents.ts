import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Instants of the rows; the file's own time, which stands above and below them, is in another month. */
const INSTANT = /\d\d\.04\.2021\s*\d\d:\d\d:\d\d/g;
/** Excel's number of some day in 2009: instants are above, all other numbers of a row below. */
const SOME_DAY = 40_000;
const INSTANT_COLUMN = 1;

/** Rows of calls in a file, recognised by their instants; whatever stands above and below them is left out. */
export async function countRows(file: string, format: 'xlsx' | 'csv' | 'pdf'): Promise<number> {
  const bytes = readFileSync(file);
  if (format === 'csv') {
    return bytes
      .toString()
      .split('\n')
      .filter((line) => line.search(INSTANT) >= 0).length;
  }
  return format === 'xlsx' ? sheetRows(bytes) : pdfRows(bytes);
}

function sheetRows(bytes: Buffer): number {
  const book = XLSX.read(bytes, { dense: true, sheets: 0 });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as unknown as { '!data'?: XLSX.CellObject[][] };
  return (sheet['!data'] ?? []).filter((row) => {
    const value = row?.[INSTANT_COLUMN]?.v;
    return typeof value === 'number' ? value > SOME_DAY : String(value ?? '').search(INSTANT) >= 0;
  }).length;
}

async function pdfRows(bytes: Buffer): Promise<number> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  let count = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    count += text.match(INSTANT)?.length ?? 0;
    page.cleanup();
  }
  await loading.destroy();
  return count;
}
