import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { ExportReport, PreviewReport } from '../../channel/core-contract';
import { type Bench, startBench, type TestCore } from '../testing/harness';
import { runExport } from './run-export';
import { runPreview } from './run-preview';
import { runSave } from './run-save';

let bench: Bench;
let core: TestCore;
beforeAll(async () => {
  bench = await startBench();
  core = await bench.synced();
});
afterAll(() => bench.close());

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const place = (name: string) => join(bench.folder, name);

it.each<DocumentRequest>([{ kind: 'invoice', month: '2021-04' }, { kind: 'payments' }])(
  'what is looked at is what an export writes, and is saved byte by byte: $kind',
  async (document) => {
    const { job, totalRows } = await core.call('core.prepareExport', document);
    const previews: PreviewReport[] = [];
    await runPreview({ preview: job, fontFolder }, (report) => previews.push(report));
    const [made] = previews;
    if (made?.kind !== 'made') throw new Error(JSON.stringify(made));

    const reports: ExportReport[] = [];
    const partialPath = place('.partial');
    const exported = {
      job,
      format: 'pdf',
      targetPath: place('export.pdf'),
      partialPath,
      fontFolder,
    } as const;
    await runExport(exported, (report) => reports.push(report));
    runSave({ ready: made.bytes, totalRows, targetPath: place('save.pdf'), partialPath }, (report) =>
      reports.push(report),
    );
    expect(reports.filter(({ kind }) => kind === 'done')).toHaveLength(2);
    expect(readFileSync(place('export.pdf')).equals(made.bytes)).toBe(true);
    expect(readFileSync(place('save.pdf')).equals(made.bytes)).toBe(true);
    expect(existsSync(partialPath)).toBe(false);
  },
);

it('what cannot be made or written says why', async () => {
  const document = { kind: 'payments', fromDay: '2030-01-01' } as const;
  const { job } = await core.call('core.prepareExport', { kind: 'payments' });
  const reports: (PreviewReport | ExportReport)[] = [];
  await runPreview({ preview: { ...job, document }, fontFolder }, (report) => reports.push(report));
  const nowhere = { targetPath: place('no/save.pdf'), partialPath: place('no/.partial') };
  runSave({ ready: new Uint8Array(1), totalRows: 1, ...nowhere }, (report) => reports.push(report));
  expect(reports).toMatchObject([
    { kind: 'failed', error: { code: 'export-empty' } },
    { kind: 'failed', error: { code: 'not-writable', params: { file: 'save.pdf' } } },
  ]);
});
