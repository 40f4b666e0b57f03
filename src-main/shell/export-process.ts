import { utilityProcess } from 'electron';
import { CabinetError, type ErrorCode, errorCodes } from '../../src-shared/bridge/errors';

/** How a job ends; what comes later is not heard. */
export type JobEnd<Result> = { resolve(result: Result): void; reject(error: CabinetError): void };

/** Starts an export process for one job and takes its reports. Cancelling kills it. */
export function startExportProcess<Start, Report, Result>(
  script: string,
  start: Start,
  take: (report: Report, end: JobEnd<Result>) => void,
): { finished: Promise<Result>; cancel(): void } {
  const child = utilityProcess.fork(script, [], { serviceName: 'SIP Cabinet export', stdio: 'inherit' });
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
      child.kill();
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
