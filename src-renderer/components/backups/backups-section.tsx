import { Button, Text } from '@mantine/core';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellDone, tellError } from '../../state/notices';
import { useSettings } from '../../state/settings';
import { Instant } from '../figures';
import { TextSkeleton } from '../page';
import { ButtonRow } from '../section';
import { ErrorState } from '../states';
import styles from './backups.module.css';
import { KeepChoice } from './keep-choice';
import { RestoreButton } from './restore-button';
import { useBackups } from './use-backups';

/** Backup copies of the open account: what there is, the way back, one more. */
export function BackupsSection() {
  const t = useT();
  const { data: backups, error, refetch } = useBackups();
  const keep = useSettings((settings) => settings.keepBackups);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!backups) return <TextSkeleton />;
  if (backups.forVisit) return <Text>{t('backups.forVisit')}</Text>;
  const make = async () => {
    try {
      await callBridge('backups.make');
      tellDone(t('backups.made'));
    } catch (fault) {
      tellError(fault);
    }
  };
  return (
    <>
      <Text>{keep > 0 ? t('backups.about') : t('backups.aboutOff')}</Text>
      {backups.problem && <ErrorState error={backups.problem} title={t('backups.problem')} />}
      {backups.items.length === 0 ? (
        <Text c="dimmed">{t('backups.none')}</Text>
      ) : (
        <ul className={styles.list} aria-label={t('backups.list')}>
          {backups.items.map((backup) => (
            <li key={backup.name} className={styles.copy}>
              <span className={styles.number}>
                <Instant at={backup.madeAt} seconds />
              </span>
              <span className={styles.number}>
                {t('backups.size', { kilobytes: Math.ceil(backup.bytes / 1024) })}
              </span>
              <RestoreButton backup={backup} disabled={backups.making} />
            </li>
          ))}
        </ul>
      )}
      <Text role="status">{backups.making && t('backups.making')}</Text>
      <KeepChoice />
      <ButtonRow>
        <Button variant="default" loading={backups.making} onClick={() => void make()}>
          {t('backups.make')}
        </Button>
      </ButtonRow>
    </>
  );
}
