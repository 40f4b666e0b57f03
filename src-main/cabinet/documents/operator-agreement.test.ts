import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../src-shared/bridge/export-formats';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { readXlsx, type SheetCell } from '../../documents/testing/read-files';
import { minsk } from '../../operator/testing/client';
import { moneyOf, type Rows, workbookRows } from '../../operator/testing/read-documents';
import { createVisitor } from '../../operator/testing/visitor';
import { runExport } from '../exports/run-export';
import { type Bench, startBench, type TestCore } from '../testing/harness';
import { unitsOf } from '../testing/read-papers';

/** The operator's own documents of a month against those made here: another company's server, the same numbers. */
const MONTH = '2021-05';
const CORRECTED = 5;
const NOW = minsk('2021-06-07', 10);

let bench: Bench;
let core: TestCore;
let theirs: Map<string, Rows>;
beforeAll(async () => {
  bench = await startBench({ at: NOW });
  const { operator } = bench;
  // Some of May's calls are rated anew after its invoice: they must be in neither document.
  await operator.control.correctCdrs(CORRECTED, MONTH);
  const visitor = createVisitor(operator);
  const delivery = { method: 'email' as const, emails: ['buh@vasilek.example'] };
  await visitor.send('change-delivery', { ...delivery, formats: ['pdf', 'xlsx-split'] });
  await visitor.send('order-invoice-email', { month: MONTH });
  operator.time.value += 60_000;
  await operator.control.settle();
  const [letter] = operator.control.listMail();
  const index = letter?.attachments.findLastIndex(({ name }) => name.endsWith('.xlsx')) ?? -1;
  theirs = await workbookRows(
    operator.control.getAttachment(letter?.id ?? 0, index)?.bytes ?? new Uint8Array(),
  );
  core = await bench.core({ clock: { now: () => NOW } });
  await core.call('session.signInByPassword', bench.credentials);
  await core.idle();
});
afterAll(() => bench.close());

async function written(document: DocumentRequest, format: ExportFormat): Promise<string> {
  const { job } = await core.call('core.prepareExport', document);
  const targetPath = join(bench.folder, `${document.kind}.${format}`);
  const partialPath = join(bench.folder, '.partial');
  const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
  const reports: unknown[] = [];
  await runExport({ job, format, targetPath, partialPath, fontFolder }, (report) => reports.push(report));
  expect(reports).toEqual([{ kind: 'done', rows: 1 }]);
  return targetPath;
}

const rowsIn = (path: string) => new Map(readXlsx(readFileSync(path)).map(({ name, rows }) => [name, rows]));
const labelled = (rows: readonly SheetCell[][] | undefined, label: string): number =>
  unitsOf(rows?.find(([first]) => first === label)?.at(-1));

describe('the invoice made here and the operator’s', () => {
  it('have the same lines, sums and amount due', async () => {
    const ours = rowsIn(await written({ kind: 'invoice', month: MONTH }, 'xlsx'));
    const line = ([number, name, , title, net, rate, vat, tax, gross]: Rows[number]) => [
      number,
      name,
      title,
      rate,
      ...[net, vat, tax, gross].map(moneyOf),
    ];
    const lines = ours.get('По абонентам')?.slice(3) ?? [];
    expect(
      lines
        .slice(0, -1)
        .map(([number, name, title, net, rate, vat, tax, gross]) => [
          number,
          name,
          title,
          Math.round(Number(rate) * 100),
          ...[net, vat, tax, gross].map(unitsOf),
        ]),
    ).toEqual(theirs.get('Начисления')?.slice(0, -1).map(line));
    expect(lines.length).toBeGreaterThan(20);
    const facts = new Map(theirs.get('Счет')?.map(([label, amount]) => [label, amount]));
    const face = ours.get('Счет');
    expect(labelled(face, 'К оплате')).toBe(moneyOf(facts.get('К оплате')));
    expect(labelled(face, 'Задолженность на начало месяца')).toBe(
      moneyOf(facts.get('Задолженность на начало месяца')),
    );
    expect(labelled(face, 'Поступило платежей за месяц')).toBe(
      -moneyOf(facts.get('Поступило платежей за месяц')),
    );
    expect(labelled(face, 'Итого начислений')).toBe(moneyOf(facts.get('Начислено за месяц с НДС')));
  });

  it('is what the screen shows', async () => {
    const shown = await core.call('documents.month', { month: MONTH });
    const face = rowsIn(await written({ kind: 'act', month: MONTH }, 'xlsx')).get('Акт');
    expect(shown.state).toBe('ready');
    expect(labelled(face, 'Итого начислений')).toBe(shown.totals.gross);
    for (const { title, gross } of shown.services.filter(
      ({ durationS, count }) => (durationS ?? count) === null,
    ))
      expect(labelled(face, title)).toBe(gross);
    const { items } = await core.call('documents.months', undefined);
    expect(items.slice(0, 2)).toEqual([
      { month: '2021-06', kind: 'current' },
      { month: MONTH, kind: 'operator' },
    ]);
    expect(items.length).toBeGreaterThan(10);
    expect((await core.call('documents.month', { month: '2021-06' })).state).toBe('current');
    await expect(
      core.call('core.prepareExport', { kind: 'invoice', month: '2021-06' }),
    ).rejects.toMatchObject({
      code: 'month-not-invoiced',
    });
  });
});

