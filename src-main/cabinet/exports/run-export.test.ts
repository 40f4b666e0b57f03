import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CdrFilter,
  type CdrGrouping,
  cdrSortColumns,
  type GroupMeasure,
} from '../../../src-shared/bridge/cabinet';
import type { ExportFormat } from '../../../src-shared/bridge/export-formats';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { formatInstant } from '../../../src-shared/domain/period';
import type { ExportReport } from '../../channel/core-contract';
import { readCsv, readPdf, readXlsx } from '../../documents/testing/read-files';
import { type Bench, startBench, type TestCore } from '../testing/harness';
import { appealsTable, callCentreTable, scheduleTable } from '../testing/request-screens';
import { csvLines, pdfLines, readSheetRows, type ScreenTable, sheetRows } from '../testing/screen-table';
import {
  type CdrColumn,
  cdrTable,
  chargesTable,
  groupsTable,
  invoicesTable,
  paymentsTable,
  subscribersTable,
} from '../testing/screens';
import { runExport } from './run-export';

let bench: Bench;
let core: TestCore;
beforeAll(async () => {
  bench = await startBench();
  core = await bench.core();
  await core.call('session.signInByPassword', bench.credentials);
  await core.idle();
});
afterAll(() => bench.close());

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');

/** The file of the document, by the way of the program: core prepares, the export process writes. */
async function exported(document: DocumentRequest, format: ExportFormat): Promise<Buffer> {
  const { job, totalRows } = await core.call('core.prepareExport', document);
  const targetPath = join(bench.folder, `file.${format}`);
  const partialPath = join(bench.folder, '.file.partial');
  const reports: ExportReport[] = [];
  await runExport({ job, format, targetPath, partialPath, fontFolder }, (report) => reports.push(report));
  expect(reports.at(-1)).toEqual({ kind: 'done', rows: totalRows });
  expect(reports.at(-2)).toEqual({ kind: 'progress', rows: totalRows, totalRows });
  expect(existsSync(partialPath)).toBe(false);
  return readFileSync(targetPath);
}

const ALL_COLUMNS: CdrColumn[] = [
  ...(['subscriber', 'startedAt', 'direction', 'party', 'service', 'zone', 'status', 'durationS'] as const),
  ...(['billedUnits', 'packageS', 'net', 'vat', 'gross', 'late'] as const),
];
const SOME_COLUMNS: CdrColumn[] = ['gross', 'zone', 'billedUnits', 'startedAt', 'party'];

const wholeMay: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both' };
const narrowApril: CdrFilter = {
  subscriberId: 2,
  month: '2021-04',
  direction: 'out',
  services: ['voice', 'sms'],
  zones: ['mobile', 'fixed', 'cis'],
  minGross: 1,
  fromDay: '2021-04-05',
  toDay: '2021-04-23',
};
const dearApril: CdrFilter = { subscriberId: 2, month: '2021-04', direction: 'out', minGross: 1000 };
const byNumber = { column: 'subscriber', descending: false } as const;
const longestFirst = { column: 'durationS', descending: true } as const;

