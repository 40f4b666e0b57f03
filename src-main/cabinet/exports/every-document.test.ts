import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellObject, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExportFormat, formatsOf } from '../../../src-shared/bridge/export-formats';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { PaymentOrder } from '../../../src-shared/domain/payment-order';
import type { CacheAccess } from '../../channel/core-contract';
import type { CellType, DocumentColumn } from '../../documents/model';
import { readParts, readWorkbook } from '../../documents/testing/read-xlsx';
import { createVisitor } from '../../operator/testing/visitor';
import type { ReadableCache } from '../../store/cache';
import { openCacheForReading } from '../../store/open';
import { listItems } from '../../store/read/items';
import { type Bench, startBench } from '../testing/harness';
import { makeAnyDocument } from './make-document';
import { runExport } from './run-export';

/** What every document has in common, whatever it is about; a new kind does not compile without an entry here. */
type Kind = DocumentRequest['kind'];
const MONTH = '2021-04';
const requests: Record<Kind, () => DocumentRequest> = {
  cdrs: () => ({
    kind: 'cdrs',
    filter: { subscriberId: null, month: MONTH, direction: 'both' },
    sort: { column: 'subscriber', descending: false },
  }),
  'cdr-groups': () => ({
    kind: 'cdr-groups',
    filter: { subscriberId: null, month: MONTH, direction: 'both' },
    by: 'day',
    measure: 'gross',
  }),
  charges: () => ({ kind: 'charges', subscriberId: 1, month: MONTH }),
  subscribers: () => ({ kind: 'subscribers', mask: '' }),
  invoices: () => ({ kind: 'invoices' }),
  application: () => ({ kind: 'application', subscriberId: 1, code: offer, connect: true }),
  payments: () => ({ kind: 'payments' }),
  journal: () => ({ kind: 'journal', search: '' }),
  guarantees: () => ({ kind: 'guarantees' }),
  orders: () => ({ kind: 'orders' }),
  installments: () => ({ kind: 'installments', subscriberId: null }),
  'installment-schedule': () => ({ kind: 'installment-schedule', installmentId: 1 }),
  appeals: () => ({ kind: 'appeals', subscriberId: null }),
  services: () => ({ kind: 'services', subscriberId: 1, disconnected: true }),
  'service-choice': () => ({ kind: 'service-choice', subscriberId: 1, change: 'connect' }),
  suspensions: () => ({ kind: 'suspensions', subscriberId: 2 }),
  'plan-changes': () => ({ kind: 'plan-changes', subscriberId: 3 }),
  'plan-offers': () => ({ kind: 'plan-offers', subscriberId: 1 }),
  'channel-statistics': () => ({ kind: 'channel-statistics', by: 'day', month: MONTH }),
  'call-centre': () => ({ kind: 'call-centre', by: 'operator', month: MONTH }),
  invoice: () => ({ kind: 'invoice', month: MONTH }),
  act: () => ({ kind: 'act', month: MONTH }),
  'vat-register': () => ({ kind: 'vat-register', month: MONTH }),
  split: () => ({ kind: 'split', month: MONTH }),
  'summary-subscriber': () => ({ kind: 'summary-subscriber', month: MONTH }),
  'summary-zone': () => ({ kind: 'summary-zone', month: MONTH }),
  'summary-cost': () => ({ kind: 'summary-cost', month: MONTH }),
  'month-charges': () => ({ kind: 'month-charges', month: MONTH }),
  'cdr-months': () => ({ kind: 'cdr-months', months: [MONTH], direction: 'both' }),
  'payment-order': () => ({ kind: 'payment-order', order }),
};
const kinds = Object.keys(requests) as Kind[];
const withFormat = (format: ExportFormat) => kinds.filter((kind) => formatsOf(kind).includes(format));

