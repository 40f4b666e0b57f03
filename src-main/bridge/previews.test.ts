import { expect, it, vi } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { ExportJob } from '../channel/core-contract';
import { createPreviewHandlers, PREVIEW_ROWS, type PreviewDependencies } from './previews';

const DOCUMENT = { kind: 'invoices' } as const;
const JOB: ExportJob = { databasePath: '/cache.db', databaseKey: '0f', madeAt: 1, document: DOCUMENT };
const PDF = new Uint8Array([37, 80, 68, 70]);

function setUp(changes: Partial<PreviewDependencies> = {}) {
  const runs: { finish(bytes: Uint8Array): void; fail(error: unknown): void }[] = [];
  const dependencies: PreviewDependencies = {
    account: () => '300012345',
    prepare: async () => ({ job: JOB, suggestedName: 'Счета', totalRows: 13 }),
    make: () => {
      let cancel = () => {};
      const finished = new Promise<Uint8Array>((finish, fail) => {
        runs.push({ finish, fail });
        cancel = () => fail(new CabinetError('cancelled'));
      });
      return { finished, cancel };
    },
    fontFolder: '/fonts',
    save: vi.fn(async () => null),
    print: async () => true,
    onDamage: vi.fn(),
    ...changes,
  };
  const handlers = createPreviewHandlers(dependencies);
  const make = () => handlers['preview.make']({ document: DOCUMENT });
  const started = (count: number) => vi.waitFor(() => expect(runs).toHaveLength(count));
  return { handlers, make, runs, started, dependencies };
}

it('hands out the bytes that were made', async () => {
  const { make, runs, started } = setUp();
  const asked = make();
  await started(1);
  runs[0]?.finish(PDF);
  expect(await asked).toEqual({ bytes: PDF });
});

it('makes one document at a time, and none that was given up', async () => {
  const { handlers, make, runs, started } = setUp();
  const first = make();
  await started(1);
  const second = make();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await started(2);
  await handlers['preview.close']();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });

  const early = make();
  await handlers['preview.close']();
  await expect(early).rejects.toMatchObject({ code: 'cancelled' });
  expect(runs).toHaveLength(2);
});

it('saves the bytes that were shown, until they are closed, for the account that asked', async () => {
  let account: string | null = '300012345';
  const { handlers, make, runs, started, dependencies } = setUp({ account: () => account });
  const asked = make();
  await started(1);
  runs[0]?.finish(PDF);
  await asked;
  await handlers['preview.save']();
  expect(dependencies.save).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ bytes: PDF, suggestedName: 'Счета', totalRows: 13 }),
  );
  account = '300099999';
  expect(() => handlers['preview.save']()).toThrow(expect.objectContaining({ code: 'not-found' }));
  account = '300012345';
  await handlers['preview.close']();
  expect(() => handlers['preview.save']()).toThrow(expect.objectContaining({ code: 'not-found' }));
});

it('refuses what is too long, with how long it is and may be', async () => {
  const prepare = async () => ({ job: JOB, suggestedName: 'Счета', totalRows: PREVIEW_ROWS + 1 });
  await expect(setUp({ prepare }).make()).rejects.toMatchObject({
    code: 'preview-too-large',
    params: { rows: PREVIEW_ROWS + 1, most: PREVIEW_ROWS },
  });
});

it('tells nothing to another account than the one that asked', async () => {
  let account: string | null = '300012345';
  const { make, runs, started } = setUp({ account: () => account });
  const asked = make();
  await started(1);
  account = null;
  runs[0]?.finish(PDF);
  await expect(asked).rejects.toMatchObject({ code: 'not-signed-in' });
});

it('has a damaged cache looked at', async () => {
  const { make, runs, started, dependencies } = setUp();
  const asked = make();
  await started(1);
  runs[0]?.fail(new CabinetError('cache-damaged'));
  await expect(asked).rejects.toMatchObject({ code: 'cache-damaged' });
  expect(dependencies.onDamage).toHaveBeenCalledOnce();
});
