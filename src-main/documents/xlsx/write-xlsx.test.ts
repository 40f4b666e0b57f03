import { SSF, utils } from '@e965/xlsx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import type { Cell, DocumentColumn, Row, TableDocument } from '../model';
import { cellAt, readParts, readWorkbook } from '../testing/read-xlsx';
import { documentOf, SAMPLE_COLUMNS, sampleRows } from '../testing/sample';
import { written } from '../testing/written';
import { cellNumber } from './cells';
import { writeXlsx } from './write-xlsx';

const SHEET = 'Детализация';
const START = Date.UTC(2021, 4, 10, 6, 14, 5);
const FIRST: Row = [
  START,
  '+375291234567',
  'СНГ',
  '2021-05-10',
  '2021-05',
  359_999,
  12_345,
  25,
  -12_345_678,
  -99,
];

async function readByExceljs(document: TableDocument): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  const bytes = await written(writeXlsx, document);
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
}

describe('cells', () => {
  it('hold numbers and dates of the right type, shown as people read them', async () => {
    const book = readWorkbook(await written(writeXlsx, documentOf([FIRST])));
    const cells = SAMPLE_COLUMNS.map((_, at) => cellAt(book, SHEET, `${utils.encode_col(at)}4`));
    expect(cells.map((cell) => [cell?.t, cell?.w])).toEqual([
      ['n', '10.05.2021 09:14:05'],
      ['s', '375291234567'],
      ['s', 'СНГ'],
      ['n', '10.05.2021'],
      ['n', 'May 2021'],
      ['n', '99:59:59'],
      ['n', '12,345'],
      ['n', '25%'],
      ['n', undefined],
      ['n', '-0.01'],
    ]);
    expect(cells.map((cell) => cell?.v).slice(6)).toEqual([12_345, 0.25, -1234.5678, -0.0099]);
    // The reader knows neither Russian months nor optional places.
    expect([cells[1]?.z, cells[4]?.z, cells[8]?.z]).toEqual(['@', '[$-419]mmmm\\ yyyy', '#,##0.00##']);
    expect(SSF.parse_date_code(cells[0]?.v as number)).toMatchObject({
      y: 2021,
      m: 5,
      d: 10,
      H: 9,
      M: 14,
      S: 5,
    });
  });

  it('are the same to another reader', async () => {
    const sheet = (await readByExceljs(documentOf([FIRST]))).getWorksheet(SHEET);
    const values = SAMPLE_COLUMNS.map((_, at) => sheet?.getRow(4).getCell(at + 1).value);
    // It gives wall-clock times as if they were UTC, and durations as times after 30.12.1899.
    expect(values).toEqual([
      new Date(START + MINSK_OFFSET_MS),
      '375291234567',
      'СНГ',
      new Date('2021-05-10'),
      new Date('2021-05-01'),
      new Date(Date.UTC(1899, 11, 30) + 359_999_000),
      12_345,
      0.25,
      -1234.5678,
      -0.0099,
    ]);
  });

  it('hold money and time exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e12, max: 9e12 }), fc.nat(1e9), (amount, seconds) => {
        expect(Number(cellNumber('charge', amount))).toBe(amount / 10_000);
        expect(Math.round(Number(cellNumber('duration', seconds)) * 86_400)).toBe(seconds);
      }),
    );
  });

  it('are absent where there is nothing', async () => {
    const empty: Row[] = [
      SAMPLE_COLUMNS.map(() => null),
      [START, '', '', null, null, null, null, null, null, null],
    ];
    const book = readWorkbook(await written(writeXlsx, documentOf([...empty, FIRST])));
    const filled = Object.keys(book.Sheets[SHEET] ?? {}).filter((ref) => /^[A-Z][45]$/.test(ref));
    expect(filled).toEqual(['A5']);
  });
});