let bench: Bench;
let access: CacheAccess;
let order: PaymentOrder;
let offer: string;
beforeAll(async () => {
  bench = await startBench();
  const visitor = createVisitor(bench.operator);
  await visitor.send('register-payment', { amount: 1_000_000, promisedOn: '2021-06-10' });
  await visitor.send('order-invoice-email', { month: MONTH });
  await visitor.send('suspend-subscriber', { subscriberId: 2, fromDay: '2021-05-12', toDay: '2021-05-16' });
  await visitor.send('change-plan', { subscriberId: 3, planId: 3 });
  const core = await bench.core();
  await core.call('session.signInByPassword', bench.credentials);
  await core.idle();
  await core.call('commands.submit', {
    kind: 'open-appeal',
    body: { topic: 'billing', subscriberId: null, text: 'Почему так дорого?', evidence: [] },
  });
  ({ order } = await core.call('payments.order', { month: MONTH }));
  ({ job: access } = await core.call('core.prepareExport', requests.subscribers()));
  // Nothing changes the cache from here on, however far the command is.
  await core.stop();
  offer = await withCache(async (cache) => listItems(cache, 'service-offers')[0]?.code ?? '');
});
afterAll(() => bench.close());

const jobOf = (kind: Kind) => ({ ...access, document: requests[kind]() });
type Job = ReturnType<typeof jobOf>;

async function withCache<Result>(use: (cache: ReadableCache) => Promise<Result>): Promise<Result> {
  const cache = openCacheForReading(access.databasePath, access.databaseKey);
  try {
    return await use(cache);
  } finally {
    cache.close();
  }
}

async function written(job: Job, format: ExportFormat): Promise<Buffer> {
  const targetPath = join(bench.folder, `${job.document.kind}.${format}`);
  const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
  const partialPath = join(bench.folder, '.partial');
  let failure: unknown;
  await runExport({ job, format, targetPath, partialPath, fontFolder }, (report) => {
    if (report.kind === 'failed') failure = report;
  });
  expect(failure).toBeUndefined();
  return readFileSync(targetPath);
}

/** Columns of every sheet that is a table, by the sheet's name. */
const tablesOf = (job: Job): Promise<Map<string, readonly DocumentColumn[]>> =>
  withCache(async (cache) => {
    const made = await makeAnyDocument(cache, job.document, job.madeAt);
    if ('document' in made) {
      const { sheets, sheetTitle, columns } = made.document;
      return new Map([[sheets?.[0]?.title ?? sheetTitle, columns]]);
    }
    if (!('paper' in made)) return new Map();
    return new Map(
      made.paper.parts.flatMap((part) =>
        part.kind === 'table' && part.sheet !== null
          ? [[part.sheet, [...part.keyColumns, ...part.columns]] as const]
          : [],
      ),
    );
  });

describe.each(kinds)('%s', (kind) => {
  it.each(formatsOf(kind))('is the same bytes for the same data: %s', async (format) => {
    const job = jobOf(kind);
    const first = await written(job, format);
    expect(first.length).toBeGreaterThan(0);
    expect(first.equals(await written(job, format))).toBe(true);
  });
});

const HEADER_ROW = 3;
const FORMATS: Record<CellType, { t: string; z: string }> = {
  text: { t: 's', z: 'General' },
  phone: { t: 's', z: '@' },
  instant: { t: 'n', z: 'dd\\.mm\\.yyyy\\ hh:mm:ss' },
  day: { t: 'n', z: 'dd\\.mm\\.yyyy' },
  month: { t: 'n', z: '[$-419]mmmm\\ yyyy' },
  duration: { t: 'n', z: '[hh]:mm:ss' },
  integer: { t: 'n', z: '#,##0' },
  charge: { t: 'n', z: '#,##0.00##' },
  sum: { t: 'n', z: '#,##0.00' },
  percent: { t: 'n', z: '0%' },
  share: { t: 'n', z: '0.0' },
};
/** A date, a duration or a sum that is kept as a text cannot be sorted or summed. */
const NUMBER_AS_TEXT =
  /^(\d\d\.\d\d\.\d{4}( \d\d:\d\d:\d\d)?|\d+:\d\d:\d\d|[-−]?\d[\d \u00a0\u202f]*,\d{2,4})$/;

