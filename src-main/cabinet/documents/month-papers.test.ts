import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { monthDocuments } from '../../../src-shared/bridge/exports';
import { type ChargeLine, chargeLineName, totalCharges } from '../../../src-shared/domain/billing';
import { formatRublesKopecks } from '../../../src-shared/domain/money';
import { chargeLine, GUIDE_LINES, GUIDE_PAGE } from '../../../src-shared/domain/testing/guide-page';
import { amountInWords } from '../../../src-shared/domain/words';
import { cleanText } from '../../documents/clean-text';
import { readXlsx } from '../../documents/testing/read-files';
import { readPdf } from '../../documents/testing/read-pdf';
import { calculate, formulasOf, readParts, readWorkbook } from '../../documents/testing/read-xlsx';
import { expectTidy } from '../../documents/testing/tidy-pages';
import { type Charged, MONTH, NOW, openMonth } from '../testing/month-cache';
import { moneyIn, paperOf, pdfOf, pieces, textLines, unitsOf, xlsxOf } from '../testing/read-papers';

const refusal = (code: string) => expect.objectContaining({ code });
const amounts = ({
  net,
  vat,
  localTax,
  gross,
}: Omit<ChargeLine, 'kind'> | ReturnType<typeof totalCharges>) => [net, vat, localTax, gross];