const SHEETS = ['Рабочее время', 'Нерабочее время', 'Выходные и праздничные дни'];

describe('the split made here and the operator’s', () => {
  it('have the same records and sums but for those rated anew since, whose money stands apart', async () => {
    const ours = rowsIn(await written({ kind: 'split', month: MONTH }, 'xlsx'));
    const rowsOf = (sheet: string) => ours.get(sheet)?.slice(3, -1) ?? [];
    const sums = new Map<string, { count: number; gross: number }>();
    const add = (key: string, count: number, gross: number) => {
      const sum = sums.get(key) ?? { count: 0, gross: 0 };
      sums.set(key, { count: sum.count + count, gross: sum.gross + gross });
    };
    // Theirs less ours, by number, service and class of time.
    for (const [number, , title, ...figures] of theirs.get('Разбивка')?.slice(0, -1) ?? [])
      for (const [at, sheet] of SHEETS.entries())
        add(`${number} ${title} ${sheet}`, Number(figures[at * 3]), moneyOf(figures[at * 3 + 2]));
    expect(sums.size).toBeGreaterThan(60);
    for (const sheet of SHEETS)
      for (const [number, , title, count, ...rest] of rowsOf(sheet))
        add(`${number} ${title} ${sheet}`, -Number(count), -unitsOf(rest.at(-1)));

    const missing = [...sums.values()].filter(({ count, gross }) => count !== 0 || gross !== 0);
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.every(({ count, gross }) => count > 0 && gross > 0)).toBe(true);
    expect(missing.reduce((sum, { count }) => sum + count, 0)).toBe(CORRECTED);
    const apart = rowsOf('Без разбивки').filter(([, , title]) => String(title).endsWith(': вне детализации'));
    expect(apart.reduce((sum, row) => sum + unitsOf(row.at(-1)), 0)).toBe(
      missing.reduce((sum, { gross }) => sum + gross, 0),
    );
  });
});

const hasLibreOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

it.skipIf(!hasLibreOffice)('opens in LibreOffice with the same totals', { timeout: 240_000 }, async () => {
  const source = await written({ kind: 'vat-register', month: MONTH }, 'xlsx');
  const target = join(bench.folder, 'converted');
  mkdirSync(target);
  const profile = `-env:UserInstallation=file://${join(bench.folder, 'profile')}`;
  const options = ['--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', target, source];
  expect(spawnSync('soffice', [profile, ...options], { stdio: 'ignore' }).status).toBe(0);
  const before = rowsIn(source);
  const after = rowsIn(join(target, 'vat-register.xlsx'));
  for (const sheet of ['Ведомость НДС', 'По абонентам'])
    expect(labelled(after.get(sheet), 'Итого начислений')).toBe(
      labelled(before.get(sheet), 'Итого начислений'),
    );
});