type Screen = { name: string; document: DocumentRequest; fileName: string; table(): Promise<ScreenTable> };
const groupsCase = (filter: CdrFilter, by: CdrGrouping, measure: GroupMeasure, fileName: string): Screen => ({
  name: `the detalization of ${filter.month} by ${by}`,
  document: { kind: 'cdr-groups', filter, by, measure },
  fileName: `Детализация ${fileName}`,
  table: () => groupsTable(core, filter, by, measure),
});
const screens: Screen[] = [
  {
    name: 'the detalization of the account with all columns',
    document: { kind: 'cdrs', filter: wholeMay, sort: byNumber },
    fileName: 'Детализация 300012345 2021-05 исходящие+входящие',
    table: () => cdrTable(core, wholeMay, byNumber, ALL_COLUMNS),
  },
  {
    name: 'the detalization filtered, sorted, with chosen columns',
    document: { kind: 'cdrs', filter: narrowApril, sort: longestFirst, columns: SOME_COLUMNS },
    fileName: 'Детализация 375291000002 2021-04 исходящие',
    table: () => cdrTable(core, narrowApril, longestFirst, SOME_COLUMNS),
  },
  groupsCase(wholeMay, 'party', 'rows', 'по номерам 300012345 2021-05 исходящие+входящие'),
  groupsCase(wholeMay, 'subscriber', 'gross', 'по абонентам 300012345 2021-05 исходящие+входящие'),
  groupsCase(narrowApril, 'zone', 'duration', 'по направлениям 375291000002 2021-04 исходящие'),
  groupsCase(wholeMay, 'day', 'gross', 'по дням 300012345 2021-05 исходящие+входящие'),
  groupsCase(wholeMay, 'hour', 'gross', 'по часам 300012345 2021-05 исходящие+входящие'),
  groupsCase(wholeMay, 'month', 'gross', 'по месяцам 300012345 2020-06 – 2021-05 исходящие+входящие'),
  groupsCase(dearApril, 'month', 'rows', 'по месяцам 375291000002 2020-05 – 2021-04 исходящие'),
  {
    name: 'charges',
    document: {
      kind: 'charges',
      subscriberId: 1,
      month: '2021-05',
      columns: ['title', 'net', 'vatRate', 'vat', 'localTax', 'gross'],
    },
    fileName: 'Начисления 375291000001 2021-05',
    table: () => chargesTable(core, 1, '2021-05'),
  },
  {
    name: 'payments of a period',
    document: {
      kind: 'payments',
      fromDay: '2020-07-01',
      toDay: '2021-03-17',
      columns: ['amount', 'receivedAt', 'document'],
      sort: { column: 'amount', descending: false },
    },
    fileName: 'Платежи 300012345 2021-05-10',
    table: () => paymentsTable(core, '2020-07-01', '2021-03-17'),
  },
  {
    name: 'subscribers by mask',
    document: { kind: 'subscribers', mask: '29100000_' },
    fileName: 'Абоненты 300012345 2021-05-10',
    table: () => subscribersTable(core, '29100000_'),
  },
  {
    name: 'invoices',
    document: {
      kind: 'invoices',
      columns: ['number', 'issuedAt', 'gross', 'amountDue', 'dueOn', 'status'],
      sort: { column: 'status', descending: true },
    },
    fileName: 'Счета 300012345 2021-05-10',
    table: () => invoicesTable(core),
  },
  {
    name: 'the call centre by day',
    document: { kind: 'call-centre', by: 'day', month: '2021-04' },
    fileName: 'Статистика колл-центра по дням 2021-04 300012345 2021-05-10',
    table: () => callCentreTable(core, '2021-04', 'day'),
  },
  {
    name: 'the call centre by operator',
    document: { kind: 'call-centre', by: 'operator', month: '2021-05' },
    fileName: 'Статистика колл-центра по операторам 2021-05 300012345 2021-05-10',
    table: () => callCentreTable(core, '2021-05', 'operator'),
  },
  {
    name: 'the schedule of an instalment',
    document: { kind: 'installment-schedule', installmentId: 1 },
    fileName: 'График платежей 300012345 2021-05-10',
    table: () => scheduleTable(core, 1, '2021-05-10'),
  },
  {
    name: 'requests to the specialists',
    document: {
      kind: 'appeals',
      subscriberId: null,
      columns: ['topic', 'whom', 'status', 'openedAt', 'lastAt', 'id'],
      sort: { column: 'topic', descending: false },
    },
    fileName: 'Обращения 300012345 2021-05-10',
    table: () => appealsTable(core),
  },
];

describe.each(screens)('$name', ({ document, table, fileName }) => {
  it('in XLSX holds what the screen shows', async () => {
    const shown = await table();
    expect(shown.rows.length).toBeGreaterThan(1);
    const [sheet, control] = readXlsx(await exported(document, 'xlsx'));
    expect(sheet?.rows[2]).toEqual(shown.columns.map(([title]) => title));
    expect(readSheetRows(sheet?.rows.slice(3) ?? [], shown)).toEqual(sheetRows(shown));
    expect(control?.name).toBe('Сведения');
  });

  it('in CSV holds what the screen shows', async () => {
    expect(readCsv(await exported(document, 'csv'))).toEqual(csvLines(await table()));
  });

  it('in PDF holds what the screen shows', async () => {
    const wanted = pdfLines(await table());
    const pages = await readPdf(await exported(document, 'pdf'));
    const known = new Set(wanted);
    expect(pages.flat().filter((line) => known.has(line))).toEqual(wanted);
  });

  it('has a name that says what it is', async () => {
    expect((await core.call('core.prepareExport', document)).suggestedName).toBe(fileName);
  });
});

