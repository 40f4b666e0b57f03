import { read, utils } from '@e965/xlsx';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Test equipment: finished files as other programs read them. Not part of the program. */

export type SheetCell = string | number | boolean | null;

/** Cells of every sheet of a workbook, row by row; numbers are raw: rubles, and days for times. */
export function readXlsx(bytes: Uint8Array): { name: string; rows: SheetCell[][] }[] {
  const book = read(bytes, { type: 'buffer', dense: true });
  return book.SheetNames.map((name) => ({
    name,
    rows: utils.sheet_to_json<SheetCell[]>(book.Sheets[name] as object, {
      header: 1,
      raw: true,
      defval: null,
      blankrows: true,
    }),
  }));
}

/** Fields of a CSV file, line by line. @throws Error when it does not begin with the mark of UTF-8 */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\ufeff')) throw new Error('no byte order mark');
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)) {
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ';') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** Lines of text of every page, in reading order; the pieces of a line are parted by one space. */
export async function readPdf(bytes: Uint8Array): Promise<string[][]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await loading.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = new Map<number, { x: number; text: string }[]>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x, y] = item.transform as number[];
      const baseline = Math.round(y as number);
      lines.set(baseline, [...(lines.get(baseline) ?? []), { x: x as number, text: item.str }]);
    }
    pages.push(
      [...lines]
        .sort(([a], [b]) => b - a)
        .map(([, pieces]) =>
          pieces
            .sort((a, b) => a.x - b.x)
            .map(({ text }) => text)
            .join(' ')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
    );
  }
  await loading.destroy();
  return pages;
}
