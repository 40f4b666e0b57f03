import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { CabinetError, type ErrorCode } from '../../src-shared/bridge/errors';
import { codeOf, putInPlace } from '../files/put-in-place';
import type { Sink } from './model';

const PRIVATE_FILE = 0o600;
/** Small writes are gathered: a system call for every few bytes would cost more than making them. */
const BUFFER = 1024 * 1024;

/** A file that comes into being as a whole: it grows under another name and takes its own at the end. */
export type FileSink = Sink & {
  /** Brings everything to the disk and puts the file in its place, over an older one. */
  finish(): void;
  /** Removes what was written. */
  discard(): void;
};

/** @throws CabinetError disk-full, not-writable, file-busy; each names the file */
export function createFileSink(targetPath: string, partialPath: string): FileSink {
  const file = basename(targetPath);
  const told = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw fileFault(error, file);
    }
  };
  const descriptor = told(() => openSync(partialPath, 'wx', PRIVATE_FILE));
  const buffer = Buffer.allocUnsafe(BUFFER);
  let filled = 0;
  let open = true;

  function writeAll(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
  }
  function flush(): void {
    if (filled > 0) writeAll(buffer.subarray(0, filled));
    filled = 0;
  }
  function close(): void {
    if (open) closeSync(descriptor);
    open = false;
  }

  return {
    write(bytes) {
      told(() => {
        if (filled + bytes.length > BUFFER) flush();
        if (bytes.length >= BUFFER) return writeAll(bytes);
        buffer.set(bytes, filled);
        filled += bytes.length;
      });
    },
    finish() {
      told(() => {
        flush();
        fsyncSync(descriptor);
        close();
        putInPlace(partialPath, targetPath);
      });
    },
    discard() {
      close();
      try {
        rmSync(partialPath, { force: true });
      } catch {
        // Held by another program: what has failed before is what people are told.
      }
    },
  };
}

const FAULTS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-writable',
  EROFS: 'not-writable',
  ENOENT: 'not-writable',
  ENOTDIR: 'not-writable',
  EISDIR: 'not-writable',
  ENAMETOOLONG: 'not-writable',
  EPERM: 'not-writable',
  EBUSY: 'file-busy',
  ETXTBSY: 'file-busy',
};

/** Work that makes something new: no other program can have it open. */
const MAKING: readonly unknown[] = ['open', 'mkdir'];

/** What people are told of a fault of the file system; others pass unchanged. */
export function fileFault(error: unknown, file: string, platform = process.platform): unknown {
  const found = codeOf(error);
  const making = error instanceof Error && 'syscall' in error && MAKING.includes(error.syscall);
  // Windows answers EPERM when another program has the file open, too; elsewhere it is a matter of rights.
  const busy = found === 'EPERM' && platform === 'win32' && !making;
  const code = busy ? 'file-busy' : FAULTS[found];
  return code ? new CabinetError(code, { file }, { cause: error }) : error;
}
