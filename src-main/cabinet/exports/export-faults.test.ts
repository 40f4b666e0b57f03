import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import { tableFormats } from '../../../src-shared/bridge/export-formats';
import { startOfMonth } from '../../../src-shared/domain/period';
import type { ExportReport, ExportStart } from '../../channel/core-contract';
import {
  openSample,
  SAMPLE_KEY,
  sampleCdrs,
  storeSample,
  storeSubscribers,
  temporaryFolder,
} from '../../store/testing/sample';
import { limitFileSize, mountDisk } from '../testing/disks';
import { runExport } from './run-export';

const ROWS = 24_000;
/** Still more than are read at once. */
const FEW_ROWS = 8000;
const NAME = 'апрель 2021.csv';
const PAGE = 4096;
const OLDER = 'an older file of the same name';
const APRIL: CdrFilter = { subscriberId: null, month: '2021-04', direction: 'both' };
const IN_TIME: CdrSort = { column: 'startedAt', descending: false };

let sample: ReturnType<typeof openSample>;
let folder: ReturnType<typeof temporaryFolder>;
/** A copy of the sample's cache with spoilt pages behind its middle: first rows and totals can be read. */
let damaged: string;
beforeAll(() => {
  sample = filled();
  folder = temporaryFolder();
  damaged = join(folder.path, 'damaged.db');
  const backup = filled();
  backup.cache.close();
  const bytes = readFileSync(backup.path);
  for (const eighth of [3, 4, 5, 6]) {
    const at = Math.floor((bytes.length * eighth) / 8);
    bytes.fill(0xa5, at, at + PAGE);
  }
  writeFileSync(damaged, bytes);
  backup.close();
});
afterAll(() => {
  sample.close();
  folder.remove();
});

/** A cache with two months of records. */
function filled(rows = ROWS): ReturnType<typeof openSample> {
  const made = openSample();
  storeSubscribers(made.cache);
  storeSample(made.cache, sampleCdrs(rows));
  return made;
}

let folders = 0;
function freshFolder(): string {
  const path = join(folder.path, String(folders++));
  mkdirSync(path);
  return path;
}

type Changes = Partial<Omit<ExportStart, 'job'>> & {
  databasePath?: string;
  databaseKey?: string;
  sort?: CdrSort;
};

/** Writes the detalization of April into the folder; answers everything that was reported. */
async function run(
  place: string,
  changes: Changes = {},
  onReport: (report: ExportReport) => void = () => undefined,
): Promise<ExportReport[]> {
  const { databasePath = sample.path, databaseKey = SAMPLE_KEY, sort = IN_TIME, ...rest } = changes;
  const reports: ExportReport[] = [];
  await runExport(
    {
      job: {
        databasePath,
        databaseKey,
        document: { kind: 'cdrs', filter: APRIL, sort },
        madeAt: startOfMonth('2021-05'),
      },
      format: 'csv',
      targetPath: join(place, NAME),
      partialPath: join(place, '.april.partial'),
      fontFolder: join(import.meta.dirname, '../../../resources/fonts'),
      ...rest,
    },
    (report) => {
      reports.push(report);
      onReport(report);
    },
  );
  return reports;
}

/** A folder with an older file of the name. */
function withOlder(): string {
  const path = freshFolder();
  writeFileSync(join(path, NAME), OLDER);
  return path;
}

/** Nothing was added to the folder, and the older file is as it was. */
function expectOnlyOlder(path: string): void {
  expect(readdirSync(path)).toEqual([NAME]);
  expect(readFileSync(join(path, NAME), 'utf8')).toBe(OLDER);
}

const failure = (code: string, params: Record<string, string> = {}) => ({
  kind: 'failed',
  error: { code, params },
});

