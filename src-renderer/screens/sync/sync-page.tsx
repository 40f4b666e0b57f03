import { Button, Text } from '@mantine/core';
import type { SyncStatus } from '../../../src-shared/bridge/sync';
import { RestoreButton } from '../../components/backups/restore-button';
import { useBackups } from '../../components/backups/use-backups';
import { Fact, FactList } from '../../components/facts';
import { Instant, timeOfDay } from '../../components/figures';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ButtonRow, Section } from '../../components/section';
import { ErrorState } from '../../components/states';
import { SyncProgress } from '../../components/sync-progress';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { useSettings } from '../../state/settings';
import { startSync, useSyncStatus } from '../../state/sync';

/** «Обновление данных»: state of the exchange with the operator in full. */
export function SyncPage() {
  const t = useT();
  const status = useSyncStatus();
  return (
    <Page title={t('pages.sync')} intro={t('sync.intro')}>
      {status ? <SyncFacts status={status} /> : <TextSkeleton />}
      <PageButtons
        next={{
          label: t('sync.start'),
          disabled: status?.state === 'running',
          onClick: () => void startSync().catch(tellError),
        }}
      >
        <Button variant="default" onClick={() => navigate('settings')}>
          {t('pages.settings')}
        </Button>
      </PageButtons>
    </Page>
  );
}

function SyncFacts({ status }: { status: SyncStatus }) {
  const t = useT();
  const minutes = useSettings((settings) => settings.syncEveryMin);
  return (
    <>
      {status.state === 'running' && <SyncProgress status={status} />}
      {status.lastError && status.state !== 'running' && <ErrorState error={status.lastError} />}
      {status.dataAsOf === null && <NewestBackup />}
      <FactList>
        <Fact label={t('sync.state')}>{t(`sync.state.${status.state}`)}</Fact>
        <Fact label={t('sync.dataAsOf')}>
          <Instant at={status.dataAsOf} seconds />
        </Fact>
        <Fact label={t('sync.connection')}>{t(`sync.online.${status.online ?? 'unknown'}`)}</Fact>
        <Fact label={t('sync.operatorNow')}>
          <Instant at={status.operatorNow} />
        </Fact>
        <Fact label={t('sync.every')}>{t('sync.everyMinutes', { minutes })}</Fact>
        {status.nextTryAt !== null && (
          <Fact label={t('sync.nextTryLabel')}>{timeOfDay(status.nextTryAt)}</Fact>
        )}
      </FactList>
    </>
  );
}

/** The way back while nothing has been loaded: copies outlive a damaged cache. */
function NewestBackup() {
  const t = useT();
  const { data: backups } = useBackups();
  const [newest] = backups?.items ?? [];
  if (!newest) return null;
  return (
    <Section title={t('backups.title')}>
      <Text>{t('backups.damagedHint')}</Text>
      <ButtonRow>
        <RestoreButton backup={newest} named />
      </ButtonRow>
    </Section>
  );
}
