import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runExport } from '../../src-main/cabinet/exports/run-export';
import { startBench } from '../../src-main/cabinet/testing/harness';
import { minsk } from '../../src-main/operator/testing/client';
import { type ExportFormat, formatsOf } from '../../src-shared/bridge/export-formats';
import { type DocumentRequest, monthDocuments, monthSummaries } from '../../src-shared/bridge/exports';

/** The demo account's month of the guide, after it was invoiced. */
const MONTH = '2021-05';
const NOW = minsk('2021-06-07', 10);

/** `node make-documents.mjs FOLDER FONTS`: writes the documents and tables of the month in every format. */
const [folder = '', fontFolder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const bench = await startBench({ at: NOW });
try {
  const core = await bench.core({ clock: { now: () => NOW } });
  await core.call('session.signInByPassword', bench.credentials);
  await core.idle();
  const { order } = await core.call('payments.order', { month: MONTH });
  const requests: DocumentRequest[] = [
    ...monthDocuments.map((kind): DocumentRequest => ({ kind, month: MONTH })),
    { kind: 'payment-order', order: { ...order, number: '15' } },
    {
      kind: 'cdrs',
      // The paid calls of a day are enough to see a page and its totals.
      filter: {
        subscriberId: 1,
        month: MONTH,
        direction: 'out',
        fromDay: '2021-05-24',
        toDay: '2021-05-24',
        minGross: 1,
      },
      sort: { column: 'startedAt', descending: false },
    },
    {
      kind: 'cdr-groups',
      filter: { subscriberId: null, month: MONTH, direction: 'both' },
      by: 'day',
      measure: 'gross',
    },
    ...monthSummaries.map((kind): DocumentRequest => ({ kind, month: MONTH })),
    { kind: 'charges', subscriberId: 1, month: MONTH },
    { kind: 'payments' },
  ];
  for (const document of requests) {
    const { job } = await core.call('core.prepareExport', document);
    for (const format of formatsOf(document.kind)) await write(job, document.kind, format);
  }
} finally {
  await bench.close();
}

async function write(
  job: Parameters<typeof runExport>[0]['job'],
  name: string,
  format: ExportFormat,
): Promise<void> {
  const targetPath = join(folder, `${name}.${format}`);
  await runExport(
    { job, format, targetPath, partialPath: join(folder, '.partial'), fontFolder },
    (report) => {
      if (report.kind === 'failed') throw new Error(`${name}.${format}: ${JSON.stringify(report)}`);
    },
  );
}
