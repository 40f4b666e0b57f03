import { rmSync } from 'node:fs';
import type { BackupDependencies } from '../bridge/backups';
import type { CacheCheck } from '../bridge/check-after-crash';
import type { RunExport } from '../bridge/export-registry';
import type { PreviewDependencies } from '../bridge/previews';
import type {
  BackupReport,
  BackupStart,
  CacheAccess,
  CheckReport,
  CheckStart,
  ExportReport,
  PreviewReport,
} from '../channel/core-contract';
import { reportedError, startExportProcess } from './export-process';
import type { Log } from './log';
import type { UnfinishedFiles } from './unfinished-files';

/**
 * Runs one export in a process of its own. Cancelling kills it, and the file it was writing is removed;
 * a file that was there before is only replaced by a complete one.
 */
export function createExportRunner(script: string, log: Log, unfinished: UnfinishedFiles): RunExport {
  return (start, listener) => {
    unfinished.begun(start.partialPath);
    const { finished, cancel } = startExportProcess<typeof start, ExportReport, number>(
      { script, job: 'export', log },
      start,
      (report, end) => {
        if (report.kind === 'progress') listener.onProgress(report.rows);
        else if (report.kind === 'file') listener.onFile(report.file);
        else if (report.kind === 'fault') log('error', `export: ${report.fault}`);
        else if (report.kind === 'done') end.resolve(report.rows);
        else {
          if (report.fault) log('error', `export: ${report.fault}`);
          end.reject(reportedError(report.error));
        }
      },
    );
    const cleanUp = () => {
      if (removed(start.partialPath)) unfinished.ended(start.partialPath);
    };
    return { finished: finished.finally(cleanUp), cancel };
  };
}

/** False for a file that somebody holds: on Windows a virus scanner does, and the next start removes it. */
function removed(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Makes the PDF of a preview in a process of its own; cancelling kills it. */
export function createPreviewMaker(script: string, log: Log): PreviewDependencies['make'] {
  return (start) =>
    startExportProcess<typeof start, PreviewReport, Uint8Array>(
      { script, job: 'preview', log },
      start,
      (report, end) => {
        if (report.kind === 'made') return end.resolve(report.bytes);
        if (report.fault) log('error', `preview: ${report.fault}`);
        end.reject(reportedError(report.error));
      },
    );
}

/** Reads a whole cache in a process of its own: is it sound? Cancelling kills it. */
export function checkInProcess(script: string, log: Log, check: CacheAccess): CacheCheck {
  const program = { script, job: 'check', log };
  return startExportProcess<CheckStart, CheckReport, boolean>(program, { check }, (report, end) => {
    if (report.kind === 'checked') return end.resolve(report.sound);
    if (report.fault) log('error', `check: ${report.fault}`);
    end.reject(reportedError(report.error));
  });
}

/** Makes a backup copy in a process of its own; cancelling kills it, and half a copy is removed. */
export function createBackupMaker(script: string, log: Log): BackupDependencies['make'] {
  return (start) => {
    const { finished, cancel } = startExportProcess<BackupStart, BackupReport, void>(
      { script, job: 'backup', log },
      start,
      (report, end) => {
        if (report.kind === 'made') return end.resolve();
        if (report.fault) log('error', `backup: ${report.fault}`);
        end.reject(reportedError(report.error));
      },
    );
    return {
      finished: finished.finally(() => {
        // What is held now goes at the next start.
        for (const companion of ['', '-wal', '-shm', '-journal']) removed(start.partialPath + companion);
      }),
      cancel,
    };
  };
}