describe('the page of the guide', () => {
  const MAY_2021 = [
    ['SIP 3000 минут в другие сети', '77,008', '25%', '19,252', '0,00', '96,26'],
    ['SIP-многоканальность 27', '56,6756', '25%', '14,1689', '0,00', '70,8445'],
    ['План SIP-соединение 27', '46,2867', '25%', '11,5717', '0,00', '57,8584'],
    ['Услуга Короткий номер 27', '60,0968', '25%', '15,0242', '0,00', '75,121'],
    ['Исходящие внутри сети 00:07:00', '0,00', '25%', '0,00', '0,00', '0,00'],
    ['Итого начислений по абоненту', '240,0671', '', '60,0168', '0,00', '300,0839'],
  ];
  const document = screens.find(({ name }) => name === 'charges')?.document as DocumentRequest;

  it('is in the files digit for digit', async () => {
    expect(readCsv(await exported(document, 'csv')).slice(1)).toEqual(MAY_2021);
    const lines = (await readPdf(await exported(document, 'pdf'))).flat();
    for (const line of MAY_2021) expect(lines).toContain(line.filter(Boolean).join(' '));
    expect(lines).toContain('Начисления за май 2021');
    const [sheet] = readXlsx(await exported(document, 'xlsx'));
    expect(sheet?.rows.at(-1)).toEqual([
      'Итого начислений по абоненту',
      240.0671,
      null,
      60.0168,
      0,
      300.0839,
    ]);
  });
});

describe('the detalization', () => {
  const filter: CdrFilter = { subscriberId: 2, month: '2021-05', direction: 'both', lateOnly: false };

  it.each(cdrSortColumns)('has the rows of the screen in its order by %s', async (column) => {
    for (const descending of [false, true]) {
      const sort = { column, descending };
      const columns: CdrColumn[] = ['startedAt', 'party', 'durationS', 'gross'];
      const csv = readCsv(await exported({ kind: 'cdrs', filter, sort, columns }, 'csv'));
      expect(csv).toEqual(csvLines(await cdrTable(core, filter, sort, columns)));
    }
  });

  it('tells whose it is, what narrowed it and of when its data is', async () => {
    const document = screens[1]?.document as DocumentRequest;
    const { asOf } = await core.call('cdrs.summary', { filter: narrowApril });
    const [, control] = readXlsx(await exported(document, 'xlsx'));
    const facts = control?.rows.slice(2, 10).map(([label, value]) => [label, value]);
    expect(facts).toEqual([
      ['Организация', 'ООО «Васильковый край»'],
      ['УНП', '199999999'],
      ['Лицевой счет', '300012345'],
      ['Абонент', '+375 29 100-00-02, Бухгалтерия'],
      ['Период', 'апрель 2021'],
      ['Вид детализации', 'Исходящие'],
      [
        'Фильтры',
        'тип: Звонок, SMS; куда: Другие сети, Городская сеть, СНГ; стоимость: от 0,0001; дни: 05.04.2021 – 23.04.2021',
      ],
      ['Данные на', formatInstant(asOf ?? 0)],
    ]);
  });

  it('marks records that came after the invoice', async () => {
    await bench.operator.control.addLateCdrs(5, '2021-03');
    await core.call('sync.start', undefined);
    await core.idle();
    const late: CdrFilter = { subscriberId: null, month: '2021-03', direction: 'both', lateOnly: true };
    const shown = await cdrTable(core, late, longestFirst, ALL_COLUMNS);
    expect(shown.rows).toHaveLength(5);
    const csv = readCsv(await exported({ kind: 'cdrs', filter: late, sort: longestFirst }, 'csv'));
    expect(csv).toEqual(csvLines(shown));
    expect(csv[1]?.at(-1)).toBe('После закрытия месяца');
  });
});

describe('a document that cannot be made', () => {
  it.each<[string, DocumentRequest, string]>([
    ['has no rows', { kind: 'payments', fromDay: '2030-01-01' }, 'export-empty'],
    ['is of no instalment', { kind: 'installment-schedule', installmentId: 99 }, 'not-found'],
    ['is of nobody', { kind: 'charges', subscriberId: 99, month: '2021-05' }, 'not-found'],
    [
      'is of nobody’s calls',
      { kind: 'cdrs', filter: { ...wholeMay, subscriberId: 99 }, sort: byNumber },
      'not-found',
    ],
    ['has a wrong mask', { kind: 'subscribers', mask: '4_%%%%_*' }, 'mask-invalid'],
  ])('%s: is refused before a file is asked for', async (_name, document, code) => {
    await expect(core.call('core.prepareExport', document)).rejects.toMatchObject({ code });
  });
});
