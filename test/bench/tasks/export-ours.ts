import { runExport } from '../../../src-main/cabinet/exports/run-export';
import { createYoungHeapBound } from '../../../src-main/cabinet/young-heap';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { fontFolder, MADE_AT, MONTH_REQUEST, type WriteInput } from '../lib/month-document';
import { answer, taskInput } from '../lib/task';

/** What the program's export process does, from the encrypted cache to the file in its place. */
const { cache, target, format } = taskInput<WriteInput>();
const start = {
  job: { databasePath: cache, databaseKey: SAMPLE_KEY, document: MONTH_REQUEST, madeAt: MADE_AT },
  format,
  targetPath: target,
  partialPath: `${target}.part`,
  fontFolder: fontFolder(),
};
const boundYoungHeap = createYoungHeapBound();
await runExport(start, (report) => {
  boundYoungHeap();
  if (report.kind === 'failed') throw new Error(JSON.stringify(report));
  if (report.kind === 'done') answer({ rows: report.rows });
});
