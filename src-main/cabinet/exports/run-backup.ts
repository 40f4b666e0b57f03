import type { BackupReport, BackupStart } from '../../channel/core-contract';
import { makeBackup } from '../../store/backups';
import { toReport } from './run-export';

/** Copies a cache beside the core. Never rejects; its one report is «made» or «failed», which leaves no file. */
export async function runBackup(
  { backup, at, keep }: BackupStart,
  report: (report: BackupReport) => void,
): Promise<void> {
  try {
    await makeBackup(backup.databasePath, backup.databaseKey, { at, keep });
    report({ kind: 'made' });
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}
