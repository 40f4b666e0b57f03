import { Button, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import { describeError } from '../i18n/error-words';
import type { Translate } from '../i18n/translate';
import { useT } from '../i18n/use-t';
import { askPassword } from '../state/expiry';
import { navigate } from '../state/navigation';
import { tellError } from '../state/notices';
import { startSync, useSyncStatus } from '../state/sync';
import { minutes, timeOfDay } from './figures';
import styles from './frame/frame.module.css';
import { SyncProgress } from './sync-progress';
import { rowsInAll, takenPercent } from './sync-share';
import { useKeptFocus } from './use-kept-focus';

/** «Данные на 10.05.2021 09:14»: as of when what the page shows is. */
export function AsOf({ at }: { at: number | null | undefined }) {
  const t = useT();
  if (at === undefined) return null;
  return (
    <Text span size="sm" c="dimmed">
      {at === null ? t('common.asOfUnknown') : t('common.asOf', { time: minutes(at) })}
    </Text>
  );
}

type BadgeFace = { tone: 'good' | 'warning' | 'busy'; words: string };

function faceOf(status: SyncStatus, t: Translate): BadgeFace {
  const asOf = status.dataAsOf;
  if (status.state === 'running') {
    const { progress } = status;
    const total = progress && rowsInAll(progress);
    if (!progress || total === null) return { tone: 'busy', words: t('sync.badge.running') };
    const { rows } = progress;
    return { tone: 'busy', words: t('sync.badge.progress', { percent: takenPercent(rows, total), rows }) };
  }
  if (status.online === false) {
    return {
      tone: 'warning',
      words: asOf ? t('sync.badge.offline', { time: minutes(asOf) }) : t('sync.badge.offlineEmpty'),
    };
  }
  if (status.lastError?.code === 'session-expired') {
    return {
      tone: 'warning',
      words: asOf ? t('expired.badge', { time: minutes(asOf) }) : t('expired.badgeEmpty'),
    };
  }
  if (status.lastError && status.lastError.code !== 'cancelled') {
    return {
      tone: 'warning',
      words: asOf ? t('sync.badge.failed', { time: minutes(asOf) }) : t('sync.badge.failedEmpty'),
    };
  }
  return asOf
    ? { tone: 'good', words: t('common.asOf', { time: minutes(asOf) }) }
    : { tone: 'busy', words: t('common.asOfUnknown') };
}

const icons = { good: IconCircleCheck, warning: IconCloudOff, busy: IconRefresh };

/** How fresh everything is, in the top bar; more on a click: progress with «Отменить», the fault and what to do. */
export function FreshnessBadge() {
  const t = useT();
  const status = useSyncStatus();
  if (!status) return null;
  const face = faceOf(status, t);
  const Icon = status.online !== false && face.tone === 'warning' ? IconAlertTriangle : icons[face.tone];
  return (
    <Popover position="bottom-end" shadow="md" width={360} withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.badge} data-tone={face.tone}>
          <Icon size={16} aria-hidden />
          {face.words}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('sync.title')}>
        <FreshnessDetails status={status} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FreshnessDetails({ status }: { status: SyncStatus }) {
  const kept = useKeptFocus();
  return (
    <div {...kept}>
      {status.state === 'running' ? <SyncProgress status={status} /> : <RestDetails status={status} />}
    </div>
  );
}

function RestDetails({ status }: { status: SyncStatus }) {
  const t = useT();
  const words = status.lastError ? describeError(status.lastError, t, status.operatorNow) : null;
  return (
    <div className={styles.progress}>
      <Text fw={600}>{words ? words.what : t('sync.idle')}</Text>
      <Text>{words ? words.action : t('sync.idleHint')}</Text>
      {status.nextTryAt !== null && (
        <Text c="dimmed">{t('sync.nextTry', { time: timeOfDay(status.nextTryAt) })}</Text>
      )}
      {words?.code === 'session-expired' ? (
        <Button onClick={askPassword}>{t('signIn.submit')}</Button>
      ) : (
        <Button variant="default" onClick={() => void startSync().catch(tellError)}>
          {t('sync.start')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => navigate('sync')}>
        {t('sync.more')}
      </Button>
    </div>
  );
}
