import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { CHECKSUM_LIST, type PackageFile } from '../../../../src-shared/bridge/exports';
import { monthFormats, monthItems } from '../../../../src-shared/bridge/month-items';
import type { PackageRequest } from '../../../../src-shared/bridge/packages';
import type { ChargeLine } from '../../../../src-shared/domain/billing';
import { FIRST_TEMPLATE } from '../../../../src-shared/domain/file-names';
import { DAY_MS, startOfDay } from '../../../../src-shared/domain/period';
import type { ExportReport } from '../../../channel/core-contract';
import { readPdf, readXlsx } from '../../../documents/testing/read-files';
import { transaction } from '../../../store/cache';
import { markComplete } from '../../../store/feed-state';
import { SAMPLE_KEY, sampleCdrs, temporaryFolder } from '../../../store/testing/sample';
import { mountDisk } from '../../testing/disks';
import { MONTH, NOW, openMonth } from '../../testing/month-cache';
import { preparePackage, runPackage } from './run-package';

const LINE: ChargeLine = {
  kind: 'plan',
  code: 'plan',
  title: 'План SIP-номер',
  days: 31,
  durationS: null,
  count: null,
  monthlyGross: 100_0000,
  usage: null,
  vatRate: 25,
  net: 80_0000,
  vat: 20_0000,
  localTax: 0,
  gross: 100_0000,
};
const EVERYTHING = monthItems.map((item) => ({ item, formats: [...monthFormats(item)] }));
const SOME: PackageRequest['items'] = [
  { item: 'act', formats: ['pdf'] },
  { item: 'payment-order', formats: ['txt'] },
  { item: 'summary-zone', formats: ['csv', 'xlsx'] },
];

let month: ReturnType<typeof openMonth>;
let place: ReturnType<typeof temporaryFolder>;
/** The folder that the person chose. */
let chosen: string;
beforeEach(() => {
  month = openMonth([{ name: 'Приёмная', lines: [LINE] }]);
  month.store('cdrs', sampleCdrs(200));
  place = temporaryFolder();
  chosen = place.path;
});
afterEach(() => {
  month.close();
  place.remove();
});

const folder = () => join(chosen, 'Документы 300012345 2021-05');
const listed = () => readFileSync(join(folder(), CHECKSUM_LIST), 'utf8');

type Run = {
  files: Record<string, PackageFile['state']>;
  last: ExportReport | undefined;
  all: PackageFile[];
};

/** Writes the package as the program does: core prepares, the export process writes. */
async function run(
  items: PackageRequest['items'],
  changes: Partial<PackageRequest> & { done?: string[] } = {},
) {
  const { done = [], ...rest } = changes;
  const request = { month: MONTH, items, template: FIRST_TEMPLATE, ...rest };
  const { folderName } = preparePackage(month.cache, request, month.time.value);
  const reports: ExportReport[] = [];
  await runPackage(
    {
      access: { databasePath: month.cache.path, databaseKey: SAMPLE_KEY, madeAt: month.time.value },
      request,
      folder: join(chosen, folderName),
      done,
      partialPath: join(chosen, '.partial'),
      fontFolder: join(import.meta.dirname, '../../../../resources/fonts'),
    },
    (report) => reports.push(report),
  );
  expect(existsSync(join(chosen, '.partial'))).toBe(false);
  const all = reports.flatMap((report) => (report.kind === 'file' ? [report.file] : []));
  const files = Object.fromEntries(all.map(({ name, state }) => [name, state]));
  return { files, all, last: reports.at(-1) } satisfies Run;
}

