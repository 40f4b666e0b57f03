import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_MONTHS, type ReadyRequest } from '../../../src-shared/bridge/exports';
import type { ChargeLine } from '../../../src-shared/domain/billing';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { plainCharge } from '../../../src-shared/domain/money';
import { formatDuration, monthOf, startOfMonth } from '../../../src-shared/domain/period';
import { plainPhone } from '../../../src-shared/domain/phone';
import { chargeLine } from '../../../src-shared/domain/testing/guide-page';
import { writeCsv } from '../../documents/csv/write-csv';
import type { DocumentWriter, TableDocument } from '../../documents/model';
import { createPdfWriter } from '../../documents/pdf/write-pdf';
import { readCsv, readPdf, readXlsx } from '../../documents/testing/read-files';
import { calculate, formulasOf, readWorkbook } from '../../documents/testing/read-xlsx';
import { memorySink } from '../../documents/testing/sample';
import { writeXlsx } from '../../documents/xlsx/write-xlsx';
import { sampleCdrs } from '../../store/testing/sample';
import { MONTH, openMonth } from '../testing/month-cache';
import { call, openCabinet } from '../testing/open-cabinet';
import { fonts } from '../testing/read-papers';
import { makeDocument } from './make-document';

const NOW = startOfMonth('2021-07');
const fromPackage = call(startOfMonth('2021-06') - 1000, 60, { id: 9999, packageS: 60 });
const cdrs = [...sampleCdrs(1000), fromPackage];
const may = cdrs.filter(({ startedAt }) => monthOf(startedAt) === '2021-05');

let cabinet: ReturnType<typeof openCabinet>;
beforeAll(() => {
  cabinet = openCabinet(NOW);
  cabinet.store('cdrs', cdrs);
});
afterAll(() => cabinet.close());

function table(request: ReadyRequest): TableDocument {
  const made = makeDocument(cabinet.cache, request, NOW);
  if (!('document' in made)) throw new Error('no table');
  return made.document;
}

async function written(request: ReadyRequest, write: DocumentWriter): Promise<Buffer> {
  const sink = memorySink();
  await write(table(request), sink);
  return sink.bytes();
}

const csvOf = async (request: ReadyRequest) => readCsv(await written(request, writeCsv));

/** Columns of a summary from the number of calls to the sum with VAT. */
function sumsOf(group: readonly Cdr[]): string[] {
  const sum = (value: (cdr: Cdr) => number) => group.reduce((total, cdr) => total + value(cdr), 0);
  const isSms = ({ service }: Cdr) => service === 'sms';
  return [
    String(group.filter((cdr) => !isSms(cdr)).length),
    String(group.filter(isSms).length),
    formatDuration(sum((cdr) => cdr.durationS)),
    formatDuration(sum((cdr) => (isSms(cdr) ? 0 : cdr.billedUnits))),
    formatDuration(sum((cdr) => cdr.packageS)),
    plainCharge(sum((cdr) => cdr.net)),
    plainCharge(sum((cdr) => cdr.gross - cdr.net)),
    plainCharge(sum((cdr) => cdr.gross)),
  ];
}

describe('summaries of a month', () => {
  it('by subscriber, by destination and by cost add up what was recorded', async () => {
    const subscribers = await csvOf({ kind: 'summary-subscriber', month: '2021-05' });
    const ids = [...new Set(may.map(({ subscriberId }) => subscriberId))].sort((a, b) => b - a);
    expect(subscribers.slice(1, -1).map((line) => line.slice(2, -1))).toEqual(
      ids.map((id) => sumsOf(may.filter(({ subscriberId }) => subscriberId === id))),
    );

    const zones = await csvOf({ kind: 'summary-zone', month: '2021-05' });
    expect(zones.find(([way, zone]) => way === 'Исходящий' && zone === 'СНГ')?.slice(2, -1)).toEqual(
      sumsOf(may.filter(({ direction, zone }) => direction === 'out' && zone === 'cis')),
    );

    const costs = await csvOf({ kind: 'summary-cost', month: '2021-05' });
    const between = (from: number, to: number) => may.filter(({ gross }) => gross > from && gross <= to);
    const band = (words: string) => costs.find(([title]) => title === words)?.slice(1, -1);
    expect(band('до 0,10')).toEqual(sumsOf(between(0, 1000)));
    expect(band('больше 0,10, до 0,50')).toEqual(sumsOf(between(1000, 5000)));
    const free = may.filter(({ gross }) => gross === 0);
    expect(band('Бесплатно')).toEqual(sumsOf(free.filter(({ packageS }) => packageS === 0)));
    expect(band('Бесплатно: из пакета минут')).toEqual(sumsOf(free.filter(({ packageS }) => packageS > 0)));

    for (const lines of [subscribers, zones, costs]) {
      const heads = lines === costs ? 1 : 2;
      expect(lines.at(-1)?.slice(heads)).toEqual([...sumsOf(may), '100,0']);
    }
  });

  it.each(['summary-subscriber', 'summary-zone', 'summary-cost'] as const)(
    '%s is one table in every format',
    async (kind) => {
      const request = { kind, month: '2021-05' } as const;
      const lines = await csvOf(request);
      const [sheet] = readXlsx(await written(request, writeXlsx));
      expect(sheet?.rows[2]).toEqual(lines[0]);
      expect(sheet?.rows.length).toBe(2 + lines.length);
      expect(sheet?.rows.slice(3).map((row) => row.at(-1))).toEqual(
        lines.slice(1).map((line) => Number(line.at(-1)?.replace(',', '.'))),
      );
      const printed = (await readPdf(await written(request, createPdfWriter(fonts)))).flat();
      expect(printed.filter((line) => line.startsWith('Итого'))).toHaveLength(1);
      for (const line of lines.slice(1)) expect(printed.join('\n')).toContain(line.at(-1));
    },
  );
});

