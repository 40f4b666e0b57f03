import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CabinetError, type ErrorCode } from '../../../../src-shared/bridge/errors';
import { CHECKSUM_LIST, type PackageFile } from '../../../../src-shared/bridge/exports';
import type { PackageStart } from '../../../channel/core-contract';
import { checksumOf, hashingSink } from '../../../documents/checksum';
import { createFileSink, fileFault } from '../../../documents/file-sink';
import type { Sink } from '../../../documents/model';
import type { ReadableCache } from '../../../store/cache';
import { type Made, rowCountOf } from '../make-document';
import { toReport } from '../run-export';
import { writeMade } from '../write-made';
import { type Checksums, checksumText, readChecksums } from './checksum-list';
import { makeItem, type PlannedFile, packageFiles } from './package-files';
import { monthStamp, settledAt } from './settled';

const PRIVATE_FOLDER = 0o700;

/** There is nothing to write, and nothing is wrong. */
const NOTHING: readonly ErrorCode[] = ['export-empty', 'invoice-paid'];

export type PackageListener = {
  onRows(rows: number): void;
  onFile(file: PackageFile): void;
  /** A fault that nobody foresaw, for the log. */
  onFault(fault: string): void;
};

/**
 * Writes the files of a package and their list of checksums, which tells what is new, changed and unchanged. A file
 * that fails is named and the others go on; the list is right after every file. Run it in one snapshot of the cache.
 * @returns rows that were written
 * @throws CabinetError folder-missing, not-writable, cache-damaged, package-incomplete {count}
 */
export async function writePackage(
  cache: ReadableCache,
  start: PackageStart,
  listener: PackageListener,
): Promise<number> {
  const { request, folder, access } = start;
  const files = packageFiles(cache, request);
  const stamp = monthStamp(cache, request.month);
  makeFolder(folder);
  const listPath = join(folder, CHECKSUM_LIST);
  const before = readChecksums(listPath);
  const sums: Checksums = new Map(before);
  let done = 0;
  let failed = 0;

  const settle = (file: PackageFile) => {
    if (file.state === 'failed') failed += 1;
    listener.onFile(file);
  };
  async function attempt(name: string, work: () => Promise<PackageFile['state']>): Promise<void> {
    try {
      settle({ name, state: await work(), error: null });
    } catch (thrown) {
      const { error, fault } = toReport(fileFault(thrown, name));
      if (error.code === 'cache-damaged') throw thrown;
      if (fault) listener.onFault(fault);
      settle({ name, state: NOTHING.includes(error.code) ? 'skipped' : 'failed', error });
    }
  }
  const writeList = () =>
    replaceFile(start, CHECKSUM_LIST, (sink) => sink.write(Buffer.from(checksumText(sums))));

  for (const file of files) {
    if (start.done.includes(file.name)) continue;
    await attempt(file.name, async () => {
      const made = settledAt(makeItem(cache, file.item, request.month, access.madeAt), stamp);
      const rows = rowsOf(made);
      const { sha256, was } = await writeFile(start, file, made, (count) => listener.onRows(done + count));
      done += rows;
      listener.onRows(done);
      sums.set(file.name, sha256);
      // Where it cannot be written, the last try below tells so: the file itself is in its place.
      await writeList().catch(() => undefined);
      return stateOf(before.get(file.name), was, sha256);
    });
  }
  const names = new Set(files.map(({ name }) => name));
  for (const [name, sha256] of before) {
    if (names.has(name)) continue;
    // A file that is gone or was changed by hand is no longer ours to vouch for.
    if ((await checksumOf(join(folder, name))) === sha256)
      listener.onFile({ name, state: 'kept', error: null });
    else sums.delete(name);
  }
  await attempt(CHECKSUM_LIST, async () => {
    const { was } = await writeList();
    return listState(was, before, sums);
  });
  if (failed > 0) throw new CabinetError('package-incomplete', { count: failed });
  return done;
}

/** @throws CabinetError export-empty */
function rowsOf(made: Made): number {
  const rows = rowCountOf(made);
  if (rows === 0) throw new CabinetError('export-empty');
  return rows;
}

function stateOf(listed: string | undefined, was: string | null, now: string): PackageFile['state'] {
  if (listed === undefined) return was === null ? 'new' : was === now ? 'unchanged' : 'changed';
  if (listed !== now) return 'changed';
  return was === now ? 'unchanged' : 'restored';
}

/** The list was brought up to date on the way: what it says now is compared with what it said at first. */
function listState(was: string | null, before: Checksums, now: Checksums): PackageFile['state'] {
  if (before.size === 0) return 'new';
  return was !== null && checksumText(before) === checksumText(now) ? 'unchanged' : 'changed';
}

/** The folder around it was chosen by a person: when it is gone it is not made anew somewhere else. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return;
    if (code === 'ENOENT')
      throw new CabinetError('folder-missing', { file: basename(folder) }, { cause: error });
    throw fileFault(error, basename(folder));
  }
}

const writeFile = (
  start: PackageStart,
  { name, format }: PlannedFile,
  made: Made,
  onRows: (rows: number) => void,
) =>
  replaceFile(start, name, (sink) => writeMade(made, { format, fontFolder: start.fontFolder, sink, onRows }));

/** Puts a file in its place unless the one that is there is the same. @returns its checksum, and the one that was there */
async function replaceFile(
  { folder, partialPath }: PackageStart,
  name: string,
  fill: (sink: Sink) => void | Promise<void>,
): Promise<{ sha256: string; was: string | null }> {
  const place = join(folder, name);
  const sink = createFileSink(place, partialPath);
  const hashing = hashingSink(sink);
  try {
    await fill(hashing);
    const sha256 = hashing.sha256();
    const was = await checksumOf(place);
    if (was === sha256) sink.discard();
    else sink.finish();
    return { sha256, was };
  } catch (error) {
    sink.discard();
    throw error;
  }
}
