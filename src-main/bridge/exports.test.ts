import { dirname } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { ExportView } from '../../src-shared/bridge/exports';
import type { ArchiveStart, ExportStart } from '../channel/core-contract';
import type { AnyStart } from './export-registry';
import { createExportHandlers, type ExportDependencies } from './exports';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const ACCESS = { databasePath: '/data/cache.db', databaseKey: '0f'.repeat(32), madeAt: 1 };
const JOB: ExportStart['job'] = { ...ACCESS, document: { kind: 'invoices' } };
const REQUEST = { document: JOB.document, format: 'xlsx' } as const;

/** An export process that does what the test says. */
type FakeRun<Start = AnyStart> = {
  start: Start;
  progress(rows: number): void;
  finish(rows: number): void;
  fail(error: unknown): void;
};

function setUp(changes: Partial<ExportDependencies> = {}) {
  const runs: FakeRun[] = [];
  const emitted: ExportView[] = [];
  const dependencies: ExportDependencies = {
    account: () => '300012345',
    prepare: async () => ({ job: JOB, suggestedName: 'Счета 2021', totalRows: 5000 }),
    prepareArchive: async () => ({ access: ACCESS, folderName: 'sip-archive-1', totalRows: 7000 }),
    askWhereToSave: vi.fn(async () => '/home/Отчёты/Счета.xlsx'),
    askForFolder: async () => '/home/Отчёты',
    preparePackage: async () => ({ access: ACCESS, folderName: 'Документы 1 2021-04', totalRows: 900 }),
    packageFolder: () => '/home/Пакеты',
    askForPackageFolder: async () => '/home/Пакеты',
    run: (start, { onProgress: progress }) => {
      let settle: Pick<FakeRun, 'finish' | 'fail'> | undefined;
      const finished = new Promise<number>((finish, fail) => {
        settle = { finish, fail };
      });
      const run = { start, progress, ...(settle as unknown as Pick<FakeRun, 'finish' | 'fail'>) };
      runs.push(run);
      return { finished, cancel: () => run.fail(new CabinetError('cancelled')) };
    },
    fontFolder: '/fonts',
    openPath: vi.fn(async () => undefined),
    showInFolder: vi.fn(),
    emit: (_name, payload) => emitted.push(payload as ExportView),
    onDamage: vi.fn(),
    onFault: vi.fn(),
    ...changes,
  };
  const handlers = createExportHandlers(dependencies);
  const start = async () => {
    const view = await handlers['exports.start'](REQUEST);
    return { view: view as ExportView, run: runs.at(-1) as FakeRun<ExportStart> };
  };
  const archive = async () => {
    const view = await handlers['exports.archive'](undefined);
    return { view: view as ExportView, run: runs.at(-1) as FakeRun<ArchiveStart> };
  };
  const list = () => handlers['exports.list'](undefined) as ExportView[];
  return { dependencies, handlers, runs, emitted, start, archive, list };
}

