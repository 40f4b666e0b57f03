import type { ExportReport, ReadyStart } from '../../channel/core-contract';
import { createFileSink } from '../../documents/file-sink';
import { toReport } from './run-export';

/** Writes a document that is made already. Never throws; its one report is «done» or «failed», which leaves no file. */
export function runSave(
  { ready, totalRows, targetPath, partialPath }: ReadyStart,
  report: (report: ExportReport) => void,
): void {
  try {
    const sink = createFileSink(targetPath, partialPath);
    try {
      sink.write(ready);
      sink.finish();
    } catch (error) {
      sink.discard();
      throw error;
    }
    report({ kind: 'done', rows: totalRows });
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}
