import { Button, Progress, Text } from '@mantine/core';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import type { Translate } from '../i18n/translate';
import { useLanguage, useT } from '../i18n/use-t';
import { tellError } from '../state/notices';
import { cancelSync } from '../state/sync';
import styles from './frame/frame.module.css';
import { monthWords } from './month-words';
import { rowsInAll, takenPercent } from './sync-share';

/** «2 мин 5 с» */
export function spanWords(seconds: number, t: Translate): string {
  if (seconds < 60) return t('sync.seconds', { seconds });
  return t('sync.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** A running sync: what is being loaded, how much, how fast, how long yet; work goes on beside it. */
export function SyncProgress({ status }: { status: SyncStatus }) {
  const t = useT();
  const language = useLanguage();
  const { progress } = status;
  const total = progress && rowsInAll(progress);
  const percent = progress && total !== null ? takenPercent(progress.rows, total) : 0;
  return (
    <div className={styles.progress}>
      <Text fw={600}>{t(status.firstSync ? 'sync.first' : 'sync.running')}</Text>
      <Progress
        value={percent}
        color="gray.6"
        animated={percent === 0}
        aria-label={t(status.firstSync ? 'sync.first' : 'sync.running')}
      />
      {progress && (
        <dl className={styles.facts}>
          <dt>{t('sync.stage')}</dt>
          <dd>
            {t(`sync.stage.${progress.stage}`)}
            {progress.month && `, ${monthWords(progress.month, language)}`}
          </dd>
          <dt>{t('sync.rows')}</dt>
          <dd>
            {total === null
              ? t('sync.rowsTaken', { rows: progress.rows })
              : t('sync.rowsOf', { rows: progress.rows, total })}
          </dd>
          <dt>{t('sync.rate')}</dt>
          <dd>{t('sync.perSecond', { rows: progress.rowsPerSecond })}</dd>
          <dt>{t('sync.left')}</dt>
          <dd>{total === null || progress.remainingS === null ? '—' : spanWords(progress.remainingS, t)}</dd>
        </dl>
      )}
      <Text c="dimmed">{t('sync.goesOn')}</Text>
      <Button variant="default" onClick={() => void cancelSync().catch(tellError)}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
