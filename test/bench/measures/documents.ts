import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countRows } from '../lib/check-documents';
import { findLibreOffice, type LibreOffice } from '../lib/libreoffice';
import { buildLibXlsxWriter, type LibXlsxWriter } from '../lib/libxlsxwriter';
import { MONTH_CSV_SQL, type WriteInput } from '../lib/month-document';
import { findProgram, type ProcessRun, runMeasured, runTask } from '../lib/processes';
import { formatCount, formatMb, formatMs, formatRatio, type Table } from '../lib/report';
import { byTurns, type Contender } from '../lib/rounds';
import type { Workspace } from '../lib/workspace';
import type { FilledMonth } from '../tasks/fill-month';

type Format = WriteInput['format'];
const SMALL = 10_000;
const LARGE = 100_000;
/** As many as one sheet holds, nearly; no PDF has so many. Twice is enough for what takes minutes. */
const HUGE = 1_000_000;
const HUGE_ROUNDS = 2;
/** Larger workbooks are read back by the unit tests' own readers only: this one would need more memory than there is. */
const MOST_XLSX_ROWS_READ = LARGE;
/** Reading the text of thousands of pages back would take longer than all the writing. */
const MOST_PDF_ROWS_READ = SMALL;

/** XLSX, CSV and PDF of «Детализация» as whole processes, from the encrypted cache to the finished file. */
export async function* measureDocuments(
  workspace: Workspace,
  options: { quick: boolean; rounds: number },
): AsyncGenerator<Table> {
  // What takes longer than all of ours together has no place in a quick run.
  const office = options.quick ? null : findLibreOffice(workspace.folder);
  const library = buildLibXlsxWriter(workspace.folder);
  for (const count of options.quick ? [SMALL, LARGE] : [SMALL, LARGE, HUGE]) {
    const month = await prepareMonth(workspace, count);
    // The profile of the office is made on its first start, which is nobody's usual one.
    if (count === SMALL) await office?.convert(month.csv, 'xlsx', month.folder);
    const formats: Format[] = count === HUGE ? ['xlsx', 'csv'] : ['xlsx', 'csv', 'pdf'];
    const known = {
      office: count === HUGE ? null : office,
      library,
      plugIn: !options.quick && count === SMALL,
    };
    const rounds = count === HUGE ? HUGE_ROUNDS : options.rounds;
    for (const format of formats) {
      yield await measureFormat(format, month, peersOf(format, month, known), rounds);
    }
  }
}

/** One month of this many calls: the cache, the peers' copy, and our CSV and XLSX that the office converts. */
type Month = { count: number; folder: string; cache: string; plain: string; csv: string; xlsx: string };

async function prepareMonth(workspace: Workspace, count: number): Promise<Month> {
  const folder = workspace.path(`month-${count}`);
  mkdirSync(folder);
  const file = (name: string) => join(folder, name);
  const month: Month = {
    count,
    folder,
    cache: file('cache.db'),
    plain: file('plain.db'),
    csv: file('calls.csv'),
    xlsx: file('calls.xlsx'),
  };
  const pages = workspace.path('pages');
  await runTask<FilledMonth>('fill-month', { pages, path: month.cache, plainPath: month.plain, count });
  for (const format of ['csv', 'xlsx'] as const) {
    await runTask('export-ours', { cache: month.cache, target: month[format], format } satisfies WriteInput);
  }
  return month;
}

type Writer = { name: string; write(target: string): Promise<ProcessRun> };

type Known = { office: LibreOffice | null; library: LibXlsxWriter | null; plugIn: boolean };

function peersOf(format: Format, month: Month, { office, library, plugIn }: Known): Writer[] {
  const task = (name: string) => async (target: string) =>
    (await runTask(name, { cache: month.cache, target, format } satisfies WriteInput)).run;
  // The office names its result after its source and cannot be told another name.
  const converters = (name: string, source: string, to: 'xlsx' | 'pdf'): Writer[] =>
    office ? [{ name, write: (target) => office.convert(source, to, dirname(target)) }] : [];
  const cli = findProgram('sqlite3');
  switch (format) {
    case 'xlsx':
      return [
        { name: 'peer: exceljs WorkbookWriter', write: task('export-exceljs') },
        ...(library
          ? [
              {
                name: `peer: libxlsxwriter ${library.version} (C), from our CSV`,
                write: (target: string) => library.write(month.csv, target),
              },
            ]
          : []),
        ...converters('peer: LibreOffice, CSV → XLSX', month.csv, 'xlsx'),
      ];
    case 'csv':
      return cli
        ? [
            {
              name: 'peer: sqlite3 -csv, plain file',
              write: (target) =>
                runMeasured(cli, ['-csv', '-separator', ';', month.plain, MONTH_CSV_SQL], {
                  stdoutFile: target,
                }),
            },
          ]
        : [];
    case 'pdf':
      return [
        // At 100,000 rows it would take longer than everything else together.
        ...(month.count <= SMALL ? [{ name: 'peer: jsPDF, own loop', write: task('export-jspdf') }] : []),
        ...(plugIn ? [{ name: 'peer: jspdf-autotable', write: task('export-autotable') }] : []),
        ...converters('peer: LibreOffice, XLSX → PDF', month.xlsx, 'pdf'),
      ];
  }
}

async function measureFormat(
  format: Format,
  month: Month,
  peers: readonly Writer[],
  rounds: number,
): Promise<Table> {
  const { count, cache } = month;
  const ours: Writer = {
    name: 'ours: the export process',
    write: async (target) =>
      (await runTask('export-ours', { cache, target, format } satisfies WriteInput)).run,
  };
  const contenders = [ours, ...peers].map((writer, at): Contender => {
    const folder = join(month.folder, `${format}-${at}`);
    const target = join(folder, `calls.${format}`);
    return {
      name: writer.name,
      async run(round) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        const { ms, peakMb } = await writer.write(target);
        if (round === 0) await checkRows(writer.name, target, format, count);
        return { ms, peakMb, figures: { fileMb: statSync(target).size / 1024 ** 2 } };
      },
    };
  });
  const outcomes = await byTurns(contenders, rounds);
  const own = outcomes[0];
  return {
    title: `${format.toUpperCase()}, ${formatCount(count)} rows`,
    columns: ['', 'time', 'ours ÷ it (least–greatest)', 'peak RSS', 'file'],
    rows: outcomes.map((outcome) => [
      outcome.name,
      formatMs(outcome.ms),
      own && outcome !== own ? formatRatio(own, outcome) : '',
      formatMb(outcome.peakMb),
      `${(outcome.figures.fileMb ?? 0).toFixed(2)} MB`,
    ]),
    notes: [],
  };
}

async function checkRows(name: string, file: string, format: Format, expected: number): Promise<void> {
  if (format === 'pdf' && expected > MOST_PDF_ROWS_READ) return;
  if (format === 'xlsx' && expected > MOST_XLSX_ROWS_READ) return;
  const found = await countRows(file, format);
  if (found !== expected) throw new Error(`${name}: ${found} rows in ${file}, not ${expected}`);
}