describe.each(withFormat('xlsx'))('the workbook: %s', (kind) => {
  let bytes: Buffer;
  let tables: Map<string, readonly DocumentColumn[]>;
  beforeAll(async () => {
    const job = jobOf(kind);
    bytes = await written(job, 'xlsx');
    tables = await tablesOf(job);
  });

  it('has dates as dates, sums as numbers and phones as texts', () => {
    const book = readWorkbook(bytes);
    for (const [name, columns] of tables) {
      const sheet = book.Sheets[name] ?? {};
      const { e } = utils.decode_range(sheet['!ref'] ?? 'A1');
      const last = lastRowOf(name);
      expect(last, name).toBeGreaterThan(HEADER_ROW);
      for (const [at, { title, type }] of columns.entries()) {
        expect(sheet[utils.encode_cell({ r: HEADER_ROW - 1, c: at })]).toMatchObject({ t: 's', v: title });
        for (let r = HEADER_ROW; r < last; r += 1) {
          const cell = sheet[utils.encode_cell({ r, c: at })] as CellObject | undefined;
          if (cell === undefined) continue;
          expect(cell.t, `${name} ${title}`).toBe(FORMATS[type].t);
          if (type === 'text') expect(['General', '@']).toContain(cell.z);
          else expect(cell.z, `${name} ${title}`).toBe(FORMATS[type].z);
          if (cell.t === 's') expect(String(cell.v)).not.toMatch(NUMBER_AS_TEXT);
        }
      }
      expect(e.c).toBe(columns.length - 1);
    }
  });

  it('has its header frozen, filtered and repeated in print, and its columns on the page and wide enough', () => {
    const book = readWorkbook(bytes);
    const part = readParts(bytes);
    const workbook = part('xl/workbook.xml');
    for (const [index, name] of book.SheetNames.entries()) {
      const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
      expect(xml, name).toMatch(/<pageSetUpPr fitToPage="1"\/>/);
      expect(xml, name).toMatch(
        /<pageSetup paperSize="9" orientation="(portrait|landscape)" fitToWidth="1" fitToHeight="0"\/>/,
      );
      const widths = [
        ...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)" customWidth="1"\/>/g),
      ].flatMap(([, min, max, width]) =>
        Array.from({ length: Number(max) - Number(min) + 1 }, () => Number(width)),
      );
      expect(widths.length, name).toBeGreaterThan(0);
      for (const [ref, cell] of Object.entries(book.Sheets[name] ?? {}) as [string, CellObject][]) {
        // Texts flow on or wrap; a number that is too wide is shown as «####».
        if (ref.startsWith('!') || cell.t !== 'n') continue;
        expect(widths[utils.decode_cell(ref).c], `${name}!${ref}`).toBeGreaterThan(cell.w?.length ?? 0);
      }

      const columns = tables.get(name);
      if (!columns) continue;
      const lastColumn = utils.encode_col(columns.length - 1);
      const range = `A${HEADER_ROW}:${lastColumn}${lastRowOf(name)}`;
      expect(xml).toMatch(/<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"\/>/);
      expect(xml).toContain(`<autoFilter ref="${range}"/>`);
      expect(widths).toHaveLength(columns.length);
      expect(workbook).toContain(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$3:$3</definedName>`,
      );
      expect(workbook).toMatch(
        new RegExp(`_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${name}'!`),
      );
    }
    // What is not a table is a page or the facts of the file.
    expect(book.SheetNames.filter((name) => !tables.has(name))).toHaveLength(1);
  });

  function lastRowOf(name: string): number {
    const filter = readWorkbook(bytes).Sheets[name]?.['!autofilter']?.ref ?? 'A1';
    return utils.decode_range(filter).e.r + 1;
  }
});