describe('the guide’s month as documents', () => {
  const cabinet = openMonth([{ name: 'Главный номер', lines: GUIDE_LINES }], {
    openingDebt: 19_886_249,
    payments: 19_886_200,
  });
  const paper = (kind: (typeof monthDocuments)[number]) =>
    paperOf(cabinet.cache, { kind, month: MONTH }, NOW).paper;

  afterAll(() => cabinet.close());

  it('has the guide’s numbers in the invoice, to the last digit', async () => {
    const lines = await textLines(await pdfOf(paper('invoice')));
    for (const line of [
      'Счет № 202105-012345 от 03.06.2021',
      ...GUIDE_PAGE,
      'Задолженность на начало месяца 1 988,6249',
      'Поступило платежей за месяц −1 988,62',
      'Округление до копеек 0,0012',
      'К оплате 300,09',
      'К оплате: 300 руб. 09 коп. (Триста белорусских рублей 09 копеек).',
    ])
      expect(lines).toContain(line);
  });

  it('rounds the sum of the act once, and its words are of that sum', async () => {
    const text = (await textLines(await pdfOf(paper('act')))).join(' ');
    expect(text).toContain('Акт оказанных услуг № 202105-012345/А от 31.05.2021');
    expect(text).toContain(
      'на сумму 300 руб. 08 коп. (Триста белорусских рублей 08 копеек), в том числе НДС 60 руб. 02 коп. (Шестьдесят белорусских рублей 02 копейки).',
    );
  });

  it('has VAT by both ways in the register, and kopecks that add up', async () => {
    const lines = await textLines(await pdfOf(paper('vat-register')));
    expect(lines).toContain('НДС 25% 240,0671 5 60,0168 0,00 300,0839');
    expect(lines).toContain('НДС 25% 60,0168 60,0168 0,00');
    expect(lines.join(' ')).toContain('190000005-2021-0000202105');
    const [sheet] = readXlsx(await xlsxOf(paper('vat-register')));
    const fact = (label: string) => sheet?.rows.find(([first]) => first === label)?.[1];
    expect(['Без НДС', 'НДС', 'Всего'].map(fact)).toEqual([240.06, 60.02, 300.08]);
  });

  it('says of itself what it is, and the same document has the same bytes', async () => {
    for (const kind of monthDocuments) {
      const pdf = await pdfOf(paper(kind));
      expect(Buffer.compare(pdf, await pdfOf(paper(kind)))).toBe(0);
      const xlsx = await xlsxOf(paper(kind));
      expect(Buffer.compare(xlsx, await xlsxOf(paper(kind)))).toBe(0);
      const { info, pages } = await readPdf(pdf);
      expectTidy(pages);
      expect(info).toMatchObject({
        Title: paper(kind).title,
        Author: 'ООО «Васильковый край»',
        Subject: 'л/с 300012345, май 2021',
        CreationDate: "D:20210607100000+03'00'",
      });
      expect(readWorkbook(xlsx).Props).toMatchObject({ Title: paper(kind).title });
    }
  });

  it('has its sums in line on the comma', async () => {
    const { pages } = await readPdf(await pdfOf(paper('act')));
    const texts = pages.flatMap((page) => page.texts);
    const rightEdge = (sum: string) => {
      const found = texts.find(({ text }) => text === sum);
      return found ? found.x + found.width : Number.NaN;
    };
    for (const sum of ['46,2867', '60,0968']) expect(rightEdge(sum)).toBeCloseTo(rightEdge('56,6756'), 1);
    // Three places end one digit earlier.
    const digit = (texts.find(({ text }) => text === '56,6756')?.size ?? 0) * 0.572;
    expect(rightEdge('77,008')).toBeCloseTo(rightEdge('56,6756') - digit, 1);
  });

  it('is a workbook with typed cells that is set up for printing', async () => {
    const xlsx = await xlsxOf(paper('invoice'));
    const book = readWorkbook(xlsx);
    expect(book.SheetNames).toEqual(['Счет', 'По абонентам']);
    const cells = Object.values(book.Sheets.Счет ?? {}) as { v?: unknown; z?: string; t?: string }[];
    // 25.06.2021 by Excel's count of days.
    expect(cells.find(({ v }) => v === 44_372)).toMatchObject({ t: 'n', z: 'dd\\.mm\\.yyyy' });
    expect(book.Sheets['По абонентам']?.A4).toMatchObject({ t: 's', v: '375291000001' });
    expect(book.Sheets['По абонентам']?.D5).toMatchObject({ t: 'n', v: 56.6756 });
    const part = readParts(xlsx);
    expect(part('xl/worksheets/sheet2.xml')).toMatch(/<pane ySplit="3"[^>]* state="frozen"\/>/);
    for (const sheet of ['sheet1', 'sheet2'])
      expect(part(`xl/worksheets/${sheet}.xml`)).toMatch(/fitToWidth="1" fitToHeight="0"/);
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'По абонентам'!$3:$3</definedName>`,
    );
  });
});

describe('a month that is not ready', () => {
  it('has no documents, and says why', () => {
    const cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }], { invoice: { gross: 3_000_840 } });
    const made = (month: string) => () => paperOf(cabinet.cache, { kind: 'act', month }, NOW);
    expect(made(MONTH)).toThrow(refusal('month-incomplete'));
    expect(made('2021-06')).toThrow(refusal('month-not-invoiced'));
    cabinet.close();
  });

  it('can have an invoice of nothing', async () => {
    const cabinet = openMonth([], { openingDebt: -50_000 });
    const { paper } = paperOf(cabinet.cache, { kind: 'invoice', month: MONTH }, NOW);
    const lines = await textLines(await pdfOf(paper));
    expect(lines).toContain('Предоплата на начало месяца −5,00');
    expect(lines).toContain('Предоплата на следующий месяц 5,00');
    expect(lines).toContain('К оплате: 0 руб. 00 коп. (Ноль белорусских рублей 00 копеек).');
    expect(lines).toContain('Итого начислений 0,00 0,00 0,00 0,00');
    expect((await readXlsx(await xlsxOf(paper))).map(({ name }) => name)).toEqual(['Счет', 'По абонентам']);
    cabinet.close();
  });

  it('is told without the operator’s requisites when it gives none', async () => {
    const cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }], {
      account: { operator: null },
      invoice: { act: null, vatInvoice: null },
    });
    const text = async (kind: 'act' | 'vat-register') =>
      (await textLines(await pdfOf(paperOf(cabinet.cache, { kind, month: MONTH }, NOW).paper))).join(' ');
    expect(await text('act')).toContain('Акт оказанных услуг № 202105-012345 от 31.05.2021');
    expect(await text('act')).toContain('Реквизиты оператором не сообщены');
    expect(await text('vat-register')).toContain('ЭСЧФ оператором не сообщен');
    cabinet.close();
  });
});

/** Names that people give, and that break programs. */
const anyName = fc.oneof(
  fc.constantFrom(
    '=cmd|/c calc',
    '+1',
    '-2+3',
    '@SUM(A1)',
    'ООО «Кавычки» "и" \'другие\'',
    'смайл 😀 и 👩‍👩‍👧',
    'a\u0000b\u0007c\nd\u202e',
    '_x0041_ & <b>',
    'Очень длинное имя '.repeat(12).slice(0, 200),
    'Ж'.repeat(200),
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
);
const anyLine = fc
  .record({
    title: fc.constantFrom('План SIP-номер', 'SMS внутри сети', 'Перерасчет за апрель 2021', 'У'.repeat(160)),
    gross: fc.oneof(fc.constant(0), fc.integer({ min: -5_000_000, max: 50_000_000 }), fc.nat(9_999_999_999)),
    vatRate: fc.constantFrom(20, 25, 26),
    days: fc.option(fc.integer({ min: 1, max: 31 })),
  })
  .map(({ title, gross, ...rest }) => chargeLine(title, gross, rest));
const anyCharged: fc.Arbitrary<Charged> = fc.record({
  name: anyName,
  lines: fc.array(anyLine, { minLength: 1, maxLength: 60 }),
});

describe('documents of any month', () => {
  it('say what the cache says: lines, sums and words', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCharged, { maxLength: 6 }),
        fc.integer({ min: -9_000_000, max: 900_000_000 }),
        async (charged, openingDebt) => {
          const cabinet = openMonth(charged, { openingDebt, payments: 0 });
          try {
            await expectAgreement(cabinet, charged);
          } finally {
            cabinet.close();
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('go over many pages with their headers, sums never alone, and bookmarks', async () => {
    const charged = Array.from({ length: 40 }, (_, index) => ({
      name: `Отдел ${index + 1}`,
      lines: Array.from({ length: 1 + (index % 9) }, (_, at) => chargeLine(`Услуга ${at}`, 12_345 * at)),
    }));
    const cabinet = openMonth(charged);
    const pdf = await pdfOf(paperOf(cabinet.cache, { kind: 'invoice', month: MONTH }, NOW).paper);
    cabinet.close();
    const { pages } = await readPdf(pdf);
    expectTidy(pages);
    expect(pages.length).toBeGreaterThan(4);
    const perPage = (await pieces(pdf)).map((page) => page.map((line) => line.join(' ')));
    for (const [at, lines] of perPage.entries()) {
      expect(lines.at(-1)).toMatch(
        new RegExp(
          `^Счет № 202105-012345 от 03.06.2021 · май 2021 · данные на 07.06.2021 10:00:00 · сформировано 07.06.2021 10:00:00 Стр. ${at + 1} из ${pages.length}$`,
        ),
      );
      const body = lines.slice(0, -1);
      if (at > 1) expect(body.slice(0, 4).join(' ')).toContain('Услуга Сумма');
      const firstData = body.find((line) => /^(Итого|Услуга \d|\+375)/.test(line));
      expect(firstData).not.toMatch(/^Итого/);
      // A subscriber's name is never the last thing on a page.
      expect(body.at(-1)).not.toMatch(/^\+375/);
    }
    const file = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
    const outline = await file.getOutline();
    const last = outline?.at(-1);
    expect(last?.title).toBe('Начисления по абонентам');
    expect(last?.items.map(({ title }) => title)).toEqual(
      charged.map(({ name }, index) => `+375 29 100-00-${String(index + 1).padStart(2, '0')} ${name}`),
    );
    const dest = last?.items.at(-1)?.dest as [{ num: number; gen: number }];
    expect(perPage[await file.getPageIndex(dest[0])]).toContain('+375 29 100-00-40 Отдел 40');
    await file.loadingTask.destroy();
  });
});

type Month = ReturnType<typeof openMonth>;

async function expectAgreement(cabinet: Month, charged: readonly Charged[]): Promise<void> {
  const { invoice } = cabinet;
  const total = totalCharges(charged.flatMap(({ lines }) => lines));
  const { paper } = paperOf(cabinet.cache, { kind: 'invoice', month: MONTH }, NOW);
  const pdf = await pdfOf(paper);
  expectTidy((await readPdf(pdf)).pages);
  const lines = (await pieces(pdf)).flat();
  const from = lines.findIndex(([first]) => first === 'Начисления по абонентам');
  const printed = lines
    .slice(from)
    .map(moneyIn)
    .filter(({ length }) => length === 4);
  expect(printed).toEqual([
    ...charged.flatMap((one) => [...one.lines.map(amounts), amounts(totalCharges(one.lines))]),
    amounts(total),
  ]);
  const text = lines.flat().join(' ');
  expect(text).toContain(formatRublesKopecks(invoice.amountDue));
  expect(text.replaceAll(' ', '')).toContain(amountInWords(invoice.amountDue).replaceAll(' ', ''));

  const book = readWorkbook(await xlsxOf(paper));
  const [, subscribers] = readXlsx(await xlsxOf(paper));
  const rows = subscribers?.rows.slice(3) ?? [];
  const names = (cell: unknown) => String(cell ?? '');
  expect(
    rows
      .slice(0, -1)
      .map(([number, name, title, net, , vat, tax, gross]) => [
        number,
        names(name),
        title,
        ...[net, vat, tax, gross].map(unitsOf),
      ]),
  ).toEqual(
    charged.flatMap((one, index) =>
      one.lines.map((line) => [
        String(375_291_000_001 + index),
        cleanText(one.name),
        chargeLineName(line),
        ...amounts(line),
      ]),
    ),
  );
  // Only the totals are formulas, and made anew they are what is printed.
  for (const sheet of book.SheetNames) {
    for (const { ref, cell } of formulasOf(book, sheet)) {
      expect(cell.f).toMatch(/^(SUM|SUBTOTAL)\(/);
      expect(unitsOf(calculate(book, sheet, ref))).toBe(unitsOf(cell.v));
    }
  }
  expect([3, 5, 6, 7].map((at) => unitsOf(rows.at(-1)?.[at]))).toEqual(amounts(total));
  const face = readXlsx(await xlsxOf(paper))[0]?.rows ?? [];
  expect(unitsOf(face.find(([label]) => label === 'К оплате')?.at(-1))).toBe(invoice.amountDue);
}