describe('a package of a month', () => {
  it('has every document in every format under its own name, and a list that sha256sum checks', async () => {
    month.store('payments', [
      { id: 1, receivedAt: startOfDay('2021-05-11'), amount: 5_0000, document: 'п/п 1', purpose: 'Оплата' },
    ]);
    const { files, last } = await run(EVERYTHING);
    const count = EVERYTHING.reduce((sum, { formats }) => sum + formats.length, 0);
    expect(Object.values(files)).toEqual(Array.from({ length: count + 1 }, () => 'new'));
    expect(last).toMatchObject({ kind: 'done' });
    expect(readdirSync(folder()).sort()).toEqual(Object.keys(files).sort());
    const names = listed()
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(names).toEqual(names.toSorted());
    expect(names).toHaveLength(count);
    if (process.platform === 'linux')
      execFileSync('sha256sum', ['-c', '--strict', CHECKSUM_LIST], { cwd: folder() });
    const [title] = (await readPdf(readFileSync(join(folder(), 'Акт 300012345 2021-05.pdf')))).flat();
    expect(title).toMatch(/^Акт оказанных услуг/);
    const [sheet] = readXlsx(readFileSync(join(folder(), 'Детализация 300012345 2021-05.xlsx')));
    expect(sheet?.name).toBe('Май 2021');
  });

  it('is the same to the last byte on another day and after a sync without news', async () => {
    await run(EVERYTHING);
    const before = listed();
    month.time.value += 3 * DAY_MS;
    transaction(month.cache, () => {
      for (const feed of ['cdrs', 'invoices', 'charges', 'payments'] as const)
        markComplete(month.cache, feed, month.time.value);
    });
    const { files } = await run(EVERYTHING);
    expect(new Set(Object.values(files))).toEqual(new Set(['unchanged', 'skipped']));
    expect(
      Object.entries(files)
        .filter(([, state]) => state === 'skipped')
        .map(([name]) => name),
    ).toEqual(['xlsx', 'pdf', 'csv'].map((format) => `Платежи 300012345 2021-05.${format}`));
    expect(listed()).toBe(before);
  });

  it('tells what is new, changed, restored and kept since the last time', async () => {
    await run(SOME);
    const [call] = sampleCdrs(200).filter(({ startedAt }) => startedAt > startOfDay('2021-05-02'));
    month.store('cdrs', [{ ...call, id: 77_777, gross: 9, net: 8 } as typeof call & object]);
    rmSync(join(folder(), 'Сводка по направлениям 300012345 2021-05.xlsx'));
    writeFileSync(join(folder(), 'Акт 300012345 2021-05.pdf'), 'edited');
    const { files } = await run([
      { item: 'act', formats: ['pdf'] },
      { item: 'vat-register', formats: ['pdf'] },
      { item: 'summary-zone', formats: ['csv'] },
    ]);
    expect(files).toEqual({
      'Акт 300012345 2021-05.pdf': 'restored',
      'Ведомость НДС 300012345 2021-05.pdf': 'new',
      'Сводка по направлениям 300012345 2021-05.csv': 'changed',
      'Платежное поручение 300012345 2021-05.txt': 'kept',
      [CHECKSUM_LIST]: 'changed',
    });
    expect(listed()).not.toContain('.xlsx');
  });

  it('names its files by the template, which cannot make two of one name', async () => {
    const { files } = await run([{ item: 'act', formats: ['pdf', 'xlsx'] }], {
      template: '{организация}, {документ} за {период}',
    });
    expect(Object.keys(files)).toEqual([
      'ООО «Васильковый край», Акт за май 2021.pdf',
      'ООО «Васильковый край», Акт за май 2021.xlsx',
      CHECKSUM_LIST,
    ]);
    for (const template of ['{месяц}', 'a/{документ}', '{документ}.'])
      await expect(run(SOME, { template })).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('a package that cannot be written as a whole', () => {
  it('names every file with its reason, goes on with the others, and writes only those again', async () => {
    mkdirSync(join(folder(), 'Акт 300012345 2021-05.pdf'), { recursive: true });
    const first = await run(SOME);
    expect(first.last).toEqual({
      kind: 'failed',
      error: { code: 'package-incomplete', params: { count: 1 } },
    });
    expect(first.all.filter(({ state }) => state !== 'new')).toEqual([
      {
        name: 'Акт 300012345 2021-05.pdf',
        state: 'failed',
        error: { code: 'not-writable', params: { file: 'Акт 300012345 2021-05.pdf' } },
      },
    ]);
    rmSync(join(folder(), 'Акт 300012345 2021-05.pdf'), { recursive: true });
    const done = first.all.filter(({ state }) => state === 'new').map(({ name }) => name);
    const again = await run(SOME, { done });
    expect(again.last).toMatchObject({ kind: 'done' });
    expect(again.files).toMatchObject({ 'Акт 300012345 2021-05.pdf': 'new', [CHECKSUM_LIST]: 'changed' });
    expect(listed().split('\n')).toHaveLength(5);
  });

  it('is not put anywhere else when its folder is gone', async () => {
    rmSync(place.path, { recursive: true });
    expect((await run(SOME)).last).toMatchObject({ kind: 'failed', error: { code: 'folder-missing' } });
    expect(existsSync(place.path)).toBe(false);
  });

  /** A disk as the chosen folder; it is gone before its folder is removed. */
  function chooseDisk(context: TestContext, options: string): void {
    const disk = temporaryFolder();
    context.onTestFinished(disk.remove);
    mountDisk(context, disk.path, options);
    chosen = disk.path;
  }

  it('leaves no half file on a full disk, and puts there what finds room', async (context) => {
    chooseDisk(context, 'size=256k');
    month.store('cdrs', sampleCdrs(6000));
    const { all, last } = await run([{ item: 'month-cdrs', formats: ['csv'] }, ...SOME]);
    expect(all.filter(({ state }) => state === 'failed')).toEqual([
      {
        name: 'Детализация 300012345 2021-05.csv',
        state: 'failed',
        error: { code: 'disk-full', params: { file: 'Детализация 300012345 2021-05.csv' } },
      },
    ]);
    expect(last).toMatchObject({ error: { code: 'package-incomplete' } });
    const written = all.filter(({ state }) => state === 'new').map(({ name }) => name);
    expect(readdirSync(folder()).sort()).toEqual(written.sort());
  });

  it('does not begin in a folder for reading only', async (context) => {
    chooseDisk(context, 'ro');
    expect((await run(SOME)).last).toMatchObject({ kind: 'failed', error: { code: 'not-writable' } });
  });

  it('says what a payment order lacks, and that a paid invoice needs none', async () => {
    month.store('invoices', [{ ...month.invoice, status: 'paid' }]);
    const paid = await run([{ item: 'payment-order', formats: ['pdf'] }]);
    expect(paid.all[0]).toMatchObject({ state: 'skipped', error: { code: 'invoice-paid' } });
    month.close();
    month = openMonth([{ name: 'А', lines: [LINE] }], { account: { iban: '' } });
    const { all } = await run([{ item: 'payment-order', formats: ['pdf'] }]);
    expect(all[0]).toMatchObject({ state: 'failed', error: { code: 'order-incomplete' } });
  });

  it('says of a month without an invoice which documents need one', async () => {
    const { files } = await run(
      [
        { item: 'invoice', formats: ['pdf'] },
        { item: 'month-cdrs', formats: ['csv'] },
      ],
      { month: '2021-04' },
    );
    expect(Object.values(files)).toEqual(['failed', 'new', 'new']);
  });
});

it('a payment order of a package has its number and day from then on', async () => {
  await run(SOME);
  const text = () => {
    const bytes = readFileSync(join(folder(), 'Платежное поручение 300012345 2021-05.txt'));
    return new TextDecoder('windows-1251').decode(bytes);
  };
  expect(text()).toContain('Дата=07.06.2021');
  month.time.value = NOW + 5 * DAY_MS;
  expect((await run(SOME)).files['Платежное поручение 300012345 2021-05.txt']).toBe('unchanged');
});
