// Entry of the export process: one document, preview, archive, package, check or copy, then it ends. Started by main as a utility process.
import { runArchive } from './cabinet/exports/archive/run-archive';
import { runPackage } from './cabinet/exports/package/run-package';
import { runBackup } from './cabinet/exports/run-backup';
import { runCheck } from './cabinet/exports/run-check';
import { runExport } from './cabinet/exports/run-export';
import { runPreview } from './cabinet/exports/run-preview';
import { runSave } from './cabinet/exports/run-save';
import { createYoungHeapBound } from './cabinet/young-heap';
import type {
  ArchiveStart,
  BackupStart,
  CheckStart,
  ExportStart,
  PackageStart,
  PreviewStart,
  ReadyStart,
} from './channel/core-contract';

process.umask(0o077);

const { parentPort } = process;
const boundYoungHeap = createYoungHeapBound();

parentPort.once('message', ({ data }) => {
  const start = data as
    | ExportStart
    | ArchiveStart
    | PackageStart
    | PreviewStart
    | ReadyStart
    | CheckStart
    | BackupStart;
  const report = (message: unknown) => {
    boundYoungHeap();
    parentPort.postMessage(message);
  };
  if ('job' in start) void runExport(start, report);
  else if ('ready' in start) runSave(start, report);
  else if ('preview' in start) void runPreview(start, report);
  else if ('backup' in start) void runBackup(start, report);
  else if ('check' in start) void runCheck(start, report);
  else if ('request' in start) void runPackage(start, report);
  else void runArchive(start, report);
});
