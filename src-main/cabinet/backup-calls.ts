import { CabinetError } from '../../src-shared/bridge/errors';
import type { Clock } from '../../src-shared/domain/period';
import type { CacheAccess, CoreCalls } from '../channel/core-contract';
import { backupPath, isBackupDue, listBackups, partialBackup } from '../store/backups';
import type { CabinetSession } from './session/session';

type Names = 'core.listBackups' | 'core.prepareBackup' | 'core.backupAccess' | 'core.restoreBackup';

/**
 * Backup copies of the open cache. They are made and read by processes of their own; here they are named and put back.
 * @param clock the computer's: copies are told apart by it
 */
export function backupCalls(
  session: () => CabinetSession,
  access: () => CacheAccess,
  clock: Clock,
): Pick<CoreCalls, Names> {
  const opened = () => session().active().opened;
  return {
    'core.listBackups': () => {
      const { path, forVisit } = opened();
      if (forVisit) return { items: [], due: false };
      const items = listBackups(path);
      return { items, due: isBackupDue(items, clock.now()) };
    },
    'core.prepareBackup': () => {
      const { path, forVisit } = opened();
      if (forVisit) throw new CabinetError('not-available', { name: 'backups' });
      return { backup: access(), partialPath: partialBackup(path), at: clock.now() };
    },
    'core.backupAccess': ({ name }) => ({ ...access(), databasePath: backupPath(opened().path, name) }),
    'core.restoreBackup': ({ name }) => session().restoreBackup(name),
  };
}
