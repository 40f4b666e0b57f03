import { CabinetError } from '../../../../src-shared/bridge/errors';
import type { PackageRequest } from '../../../../src-shared/bridge/packages';
import type { Instant } from '../../../../src-shared/domain/period';
import type { ExportReport, PackageStart } from '../../../channel/core-contract';
import type { WritableCache } from '../../../store/cache';
import { openCacheForReading } from '../../../store/open';
import { inSnapshot } from '../../../store/snapshot';
import { keepPaymentOrder } from '../../documents/payment-orders';
import { rowCountOf } from '../make-document';
import { toReport } from '../run-export';
import { makeItem, packageFiles, packageFolder, payableOrder } from './package-files';
import { writePackage } from './write-package';

/**
 * Names the folder of a month's package and counts its rows. A payment order in it takes its number now: the same
 * package has the same order later, and the next order goes on from it.
 * @throws CabinetError bad-input {field}
 */
export function preparePackage(
  cache: WritableCache,
  request: PackageRequest,
  now: Instant,
): { folderName: string; totalRows: number } {
  const files = packageFiles(cache, request);
  if (files.some(({ item }) => item === 'payment-order')) {
    orNothing(() => keepPaymentOrder(cache, payableOrder(cache, request.month, now).order));
  }
  // Each document is looked at once, in however many formats it is wanted.
  const rows = request.items.map(({ item, formats }) => {
    const count = orNothing(() => rowCountOf(makeItem(cache, item, request.month, now))) ?? 0;
    return count * formats.length;
  });
  return {
    folderName: packageFolder(cache, request.month),
    totalRows: rows.reduce((sum, count) => sum + count, 0),
  };
}

/** A document that cannot be made is told of among the files, when it is its turn. */
function orNothing<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof CabinetError) return null;
    throw error;
  }
}

/**
 * Writes a package from one snapshot of the cache, telling how far it is and what came of every file.
 * Never rejects; the last report is «done» or «failed».
 */
export async function runPackage(start: PackageStart, report: (report: ExportReport) => void): Promise<void> {
  try {
    const cache = openCacheForReading(start.access.databasePath, start.access.databaseKey);
    try {
      const rows = await inSnapshot(cache, () =>
        writePackage(cache, start, {
          onRows: (done) => report({ kind: 'progress', rows: done }),
          onFile: (file) => report({ kind: 'file', file }),
          onFault: (fault) => report({ kind: 'fault', fault }),
        }),
      );
      report({ kind: 'done', rows });
    } finally {
      cache.close();
    }
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}
