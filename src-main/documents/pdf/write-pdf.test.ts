import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { printedCell } from '../cell-text';
import type { Cell, CellType, DocumentColumn, Row, TableDocument } from '../model';
import { bookmarksOf, linesOf, type PdfPage, type PdfText, readPdf, renderPdf } from '../testing/read-pdf';
import { documentOf, SAMPLE_COLUMNS, sampleRows } from '../testing/sample';
import { expectTidy, MARGIN } from '../testing/tidy-pages';
import { writePdf, written } from '../testing/written';
import { MAX_PDF_ROWS } from './write-pdf';

const pagesOf = async (document: TableDocument): Promise<PdfPage[]> =>
  (await readPdf(await written(writePdf, document))).pages;
const words = (line: readonly PdfText[] = []): string[] => line.map(({ text }) => text);
/** A cell as the reader gives it: any space is a plain one to it. */
const readCell = (type: CellType, cell: Cell): string => printedCell(type, cell).replaceAll('\u00a0', ' ');
/** Lines of the table on a page: without title and facts, header and footer. */
function tableOf(page: PdfPage): { header: PdfText[][]; rows: PdfText[][]; footer: PdfText[] } {
  const lines = linesOf(page);
  const headerAt = lines.findIndex((line) => line[0]?.text === 'Дата и время');
  return {
    header: lines.slice(headerAt - 1, headerAt + 1),
    rows: lines.slice(headerAt + 1, -1),
    footer: lines.at(-1) ?? [],
  };
}

describe('bookmarks', () => {
  const PARTY = 1;
  const sections = { column: PARTY, words: (cell: Cell) => `Абонент ${cell}` };
  const parties = ['375291000001', '375291000002', '375291000003'];
  const rows = sampleRows(230).map((row, at) => row.with(PARTY, parties[Math.floor(at / 100)] ?? ''));

  it('lead to the first row of every section', async () => {
    const pdf = await written(writePdf, documentOf(rows, { sections }));
    const { pages } = await readPdf(pdf);
    const bookmarks = await bookmarksOf(pdf);
    expect(bookmarks.map(({ title }) => title)).toEqual(parties.map((party) => `Абонент ${party}`));
    for (const [at, { page, y }] of bookmarks.entries()) {
      const below = linesOf(pages[page - 1] as PdfPage).find(([first]) => (first?.y ?? y) < y);
      const row = rows[at * 100] as Row;
      expect(words(below).slice(0, 2)).toEqual([
        readCell('instant', row[0] ?? null),
        readCell('phone', row[PARTY] ?? null),
      ]);
    }
  });

  it('are none where rows stand in no order, or there are none', async () => {
    expect(await bookmarksOf(await written(writePdf, documentOf(rows)))).toEqual([]);
    expect(await bookmarksOf(await written(writePdf, documentOf([], { sections })))).toEqual([]);
  });
});

describe('a PDF of many pages', () => {
  // Amounts of any length, with two to four places, some of them below zero.
  const rows = sampleRows(230).map((row, at) => {
    return row.with(8, Number(row[8]) * 7 ** (at % 6) * (at % 11 === 0 ? -1 : 1));
  });
  const document = documentOf(rows);
  let pages: PdfPage[] = [];
  beforeAll(async () => {
    pages = await pagesOf(documentOf(rows));
  });

  it('has every row in order, the totals and the notes', () => {
    const printed = rows.map((row) => SAMPLE_COLUMNS.map(({ type }, at) => readCell(type, row[at] ?? null)));
    const totals = SAMPLE_COLUMNS.flatMap(({ type }, at) => {
      const total = document.totals?.values[at] ?? null;
      return total === null ? [] : [readCell(type, total)];
    });
    const found = pages.flatMap((page) => tableOf(page).rows.map(words));
    expect(found).toEqual([...printed, ['Итого', ...totals], ['Суммы в белорусских рублях (BYN).']]);
  });

  it('repeats header and footer on each page', () => {
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, at) => {
      const { header, footer } = tableOf(page);
      expect(header.map(words)).toEqual(tableOf(pages[0] as PdfPage).header.map(words));
      expect(header.flat().every(({ bold }) => bold)).toBe(true);
      expect(words(footer).join(' ')).toBe(
        `Детализация за май 2021 · Л/с 123456789 · сформировано 10.05.2021 09:14:15 Стр. ${at + 1} из ${pages.length}`,
      );
    });
  });

  it('begins with title and facts', () => {
    const [title, ...facts] = linesOf(pages[0] as PdfPage);
    expect(title).toMatchObject([{ text: 'Детализация за май 2021', bold: true }]);
    expect(facts.slice(0, 2).map(words)).toEqual([
      ['Организация', 'ООО «Ромашка & Ко»', 'Период', 'май 2021'],
      ['Л/с', '123456789', 'Данные на', '10.05.2021 09:14:00'],
    ]);
  });

  it('sets numbers under each other', () => {
    const lines = pages.flatMap((page) => tableOf(page).rows).slice(0, rows.length);
    const ends = (at: number) => lines.map((line) => (line[at] as PdfText).x + (line[at] as PdfText).width);
    for (const [at, { type }] of SAMPLE_COLUMNS.entries()) {
      const places =
        type === 'charge'
          ? lines.map((line) => commaOf(line[at] as PdfText))
          : ['duration', 'integer', 'percent', 'sum'].includes(type)
            ? ends(at)
            : lines.map((line) => (line[at] as PdfText).x);
      expect(Math.max(...places) - Math.min(...places), type).toBeLessThan(0.05);
    }
  });

  it('is tidy', () => expectTidy(pages));
});

