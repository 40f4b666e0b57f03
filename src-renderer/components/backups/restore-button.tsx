import { Text } from '@mantine/core';
import type { Backup } from '../../../src-shared/bridge/backups';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { minutes } from '../figures';
import { ReplaceButton } from './replace-button';

type RestoreButtonProps = {
  backup: Backup;
  /** Names the copy on the button itself, where no list does. */
  named?: boolean;
  disabled?: boolean;
};

/** Goes back to a copy. */
export function RestoreButton({ backup, named = false, disabled = false }: RestoreButtonProps) {
  const t = useT();
  const time = minutes(backup.madeAt).replace(' ', '\u00a0');
  const full = t('backups.restoreFrom', { time });
  return (
    <ReplaceButton
      {...(named ? { label: full } : { label: t('backups.restore'), spoken: full, size: 'compact-sm' })}
      disabled={disabled}
      question={t('backups.question')}
      confirm={t('backups.restore')}
      onConfirm={() => callBridge('backups.restore', { name: backup.name })}
      done={t('backups.restored', { time })}
    >
      <Text>{t('backups.whatHappens', { time })}</Text>
    </ReplaceButton>
  );
}
