// Entry of the export process: one document or one archive, then it ends. Started by main as a utility process.
import { runArchive } from './cabinet/exports/archive/run-archive';
import { runExport } from './cabinet/exports/run-export';
import type { ArchiveStart, ExportStart } from './channel/core-contract';

process.umask(0o077);

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  const start = data as ExportStart | ArchiveStart;
  const report = (message: unknown) => parentPort.postMessage(message);
  void ('job' in start ? runExport(start, report) : runArchive(start, report));
});
