import { useEvent, useProcedure } from '../../state/procedures';

/** Backup copies of the open account, asked for again when one comes or goes. */
export function useBackups() {
  const backups = useProcedure('backups.list', undefined);
  useEvent('backups.changed', () => void backups.refetch());
  return backups;
}
