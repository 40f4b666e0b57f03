import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadyRequest } from '../../../src-shared/bridge/exports';
import { UNITS_PER_RUBLE } from '../../../src-shared/domain/money';
import { writePaperPdf } from '../../documents/paper/paper-pdf';
import { writePaperXlsx } from '../../documents/paper/paper-xlsx';
import { linesOf, readPdf } from '../../documents/testing/read-pdf';
import { memorySink } from '../../documents/testing/sample';
import type { ReadableCache } from '../../store/cache';
import { makeDocument } from '../exports/make-document';

/** Test equipment: documents of pages, written and read again by other libraries. */
const font = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../resources/fonts', `NotoSans-${name}.ttf`));
export const fonts = { regular: font('Regular'), bold: font('Bold') };

/** The document of the cache, by the way of the program. */
export function paperOf(cache: ReadableCache, request: ReadyRequest, now: number) {
  const made = makeDocument(cache, request, now);
  if (!('paper' in made)) throw new Error('no pages');
  return made;
}
type Paper = ReturnType<typeof paperOf>['paper'];

export async function pdfOf(paper: Paper): Promise<Buffer> {
  const sink = memorySink();
  await writePaperPdf(paper, sink, fonts);
  return sink.bytes();
}

export async function xlsxOf(paper: Paper): Promise<Buffer> {
  const sink = memorySink();
  await writePaperXlsx(paper, sink);
  return sink.bytes();
}

/** Pieces of text by page and line, from the top and from the left; any space is a plain one. */
export async function pieces(pdf: Uint8Array): Promise<string[][][]> {
  const { pages } = await readPdf(pdf);
  return pages.map((page) =>
    linesOf(page).map((line) => line.map(({ text }) => text.replace(/\s+/g, ' ').trim())),
  );
}

/** Lines of text on all pages. */
export const textLines = async (pdf: Uint8Array): Promise<string[]> =>
  (await pieces(pdf)).flat().map((line) => line.join(' '));

/** Pieces of a line that are sums, in units of money. */
export const moneyIn = (line: readonly string[]): number[] =>
  line.flatMap((text) => {
    const match = /^(−?)(\d{1,3}(?: \d{3})*),(\d{2,4})$/.exec(text);
    if (!match) return [];
    const [, sign, rubles = '', fraction = ''] = match;
    const units = Number(rubles.replaceAll(' ', '')) * UNITS_PER_RUBLE + Number(fraction.padEnd(4, '0'));
    return sign ? -units : units;
  });

/** A cell's rubles as exact money. */
export const unitsOf = (cell: unknown): number => Math.round(Number(cell) * UNITS_PER_RUBLE);
