import { rmSync } from 'node:fs';
import { utilityProcess } from 'electron';
import { CabinetError, type ErrorCode, errorCodes } from '../../src-shared/bridge/errors';
import type { RunExport } from '../bridge/export-registry';
import type { ExportReport } from '../channel/core-contract';
import type { Log } from './log';
import type { UnfinishedFiles } from './unfinished-files';

/**
 * Runs one export in a process of its own. Cancelling kills it, and the file it was writing is removed;
 * a file that was there before is only replaced by a complete one.
 */
export function createExportRunner(script: string, log: Log, unfinished: UnfinishedFiles): RunExport {
  return (start, listener) => {
    unfinished.begun(start.partialPath);
    const child = utilityProcess.fork(script, [], { serviceName: 'SIP Cabinet export', stdio: 'inherit' });
    let cancelled = false;
    const finished = new Promise<number>((resolve, reject) => {
      child.on('message', (report: ExportReport) => {
        if (report.kind === 'progress') listener.onProgress(report.rows);
        else if (report.kind === 'file') listener.onFile(report.file);
        else if (report.kind === 'fault') log('error', `export: ${report.fault}`);
        else if (report.kind === 'done') resolve(report.rows);
        else {
          if (report.fault) log('error', `export: ${report.fault}`);
          reject(toError(report.error));
        }
      });
      child.once('exit', () => {
        // Messages sent before the exit have been delivered by now; without one the process died.
        reject(new CabinetError(cancelled ? 'cancelled' : 'internal'));
      });
    });
    const cleanUp = () => {
      rmSync(start.partialPath, { force: true });
      unfinished.ended(start.partialPath);
    };
    child.postMessage(start);
    return {
      finished: finished.finally(() => {
        child.kill();
        cleanUp();
      }),
      cancel() {
        cancelled = true;
        child.kill();
      },
    };
  };
}

function toError(error: { code: string; params: Record<string, string | number> }): CabinetError {
  const known = (errorCodes as readonly string[]).includes(error.code);
  return new CabinetError(known ? (error.code as ErrorCode) : 'internal', error.params);
}
