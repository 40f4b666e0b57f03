import { runArchive } from '../../../src-main/cabinet/exports/archive/run-archive';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { MADE_AT } from '../lib/month-document';
import { answer, taskInput } from '../lib/task';

/** What the program's export process does for an archive. */
const { cache, folder } = taskInput<{ cache: string; folder: string }>();
await runArchive(
  {
    access: { databasePath: cache, databaseKey: SAMPLE_KEY, madeAt: MADE_AT },
    folder,
    partialPath: `${folder}.partial`,
  },
  (report) => {
    if (report.kind === 'failed') throw new Error(JSON.stringify(report));
    if (report.kind === 'done') answer({ rows: report.rows });
  },
);
