import { CabinetError } from '../../../../src-shared/bridge/errors';
import type { ArchiveStart, ExportReport } from '../../../channel/core-contract';
import type { ReadableCache } from '../../../store/cache';
import { openCacheForReading } from '../../../store/open';
import { countArchived } from '../../../store/read/archive';
import { inSnapshot } from '../../../store/snapshot';
import { readOwner } from '../facts';
import { toReport } from '../run-export';
import { writeArchive } from './write-archive';

/** Folder of the account's archive and what will be in it. @throws CabinetError export-empty */
export function prepareArchive(cache: ReadableCache): { folderName: string; totalRows: number } {
  const totalRows = countArchived(cache);
  if (totalRows === 0) throw new CabinetError('export-empty');
  return { folderName: `sip-archive-${readOwner(cache).number}`, totalRows };
}

/**
 * Writes the whole account into the folder, from one snapshot of the cache, telling how far it is.
 * Never rejects; the last report is «done» or «failed». Files that were complete by then stay, without their list.
 */
export async function runArchive(
  { access, folder, partialPath }: ArchiveStart,
  report: (report: ExportReport) => void,
): Promise<void> {
  try {
    const cache = openCacheForReading(access.databasePath, access.databaseKey);
    try {
      const rows = await inSnapshot(cache, () => {
        const { totalRows } = prepareArchive(cache);
        const onRows = (done: number) => report({ kind: 'progress', rows: done, totalRows });
        return writeArchive(cache, { folder, partialPath, madeAt: access.madeAt, onRows });
      });
      report({ kind: 'done', rows });
    } finally {
      cache.close();
    }
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}