/** Where the comma of an amount stands; all digits are of one width, spaces are before the comma. */
function commaOf({ text, x, width, size }: PdfText): number {
  const spaces = text.split(' ').length - 1;
  const narrow = size * 0.26 * spaces;
  const digit = (width - size * 0.268 - narrow) / (text.length - 1 - spaces);
  return x + narrow + digit * (text.indexOf(',') - spaces);
}

describe('a PDF', () => {
  it('never leaves totals without a row above them', async () => {
    const counts = new Map<number, number>();
    const columns = [SAMPLE_COLUMNS[0], SAMPLE_COLUMNS[9]] as DocumentColumn[];
    for (let count = 38; count <= 42; count += 1) {
      const rows = sampleRows(count).map((row): Row => [row[0] as number, row[9] as number]);
      const pages = await pagesOf(documentOf(rows, { footnotes: [] }, columns));
      expectTidy(pages);
      const last = tableOf(pages.at(-1) as PdfPage).rows;
      expect(last.at(-1)?.[0]?.text).toBe('Итого');
      expect(last.length).toBeGreaterThanOrEqual(2);
      counts.set(count, pages.length);
    }
    // The border of a page was among them.
    expect(new Set(counts.values())).toEqual(new Set([1, 2]));
  });

  it.each([0, 1])('of %i rows is whole', async (count) => {
    const [page, ...more] = await pagesOf(documentOf(sampleRows(count)));
    expect(more).toEqual([]);
    expect(linesOf(page as PdfPage).some(([first]) => first?.text === 'Итого' && first.bold)).toBe(true);
    expectTidy([page as PdfPage]);
  });

  it('wraps long texts, keeps amounts whole and stays tidy', async () => {
    const name =
      'Общество с ограниченной ответственностью «Очень длинное название организации» и ещё немного слов: '.repeat(
        2,
      );
    const address = `sip:${'0123456789'.repeat(12)}@example.by`;
    const rows: Row[] = [
      [
        0,
        address,
        name.trim(),
        '2021-05-10',
        '2021-05',
        3_599_999,
        1_234_567,
        25,
        -99_999_999_999,
        9_999_999_999_900,
      ],
      ...sampleRows(30),
    ];
    const long = 'Название '.repeat(40).trim();
    const facts = [
      { label: 'Организация', value: long },
      { label: 'Л/с', value: '123456789' },
      { label: 'Период', value: long },
    ];
    const pages = await pagesOf(documentOf(rows, { title: long, subject: long, facts, footnotes: [long] }));
    expectTidy(pages);
    const texts = pages.flatMap((page) => page.texts);
    const joined = (column: number) => {
      const x = texts.find(({ text }) => text === SAMPLE_COLUMNS[column]?.title)?.x;
      return texts.filter((one) => one.x === x && !one.bold).map(({ text }) => text);
    };
    expect(joined(1).join('')).toContain(address);
    expect(joined(2).join(' ')).toContain(name.trim());
    expect(words(texts)).toEqual(expect.arrayContaining(['−9 999 999,9999', '999 999 999,99']));
  });

  it('prints what narrowed a list whole: its totals are of nothing else', async () => {
    const value = Array.from({ length: 60 }, (_, at) => `условие ${at + 1}`).join(', ');
    const facts = [
      { label: 'Организация', value: 'ООО «Ромашка»' },
      { label: 'Фильтры', value },
    ];
    const pages = await pagesOf(documentOf(sampleRows(3), { facts }));
    expectTidy(pages);
    expect(words(pages.flatMap(({ texts }) => texts)).join(' ')).toContain(value);
  });

  it('has room for the number of pages when every row is tall', async () => {
    const name = 'слово '.repeat(60).trim();
    const pages = await pagesOf(documentOf(sampleRows(70).map((row) => row.with(2, name))));
    expect(pages.length).toBeGreaterThan(9);
    expectTidy(pages);
  });

  it('sets numbers narrower rather than cut them', async () => {
    const columns = Array.from({ length: 30 }, (_, at): DocumentColumn => {
      return { key: `k${at}`, title: 'Дата и время', type: 'integer', width: 10 };
    });
    const pages = await pagesOf(documentOf([columns.map((_, at) => 1_000_000_000 + at)], {}, columns));
    expectTidy(pages);
    const found = pages.flatMap(({ texts }) => texts).filter(({ bold }) => !bold);
    for (let at = 0; at < columns.length; at += 1)
      expect(words(found)).toContain(`1 000 000 0${String(at).padStart(2, '0')}`);
  });

  it('is tidy whatever the texts are', async () => {
    const columns: readonly DocumentColumn[] = SAMPLE_COLUMNS.filter(({ type }) =>
      ['text', 'phone', 'charge'].includes(type),
    );
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.lorem({ maxCount: 30 }));
    const row = fc.tuple(text, text, fc.integer({ min: -1e13, max: 1e13 }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), text, async (rows, title) => {
        expectTidy(await pagesOf(documentOf(rows, { title }, columns)));
      }),
      { numRuns: 10 },
    );
  });

  it('shows a sign for every character, also for those that its font lacks', async () => {
    const columns: readonly DocumentColumn[] = [{ key: 'text', title: 'Текст', type: 'text', width: 20 }];
    const lines = [...'ЁйЎўіІж№½€é漢😀ไ'];
    const bytes = await written(
      writePdf,
      documentOf(
        lines.map((text) => [text]),
        { totals: null },
        columns,
      ),
    );
    const [page] = (await readPdf(bytes)).pages;
    const ink = await renderPdf(bytes, 1);
    for (const line of lines) {
      const found = page?.texts.find(({ text }) => text === line);
      expect(found, line).toBeDefined();
      const { x, y, width, size } = found as PdfText;
      expect(width, line).toBeGreaterThan(size / 5);
      expect(ink(x, y, width, size * 0.7), line).toBe(true);
    }
    expect(ink(0, 0, MARGIN - 1, 841)).toBe(false);
    expect(ink(595 - MARGIN + 1, 0, MARGIN - 1, 841)).toBe(false);
  });

  it('gives back every character, also those whose number holds bytes that mean something in PDF', async () => {
    const columns: readonly DocumentColumn[] = [{ key: 'text', title: 'Текст', type: 'text', width: 20 }];
    // «( ) \\» and a carriage return are among the first hundred numbers.
    const texts = Array.from({ length: 128 }, (_, at) => String.fromCodePoint(0x400 + at).repeat(2));
    const rows = texts.map((text): Row => [`${text} (\\)`]);
    const pages = await pagesOf(documentOf(rows, { totals: null }, columns));
    const read = pages.flatMap((page) => page.texts.map(({ text }) => text));
    expect(read.filter((text) => text.endsWith(' (\\)'))).toEqual(rows.map(([text]) => text));
  });

  it('says whose and of when it is', async () => {
    const { info } = await readPdf(await written(writePdf, documentOf(sampleRows(3))));
    expect(info).toMatchObject({
      Title: 'Детализация за май 2021',
      Subject: 'Л/с 123456789',
      Author: 'ООО «Ромашка & Ко»',
      Creator: 'SIP Cabinet',
      CreationDate: "D:20210510091415+03'00'",
      Language: 'ru-RU',
    });
  });

  it('tells the place of every object rightly', async () => {
    const file = (await written(writePdf, documentOf(sampleRows(120)))).toString('latin1');
    const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    const [, count = '', ...entries] = file.slice(tableAt).split('\n');
    expect(count).toMatch(/^0 \d+$/);
    const offsets = entries.slice(1, Number(count.slice(2)));
    expect(offsets.length).toBeGreaterThan(10);
    offsets.forEach((entry, at) => {
      const offset = Number(entry.slice(0, 10));
      expect(entry).toMatch(/^\d{10} 00000 n $/);
      expect(file.slice(offset, offset + 12)).toMatch(new RegExp(`^${at + 1} 0 obj\n`));
    });
  });

  it('is refused when it would be too large', async () => {
    const document = documentOf([], { rowCount: MAX_PDF_ROWS + 1 });
    await expect(written(writePdf, document)).rejects.toMatchObject({
      code: 'export-too-large',
      params: { rows: MAX_PDF_ROWS + 1, limit: MAX_PDF_ROWS },
    });
  });
});
