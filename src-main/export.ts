// Entry of the export process: one document, one archive or one package, then it ends. Started by main as a utility process.
import { runArchive } from './cabinet/exports/archive/run-archive';
import { runPackage } from './cabinet/exports/package/run-package';
import { runExport } from './cabinet/exports/run-export';
import type { ArchiveStart, ExportStart, PackageStart } from './channel/core-contract';

process.umask(0o077);

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  const start = data as ExportStart | ArchiveStart | PackageStart;
  const report = (message: unknown) => parentPort.postMessage(message);
  if ('job' in start) void runExport(start, report);
  else if ('request' in start) void runPackage(start, report);
  else void runArchive(start, report);
});
