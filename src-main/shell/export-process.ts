import { utilityProcess } from 'electron';
import { CabinetError, type ErrorCode, errorCodes } from '../../src-shared/bridge/errors';
import type { Log } from './log';

/** How a job ends; what comes later is not heard. */
export type JobEnd<Result> = { resolve(result: Result): void; reject(error: CabinetError): void };

/** What an export process runs, and where its faults are told under the name of its job. */
export type ExportProgram = { script: string; job: string; log: Log };

/** Starts an export process for one job and takes its reports. Cancelling kills it. */
export function startExportProcess<Start, Report, Result>(
  { script, job, log }: ExportProgram,
  start: Start,
  take: (report: Report, end: JobEnd<Result>) => void,
): { finished: Promise<Result>; cancel(): void } {
  const child = utilityProcess.fork(script, [], { serviceName: 'SIP Cabinet export', stdio: 'inherit' });
  // Electron throws in this process what nobody listens to. The report has the whole environment in it.
  child.on('error', (type, location) => log('error', `${job}: ${type} in ${location}`));
  let cancelled = false;
  const finished = new Promise<Result>((resolve, reject) => {
    child.on('message', (report: Report) => take(report, { resolve, reject }));
    child.once('exit', () => {
      // Messages sent before the exit have been delivered by now; without one the process died.
      reject(new CabinetError(cancelled ? 'cancelled' : 'internal'));
    });
  });
  child.postMessage(start);
  return {
    finished: finished.finally(() => child.kill()),
    cancel() {
      cancelled = true;
      // One that is not launched yet cannot be ended: a virus scanner makes that a matter of seconds.
      if (!child.kill()) child.once('spawn', () => child.kill());
    },
  };
}

/** An error as a process reports it; what is not known here is «internal». */
export function reportedError(error: {
  code: string;
  params: Record<string, string | number>;
}): CabinetError {
  const known = (errorCodes as readonly string[]).includes(error.code);
  return new CabinetError(known ? (error.code as ErrorCode) : 'internal', error.params);
}
