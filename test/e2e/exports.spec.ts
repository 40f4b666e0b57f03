import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from '../../src-main/documents/testing/read-files';
import { formatSum, UNITS_PER_RUBLE } from '../../src-shared/domain/money';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { chooseSubscriber, DEMO, exportEnds, menuItem, signIn, signInAndSync } from './steps';

const OLDER = 'an older file of the same name';

test('instalments are summed on the screen as in the file', async ({ cabinet, folder }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  await menuItem(page, 'Информация по рассрочке').click();
  const list = page.getByRole('grid', { name: 'Информация по рассрочке' });
  const total = list.getByRole('row').filter({ hasText: 'Итого' });
  await expect(total).toBeVisible();
  // The schedule below has an export of its own.
  const file = join(folder, 'рассрочка.xlsx');
  await cabinet.saveTo(file);
  await page.getByRole('main').getByRole('button', { name: 'Экспорт' }).first().click();
  await page.getByRole('menuitem', { name: /XLSX/ }).click();
  await exportEnds(cabinet, file, 'done');
  const [sheet] = readXlsx(readFileSync(file));
  const sums = sheet?.rows.at(-1)?.filter((cell) => typeof cell === 'number') ?? [];
  expect(sums).toHaveLength(2);
  for (const sum of sums) await expect(total).toContainText(formatSum(Math.round(sum * UNITS_PER_RUBLE)));
});

test('a file that is cancelled, one that cannot be written, a good one, and the journal of all', async ({
  cabinet,
  folder,
}) => {
  test.slow();
  await signInAndSync(cabinet);
  const { page, call } = cabinet;
  const target = join(folder, 'out');
  mkdirSync(target);
  const notice = (title: string) => page.getByRole('alert').filter({ hasText: title });

  await test.step('cancelling leaves the older file and nothing else', async () => {
    test.skip(process.platform !== 'linux', 'the process that writes a file is found by /proc');
    const path = join(target, 'апрель.pdf');
    writeFileSync(path, OLDER);
    await cabinet.saveTo(path);
    await showApril(cabinet);
    await page.getByRole('main').getByRole('button', { name: 'Экспорт' }).click();
    await page.getByRole('menuitem', { name: 'PDF' }).click();
    const writer = await stopWriter(target);
    try {
      await notice('Готовится файл «апрель.pdf»').getByRole('button', { name: 'Отменить' }).click();
    } finally {
      process.kill(writer, 'SIGCONT');
    }
    await expect(notice('Экспорт «апрель.pdf» отменён')).toBeVisible();
    expect(readdirSync(target)).toEqual(['апрель.pdf']);
    expect(readFileSync(path, 'utf8')).toBe(OLDER);
  });

  await test.step('a place that cannot be written to is told with the file’s name', async () => {
    await cabinet.saveTo(join(folder, 'нет такой папки', 'счета.xlsx'));
    await call('exports.start', { document: { kind: 'invoices' }, format: 'xlsx' });
    const failed = notice('Файл «счета.xlsx» не записан');
    await expect(failed).toContainText('В эту папку нельзя записать файл. Выберите другую папку.');
  });

  await test.step('a finished one can be opened', async () => {
    const path = join(target, 'счета.csv');
    await cabinet.saveTo(path);
    await call('exports.start', { document: { kind: 'invoices' }, format: 'csv' });
    await exportEnds(cabinet, path, 'done');
    await expect(notice('Файл «счета.csv» готов').getByRole('button', { name: 'Открыть' })).toBeVisible();
  });

  await test.step('a closed dialog begins nothing', async () => {
    await cabinet.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    });
    expect(await call('exports.start', { document: { kind: 'invoices' }, format: 'csv' })).toBeNull();
  });

  await test.step('the journal has them with their states, newest first', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Завершено файлов: 3/ })
      .click();
    const rows = page.getByRole('table', { name: 'Журнал экспорта' }).getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText(/счета\.csv.*Готов.*13/);
    await expect(rows.nth(2)).toContainText(/счета\.xlsx.*Ошибка\. В эту папку нельзя записать файл/);
    await expect(rows.nth(3)).toContainText(/апрель\.pdf.*Отменён/);
    await expect(page.getByRole('banner').getByRole('button', { name: 'Журнал экспорта' })).toBeVisible();
  });
});

test('a file that is finished behind the lock is told of once the cabinet is open again', async ({
  cabinet,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'the process that writes a file is found by /proc');
  await signInAndSync(cabinet);
  const { page, call } = cabinet;
  const path = join(folder, 'апрель.pdf');
  const notice = (title: string) => page.getByRole('alert').filter({ hasText: title });
  await cabinet.saveTo(path);
  await showApril(cabinet);
  await page.getByRole('main').getByRole('button', { name: 'Экспорт' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  const writer = await stopWriter(folder);
  try {
    await expect(notice('Готовится файл «апрель.pdf»')).toBeVisible();
    await call('session.lock');
    await expect(page.getByRole('heading', { name: 'Вход в аккаунт' })).toBeVisible();
    await expect(page.getByText('апрель.pdf')).toHaveCount(0);
  } finally {
    process.kill(writer, 'SIGCONT');
  }
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
  await signIn(page);
  await expect(notice('Файл «апрель.pdf» готов')).toBeVisible();
});

/** Every call and SMS of the account in April: a PDF of a hundred pages. */
async function showApril({ page }: Cabinet): Promise<void> {
  await chooseSubscriber(page, DEMO.connection);
  await menuItem(page, 'Просмотр детализации').click();
  await page.getByRole('combobox', { name: 'Выберите месяц' }).click();
  await page.getByRole('option', { name: 'Апрель 2021' }).click();
  await page.getByRole('combobox', { name: 'Выберите вид детализации' }).click();
  await page.getByRole('option', { name: 'Исходящие+Входящие' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await page.getByRole('switch', { name: 'Все абоненты лицевого счета' }).click();
  await expect(page.getByRole('main')).toContainText(/5.825/);
}

/** Stops the process that has a growing file in the folder open, as soon as there is one; answers its id. */
async function stopWriter(folder: string): Promise<number> {
  let found: number | undefined;
  await expect
    .poll(
      () => {
        const partial = readdirSync(folder).find((name) => name.endsWith('.partial'));
        found = partial ? writerOf(join(folder, partial)) : undefined;
        // Half a document is no more anybody else's than a whole one.
        if (partial && found) expect(statSync(join(folder, partial)).mode & 0o777).toBe(0o600);
        if (found) process.kill(found, 'SIGSTOP');
        return found;
      },
      { intervals: [2] },
    )
    .toBeTruthy();
  return found as number;
}

function writerOf(path: string): number | undefined {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).find((id) => openFiles(id).includes(path));
}

function openFiles(processId: number): string[] {
  const folder = `/proc/${processId}/fd`;
  try {
    return readdirSync(folder).map((name) => readlinkSync(join(folder, name)));
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return [];
  }
}
