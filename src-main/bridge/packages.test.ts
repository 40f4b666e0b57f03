import { describe, expect, it } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { ExportView, PackageFile } from '../../src-shared/bridge/exports';
import type { PackageRequest } from '../../src-shared/bridge/packages';
import type { PackageStart } from '../channel/core-contract';
import { createExportRegistry, type ExportListener } from './export-registry';
import { createPackageHandlers } from './packages';

const ACCESS = { databasePath: '/data/cache.db', databaseKey: '0f'.repeat(32), madeAt: 1 };
const NAME = 'Документы 300012345 2021-04';
const REQUEST: PackageRequest = {
  month: '2021-04',
  items: [{ item: 'act', formats: ['pdf'] }],
  template: '{документ}',
};
const file = (name: string, state: PackageFile['state']): PackageFile => ({ name, state, error: null });

function setUp(chosen: string | null = '/home/Пакеты') {
  const open: { account: string | null } = { account: '300012345' };
  const runs: { start: PackageStart; listener: ExportListener; end: (error: unknown) => void }[] = [];
  const emitted: ExportView[] = [];
  const registry = createExportRegistry({
    account: () => open.account,
    run(start, listener) {
      const finished = new Promise<number>((_, end) => {
        runs.push({ start: start as PackageStart, listener, end });
      });
      return { finished, cancel: () => runs.at(-1)?.end(new CabinetError('cancelled')) };
    },
    emit: (_, payload) => emitted.push(payload as ExportView),
    onDamage: () => undefined,
    onFault: () => undefined,
  });
  const handlers = createPackageHandlers(
    {
      account: () => open.account,
      preparePackage: async () => ({ access: ACCESS, folderName: NAME, totalRows: 900 }),
      packageFolder: () => chosen,
      askForPackageFolder: async () => chosen,
      fontFolder: '/fonts',
    },
    registry,
  );
  const start = async () => handlers['package.start'](REQUEST);
  return { open, runs, emitted, registry, handlers, start };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a package', () => {
  it('has a folder of its own in the chosen one, and its files grow beside that', async () => {
    const { start, runs } = setUp();
    expect(await start()).toMatchObject({ fileName: NAME, format: 'package', totalRows: 900, files: [] });
    expect(runs[0]?.start).toMatchObject({ folder: `/home/Пакеты/${NAME}`, done: [], request: REQUEST });
    expect(runs[0]?.start.partialPath).toMatch(/^\/home\/Пакеты\/\.sip-cabinet-/);
  });

  it.each([NAME, 'Документы 300012345 2020-12'])(
    'chosen itself («%s») means the folder around it',
    async (one) => {
      const { start, runs } = setUp(`/home/${one}`);
      await start();
      expect(runs[0]?.start.folder).toBe(`/home/${NAME}`);
    },
  );

  it('needs a chosen folder, and an account that is still open', async () => {
    await expect(setUp(null).start()).rejects.toMatchObject({ code: 'bad-input' });
    const { open, start, runs } = setUp();
    const started = start();
    open.account = null;
    await expect(started).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(runs).toEqual([]);
  });

  it('is written by one process at a time', async () => {
    const { start, runs } = setUp();
    expect((await start()).id).toBe((await start()).id);
    expect(runs).toHaveLength(1);
  });

  it('is written by one process at a time when it is tried again, too', async () => {
    const { start, handlers, runs } = setUp();
    const { id } = await start();
    runs[0]?.end(new CabinetError('package-incomplete', { count: 1 }));
    await settled();
    await Promise.all([handlers['package.retry']({ id }), handlers['package.retry']({ id })]);
    expect(runs).toHaveLength(2);
  });

  it('tells of its files, and writes those again that failed under the same name', async () => {
    const { start, handlers, runs, registry } = setUp();
    const { id } = await start();
    runs[0]?.listener.onFile(file('Акт.pdf', 'failed'));
    runs[0]?.listener.onFile(file('Счет.pdf', 'new'));
    runs[0]?.end(new CabinetError('package-incomplete', { count: 1 }));
    await settled();
    expect(registry.list()).toMatchObject([{ id, state: 'failed', error: { code: 'package-incomplete' } }]);
    expect(await handlers['package.retry']({ id })).toMatchObject({ id, state: 'running', error: null });
    expect(runs[1]?.start.done).toEqual(['Счет.pdf']);
    runs[1]?.listener.onFile(file('Акт.pdf', 'new'));
    expect(registry.list()[0]?.files).toEqual([file('Акт.pdf', 'new'), file('Счет.pdf', 'new')]);
    await expect(handlers['package.retry']({ id: 'other' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