/** Lets what waits for a settled promise run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an account that is closed', () => {
  const closing = () => {
    const open: { account: string | null } = { account: '300012345' };
    return { open, ...setUp({ account: () => open.account }) };
  };

  it('says nothing of its exports until it is open again', async () => {
    const { open, start, list, emitted, handlers } = closing();
    const { view, run } = await start();
    for (const other of [null, '300099999']) {
      open.account = other;
      run.progress(10);
      expect(list()).toEqual([]);
      for (const name of ['exports.open', 'exports.reveal', 'exports.cancel'] as const) {
        expect(() => handlers[name]({ id: view.id })).toThrow(expect.objectContaining({ code: 'not-found' }));
      }
    }
    emitted.length = 0;
    run.finish(5000);
    await settled();
    expect(emitted).toEqual([]);
    open.account = '300012345';
    expect(list()).toMatchObject([{ id: view.id, state: 'done' }]);
  });

  it('begins none that was asked for before it was closed', async () => {
    const { open, handlers, runs } = closing();
    const asked = handlers['exports.start'](REQUEST);
    open.account = null;
    await expect(asked).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(runs).toEqual([]);
  });
});

describe('an export', () => {
  it('asks where to save under the suggested name, and grows beside its place under another one', async () => {
    const { dependencies, start, list } = setUp();
    const { view, run } = await start();
    expect(dependencies.askWhereToSave).toHaveBeenCalledWith({ name: 'Счета 2021.xlsx', format: 'xlsx' });
    expect(view).toMatchObject({ fileName: 'Счета.xlsx', state: 'running', rows: 0, totalRows: 5000 });
    expect(list()).toEqual([view]);
    expect(run.start).toMatchObject({ job: JOB, format: 'xlsx', targetPath: '/home/Отчёты/Счета.xlsx' });
    expect(dirname(run.start.partialPath)).toBe('/home/Отчёты');
    expect(run.start.partialPath).not.toContain('Счета');
  });

  it('does not begin when the dialog was closed', async () => {
    const { start, list, runs } = setUp({ askWhereToSave: async () => null });
    expect((await start()).view).toBeNull();
    expect([runs, list()]).toEqual([[], []]);
  });

  it('is not asked a place for when it cannot be made', async () => {
    const prepare = async () => Promise.reject(new CabinetError('export-empty'));
    const { dependencies, start, list } = setUp({ prepare });
    await expect(start()).rejects.toMatchObject({ code: 'export-empty' });
    expect(dependencies.askWhereToSave).not.toHaveBeenCalled();
    expect(list()).toEqual([]);
  });

  it('leaves no trace when its process cannot be started', async () => {
    const run = () => {
      throw new Error('no process');
    };
    const { start, list } = setUp({ run });
    await expect(start()).rejects.toThrow('no process');
    expect(list()).toEqual([]);
  });

  it('tells its progress ten times a second at most, and its end always', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const { start, emitted, list } = setUp();
    const { run } = await start();
    for (const [at, rows] of [
      [1000, 1],
      [1050, 2],
      [1099, 3],
      [1100, 4],
      [1199, 5],
      [1250, 6],
    ] as const) {
      clock.mockReturnValue(at);
      run.progress(rows);
    }
    expect(emitted.map(({ rows }) => rows)).toEqual([1, 4, 6]);
    run.finish(5000);
    await settled();
    expect(emitted.at(-1)).toMatchObject({ state: 'done', rows: 5000, error: null });
    expect(list()).toEqual([emitted.at(-1)]);
  });

  it('is cancelled', async () => {
    const { start, handlers, emitted, dependencies } = setUp();
    const { view } = await start();
    await handlers['exports.cancel']({ id: view.id });
    await settled();
    expect(emitted).toEqual([{ ...view, state: 'cancelled' }]);
    expect(dependencies.onFault).not.toHaveBeenCalled();
  });

  it('fails with the reason', async () => {
    const { start, emitted, dependencies } = setUp();
    const { run } = await start();
    run.fail(new CabinetError('disk-full', { file: 'Счета.xlsx' }));
    await settled();
    const error = { code: 'disk-full', params: { file: 'Счета.xlsx' } };
    expect(emitted.at(-1)).toMatchObject({ state: 'failed', error });
    expect(dependencies.onFault).not.toHaveBeenCalled();
    expect(dependencies.onDamage).not.toHaveBeenCalled();
  });

  it('has the cache looked at when it could not read it', async () => {
    const { start, emitted, dependencies } = setUp();
    (await start()).run.fail(new CabinetError('cache-damaged'));
    await settled();
    expect(emitted.at(-1)).toMatchObject({ state: 'failed', error: { code: 'cache-damaged' } });
    expect(dependencies.onDamage).toHaveBeenCalledOnce();
  });

  it('tells the log what nobody foresaw, and people nothing of it', async () => {
    const { start, emitted, dependencies } = setUp();
    const fault = new Error('/home/secret');
    (await start()).run.fail(fault);
    await settled();
    expect(emitted.at(-1)).toMatchObject({ state: 'failed', error: { code: 'internal', params: {} } });
    expect(dependencies.onFault).toHaveBeenCalledWith('exports.start', fault);
  });

  it('is opened and shown where it was saved', async () => {
    const { start, handlers, dependencies } = setUp();
    const { view } = await start();
    await handlers['exports.open']({ id: view.id });
    await handlers['exports.reveal']({ id: view.id });
    expect(dependencies.openPath).toHaveBeenCalledWith('/home/Отчёты/Счета.xlsx');
    expect(dependencies.showInFolder).toHaveBeenCalledWith('/home/Отчёты/Счета.xlsx');
    expect(() => handlers['exports.cancel']({ id: 'other' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('an archive', () => {
  it('has a folder of its own in the chosen one, and its files grow beside that', async () => {
    const { archive, emitted } = setUp();
    const { view, run } = await archive();
    expect(view).toMatchObject({ fileName: 'sip-archive-1', format: 'parquet', totalRows: 7000 });
    expect(run.start).toMatchObject({ access: ACCESS, folder: '/home/Отчёты/sip-archive-1' });
    expect(dirname(run.start.partialPath)).toBe('/home/Отчёты');
    run.finish(7000);
    await settled();
    expect(emitted.at(-1)).toMatchObject({ state: 'done', rows: 7000 });
  });

  it('that was itself chosen is the one that is meant', async () => {
    const { archive } = setUp({ askForFolder: async () => '/home/sip-archive-1' });
    expect((await archive()).run.start.folder).toBe('/home/sip-archive-1');
  });

  it('is written by one process at a time', async () => {
    const { archive, runs } = setUp();
    const first = await archive();
    expect((await archive()).view).toEqual(first.view);
    expect(runs).toHaveLength(1);
    first.run.finish(7000);
    await settled();
    expect((await archive()).view.id).not.toBe(first.view.id);
  });

  it('does not begin when the dialog was closed', async () => {
    const { archive, runs } = setUp({ askForFolder: async () => null });
    expect((await archive()).view).toBeNull();
    expect(runs).toEqual([]);
  });
});

describe('several exports', () => {
  it('are listed newest first; old ones are forgotten, running ones never', async () => {
    const { start, list } = setUp();
    const running = await start();
    for (let count = 0; count < 35; count++) {
      (await start()).run.finish(1);
      await settled();
    }
    const newest = await start();
    expect(list()).toHaveLength(30);
    expect(list()[0]?.id).toBe(newest.view.id);
    expect(list().at(-1)?.id).toBe(running.view.id);
  });

  it('are all cancelled before the program ends, and waited for', async () => {
    const cancelled: string[] = [];
    const ends: (() => void)[] = [];
    const { start, handlers, list } = setUp({
      run: ({ partialPath }) => {
        let end: (error: unknown) => void = () => undefined;
        const finished = new Promise<number>((_resolve, reject) => {
          end = reject;
        });
        ends.push(() => end(new CabinetError('cancelled')));
        return { finished, cancel: () => void cancelled.push(partialPath) };
      },
    });
    await start();
    await start();
    let over = false;
    const all = handlers.cancelAll().then(() => {
      over = true;
    });
    expect(new Set(cancelled).size).toBe(2);
    ends[0]?.();
    await settled();
    expect(over).toBe(false);
    ends[1]?.();
    await all;
    expect(list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await handlers.cancelAll();
    expect(cancelled).toHaveLength(2);
  });

  it('do not hold the program when one of them cannot be ended', async () => {
    vi.useFakeTimers();
    const { start, handlers } = setUp({
      run: () => ({ finished: new Promise<number>(() => undefined), cancel: () => undefined }),
    });
    await start();
    const all = handlers.cancelAll();
    await vi.runAllTimersAsync();
    await all;
  });
});
