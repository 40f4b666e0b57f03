import type { CheckReport, CheckStart } from '../../channel/core-contract';
import { checkFile } from '../../store/damage';
import { toReport } from './run-export';

/** Reads a whole cache beside the core. Never rejects; its one report is «checked» or «failed». */
export async function runCheck({ check }: CheckStart, report: (report: CheckReport) => void): Promise<void> {
  try {
    report({ kind: 'checked', sound: await checkFile(check.databasePath, check.databaseKey) });
  } catch (thrown) {
    report({ kind: 'failed', ...toReport(thrown) });
  }
}