describe('texts', () => {
  const columns: readonly DocumentColumn[] = [
    { key: 'text', title: 'Текст & <b>"x"</b> \'', type: 'text', width: 20 },
    { key: 'party', title: 'Кто', type: 'phone', width: 20 },
  ];
  const long = 'Щ'.repeat(200);
  const texts: [string, string][] = [
    ["=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"],
    ['+1', '+1'],
    ['-1', '-1'],
    ['@x', '@x'],
    ['\t=1', ' =1'],
    ['say "x" & <b>\'y\'</b> ]]>', 'say "x" & <b>\'y\'</b> ]]>'],
    ['Ёлка 😀 👩‍👩‍👧 漢字 العربية', 'Ёлка 😀 👩‍👩‍👧 漢字 العربية'],
    ['a\u0000b\u0007\u001bc\u202ed\ufffee', 'abcde'],
    ['half \ud800 pair \udc00', 'half \ufffd pair \ufffd'],
    ['two\r\nlines', 'two lines'],
    ['  spaces  inside and out  ', '  spaces  inside and out  '],
    ['_x0041_ _x000a_', '_x0041_ _x000a_'],
    ['_x\u00000041_', '_x0041_'],
    ['007', '007'],
    ['1e5', '1e5'],
    ['TRUE', 'TRUE'],
    [long, long],
    ['😀'.repeat(20_000), `${'😀'.repeat(16_383)}\ufffd`],
  ];
  // More distinct texts than the shared table takes: the last ones stand in their cells.
  const filler = Array.from({ length: 10_000 }, (_, at): Row => [`text ${at}`, `party ${at}`]);

  it.each([
    ['in the table of texts', []],
    ['in the cells', filler],
  ])('stay texts, character for character, %s', async (_, before) => {
    const rows: Row[] = [...before, ...texts.map(([text]): Row => [text, null])];
    const book = readWorkbook(await written(writeXlsx, documentOf(rows, { totals: null }, columns)));
    texts.forEach(([, expected], at) => {
      const cell = cellAt(book, SHEET, `A${4 + before.length + at}`);
      expect([cell?.t, cell?.v, cell?.f]).toEqual(['s', expected, undefined]);
    });
    expect(cellAt(book, SHEET, 'A3')?.v).toBe('Текст & <b>"x"</b> \'');
  });

  it('are the same to another reader; parties of calls are texts by format', async () => {
    const short = texts.filter(([, expected]) => expected.length < 1000);
    const rows = short.map(([text]): Row => [text, '=1']);
    const sheet = (await readByExceljs(documentOf(rows, { totals: null }, columns))).getWorksheet(SHEET);
    // It does not turn «_x0041_» back into what was meant.
    const plain = (text: Cell) => String(text).replaceAll('_x005F_', '_');
    expect(short.map((_, at) => plain(sheet?.getRow(4 + at).getCell(1).value as string))).toEqual(
      short.map(([, expected]) => expected),
    );
    const phone = sheet?.getCell('B4');
    expect([phone?.value, phone?.type, phone?.numFmt]).toEqual(['=1', exceljs.ValueType.String, '@']);
  });

  it('keep their spaces and, when a cell is edited, their first sign', async () => {
    const rows: Row[] = [
      ['=1', null],
      ['  apart ', null],
      ['plain', null],
    ];
    const xml = readParts(await written(writeXlsx, documentOf(rows, { totals: null }, columns)));
    const looks =
      xml('xl/styles.xml')
        .split('<cellXfs')[1]
        ?.match(/<xf [^>]*>/g) ?? [];
    const lookOf = (ref: string) => {
      const style = new RegExp(`<c r="${ref}" s="(\\d+)"`).exec(xml('xl/worksheets/sheet1.xml'))?.[1];
      return looks[Number(style)];
    };
    expect(lookOf('A4')).toContain('quotePrefix="1"');
    expect(lookOf('A6')).not.toContain('quotePrefix');
    expect(xml('xl/sharedStrings.xml')).toContain('<t xml:space="preserve">  apart </t>');
  });
});

describe('the workbook', () => {
  it('is ready to read and to print', async () => {
    const book = await readByExceljs(documentOf(sampleRows(30), { title: 'Счёт & «детали»' }));
    const sheet = book.getWorksheet(SHEET);
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 3 }]);
    expect(sheet?.autoFilter).toBe('A3:J33');
    expect(sheet?.pageSetup).toMatchObject({
      printTitlesRow: '3:3',
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&L&8Счёт && «детали»&R&8Стр. &P из &N');
    expect(sheet?.getRow(3).values).toEqual([undefined, ...SAMPLE_COLUMNS.map(({ title }) => title)]);
    expect(sheet?.getCell('A1').value).toBe('Счёт & «детали»');
    expect(sheet?.getCell('A2').value).toContain('Организация: ООО «Ромашка & Ко»');
    expect(book).toMatchObject({
      title: 'Счёт & «детали»',
      creator: 'ООО «Ромашка & Ко»',
      subject: 'Л/с 123456789',
    });
  });

  it('has columns wide enough for titles, rows and totals', async () => {
    const rows: Row[] = Array.from({ length: 2 }, () => FIRST.with(9, 90_000_000_000_000));
    const sheet = (await readByExceljs(documentOf(rows))).getWorksheet(SHEET);
    SAMPLE_COLUMNS.forEach(({ title, width }, at) => {
      const longestWord = Math.max(...title.split(' ').map(({ length }) => length));
      expect(sheet?.getColumn(at + 1).width).toBeGreaterThan(Math.max(width, longestWord));
    });
    expect(sheet?.getColumn(10).width).toBeGreaterThan('18 000 000 000,00'.length);
  });

  it('keeps digits of a title apart from the size of its type', async () => {
    const sheet = (await readByExceljs(documentOf([], { title: '2021 год' }))).getWorksheet(SHEET);
    expect(sheet?.headerFooter.oddFooter).toMatch(/^&L&8 2021 год&R/);
  });

  it.each([
    ['Сведения', 'Лист 1'],
    ["'[Счёт]: а/б?*\\'", 'Счёт   а б'],
    ['', 'Лист 1'],
    ['Д'.repeat(40), 'Д'.repeat(31)],
  ])('names the sheet of %j so that spreadsheets take it', async (sheetTitle, expected) => {
    const book = readWorkbook(await written(writeXlsx, documentOf(sampleRows(3), { sheetTitle })));
    expect(book.SheetNames).toEqual([expected, 'Сведения']);
  });
});
