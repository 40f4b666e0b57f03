import { sweepUnfinishedBackups } from '../../store/backups';
import { finishReplacing } from '../../store/damage';
import { prepareFolder, sweepVisits } from '../../store/keys/account-files';
import { sweepHalfWritten } from '../../store/keys/write-file';

/** Makes the folder of the caches, and ends or removes what a program that was killed has left half done in it. */
export function readyDataFolder(folder: string): void {
  prepareFolder(folder);
  sweepVisits(folder);
  sweepHalfWritten(folder);
  finishReplacing(folder);
  sweepUnfinishedBackups(folder);
}