describe('charges of everybody', () => {
  it('are the lines of all subscribers under one total', async () => {
    const line = (title: string, gross: number): ChargeLine => ({
      kind: 'service',
      code: title,
      title,
      days: null,
      durationS: null,
      count: null,
      monthlyGross: gross,
      usage: null,
      vatRate: 25,
      net: gross - gross / 5,
      vat: gross / 5,
      localTax: 0,
      gross,
    });
    const month = openMonth([
      { name: 'Приёмная', lines: [line('План', 100_000), line('Номер', 25_005)] },
      { name: 'Никто', lines: [] },
      { name: 'Склад', lines: [line('План', 50_000)] },
    ]);
    const made = makeDocument(month.cache, { kind: 'month-charges', month: MONTH }, NOW);
    const sink = memorySink();
    if ('document' in made) await writeCsv(made.document, sink);
    month.close();
    expect(readCsv(sink.bytes()).slice(1)).toEqual([
      ['375291000001', 'Приёмная', 'План', '10,00', '8,00', '25%', '2,00', '0,00', '10,00'],
      ['375291000001', 'Приёмная', 'Номер', '2,5005', '2,0004', '25%', '0,5001', '0,00', '2,5005'],
      ['375291000003', 'Склад', 'План', '5,00', '4,00', '25%', '1,00', '0,00', '5,00'],
      ['Итого начислений', '', '', '', '14,0004', '', '3,5001', '0,00', '17,5005'],
    ]);
  });
});

describe('what is said of charges of everybody', () => {
  const line = chargeLine('План', 100_000);
  const notesOf = ({ cache, close }: ReturnType<typeof openMonth>, month = MONTH) => {
    const made = makeDocument(cache, { kind: 'month-charges', month }, NOW);
    close();
    return 'document' in made ? made.document.footnotes.join(' ') : '';
  };

  it('is whether the invoice of the month was formed', () => {
    expect(notesOf(openMonth([{ name: 'Склад', lines: [line] }]))).toContain(
      'Счет за этот месяц сформирован.',
    );
    const current = openMonth([{ name: 'Склад', lines: [line] }]);
    const item = { subscriberId: 1, month: '2021-06', revision: 1, closed: false, asOf: NOW, lines: [line] };
    current.store('charges', [item]);
    expect(notesOf(current, '2021-06')).toContain(
      'Счет за этот месяц ещё не сформирован: начисления могут измениться.',
    );
  });

  it('is that some are missing, when the invoice is of another sum', () => {
    const partial = openMonth([{ name: 'Склад', lines: [line] }], { invoice: { gross: 250_000 } });
    expect(notesOf(partial)).toContain('Начисления за этот месяц на этом компьютере неполные');
  });
});

describe('whole months of the detalization', () => {
  const request: ReadyRequest = {
    kind: 'cdr-months',
    months: ['2021-05', '2021-03', '2021-04', '2021-05'],
    direction: 'both',
  };
  const april = cdrs.length - may.length;
  const LIMIT = 150;

  it('begin each on a sheet of its own and go on where a sheet is full, with live totals', async () => {
    const bytes = await written(request, (document, sink) => writeXlsx(document, sink, LIMIT));
    const sheets = readXlsx(bytes);
    const numbered = (month: string, rows: number) =>
      Array.from({ length: Math.ceil(rows / LIMIT) }, (_, at) => `${month} 2021 (${at + 1})`);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...numbered('Апрель', april),
      ...numbered('Май', may.length),
      'Сведения',
    ]);
    const rows = sheets.slice(0, -1).flatMap((sheet) => sheet.rows.slice(3).filter((row) => row[1] !== null));
    const times = rows.map((row) => Number(row[1]));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(rows.map((row) => String(row[3])).sort()).toEqual(
      cdrs.map(({ party }) => (/^\d+$/.test(party) ? plainPhone(party) : party)).sort(),
    );
    const book = readWorkbook(bytes);
    let checked = 0;
    for (const name of book.SheetNames)
      for (const { ref, cell } of formulasOf(book, name)) {
        expect(calculate(book, name, ref), `${name}!${ref}`).toBeCloseTo(cell.v as number, 6);
        checked += 1;
      }
    expect(checked).toBeGreaterThan(50);
    const gross = cdrs.reduce((sum, cdr) => sum + cdr.gross, 0);
    expect(sheets.at(-2)?.rows.at(-1)?.at(-2)).toBeCloseTo(gross / 10_000, 4);
  });

  it('are one list in CSV, and one month has no number', async () => {
    const lines = await csvOf(request);
    expect(lines).toHaveLength(cdrs.length + 2);
    const one = await written({ ...request, months: ['2021-04'] }, writeXlsx);
    expect(readXlsx(one).map(({ name }) => name)).toEqual(['Апрель 2021', 'Сведения']);
  });

  it('hold no more rows at a time than a page of them', async () => {
    let largest = 0;
    for await (const piece of table(request).rows) largest = Math.max(largest, piece.length);
    expect(largest).toBeLessThanOrEqual(1000);
    expect(MAX_MONTHS).toBeGreaterThan(12);
  });
});