describe('a place that cannot be written to', () => {
  const places: [string, (path: string, context: TestContext) => string][] = [
    ['a folder that is not there', (path) => join(path, 'none')],
    [
      'a file in place of a folder',
      (path) => {
        writeFileSync(join(path, 'file'), OLDER);
        return join(path, 'file');
      },
    ],
    [
      'a folder in place of the file',
      (path) => {
        mkdirSync(join(path, NAME));
        return path;
      },
    ],
    [
      'a folder for reading only',
      (path, context) => {
        // Modes do not bind root; a disk does.
        if (process.getuid?.() === 0) mountDisk(context, path, 'ro');
        else chmodSync(path, 0o500);
        return path;
      },
    ],
  ];

  it.for(places)('%s', async ([, prepare], context) => {
    const path = freshFolder();
    const place = prepare(path, context);
    const before = readdirSync(path);
    expect((await run(place)).at(-1)).toEqual(failure('not-writable', { file: NAME }));
    expect(readdirSync(path)).toEqual(before);
  });
});

describe('a disk that gets full', () => {
  it.for(tableFormats)('leaves no part of a file in %s, and the older one', async (format, context) => {
    const path = freshFolder();
    mountDisk(context, path, 'size=128k');
    writeFileSync(join(path, NAME), OLDER);
    expect((await run(path, { format })).at(-1)).toEqual(failure('disk-full', { file: NAME }));
    expectOnlyOlder(path);
  });

  it('is the same with a limit of the system on the size of files', async (context) => {
    const path = withOlder();
    limitFileSize(context, 100_000);
    expect((await run(path)).at(-1)).toEqual(failure('disk-full', { file: NAME }));
    expectOnlyOlder(path);
  });
});

describe('a cache that cannot be read', () => {
  it('with another key', async () => {
    const path = withOlder();
    expect((await run(path, { databaseKey: '11'.repeat(32) })).at(-1)).toEqual(failure('cache-damaged'));
    expectOnlyOlder(path);
  });

  it('when it is not there', async () => {
    const path = withOlder();
    const reports = await run(path, { databasePath: join(path, 'none.db') });
    expect(reports).toEqual([failure('not-found', { what: 'cache' })]);
    expectOnlyOlder(path);
  });

  it.each(tableFormats)(
    'when it is damaged where the rows are: the file begun in %s goes',
    async (format) => {
      const path = withOlder();
      const reports = await run(path, { databasePath: damaged, format });
      expect(reports[0]).toMatchObject({ kind: 'progress' });
      expect(reports.at(-1)).toEqual(failure('cache-damaged'));
      expectOnlyOlder(path);
    },
  );
});

describe('what nobody foresaw', () => {
  it('is told to the log with its place, and to people as internal', async () => {
    const path = withOlder();
    const [report] = await run(path, { format: 'pdf', fontFolder: join(path, 'no-fonts') });
    expect(report).toMatchObject({ ...failure('internal'), fault: expect.stringContaining('ENOENT') });
    expectOnlyOlder(path);
  });
});

describe('a sync beside an export', () => {
  it.each<[string, CdrSort]>([
    ['in the order of time', IN_TIME],
    ['in an order made for it', { column: 'gross', descending: true }],
  ])('changes nothing in it: %s', async (_name, sort) => {
    const beside = filled(FEW_ROWS);
    const path = freshFolder();
    const file = () => readFileSync(join(path, NAME), 'latin1');
    await run(path, { databasePath: beside.path, sort });
    const before = file();

    let written = false;
    const reports = await run(path, { databasePath: beside.path, sort }, () => {
      if (written) return;
      written = true;
      storeSample(beside.cache, newer());
    });
    expect(reports.at(-1)).toMatchObject({ kind: 'done' });
    expect(file()).toBe(before);

    await run(path, { databasePath: beside.path, sort });
    expect(file()).not.toBe(before);
    beside.close();
  });

  /** Every record corrected, and new ones of the same months. */
  const newer = () => [
    ...sampleCdrs(FEW_ROWS).map((cdr) => ({ ...cdr, revision: 2, gross: cdr.gross + 1, durationS: 0 })),
    ...sampleCdrs(500, 7, FEW_ROWS + 1),
  ];
});
