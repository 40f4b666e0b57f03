import { Text } from '@mantine/core';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { useSession } from '../../state/session';
import { useOnline } from '../../state/sync';
import { ReplaceButton } from './replace-button';

/** Empties the cache and loads everything from the operator. */
export function LoadAnewButton() {
  const t = useT();
  const online = useOnline();
  const forVisit = useSession()?.cacheForVisit ?? false;
  if (forVisit) return null;
  return (
    <ReplaceButton
      label={t('backups.anew')}
      question={t('backups.anewQuestion')}
      confirm={t('backups.anew')}
      onConfirm={() => callBridge('backups.loadAnew')}
      done={t('backups.anewStarted')}
    >
      <Text>{t('backups.anewWhatHappens')}</Text>
      {!online && <Text>{t('backups.anewOffline')}</Text>}
    </ReplaceButton>
  );
}
