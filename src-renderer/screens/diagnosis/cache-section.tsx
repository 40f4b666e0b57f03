import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { LoadAnewButton } from '../../components/backups/load-anew-button';
import { Fact, FactList } from '../../components/facts';
import { Instant } from '../../components/figures';
import { TextSkeleton } from '../../components/page';
import { ButtonRow } from '../../components/section';
import { ErrorState } from '../../components/states';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { useProcedure } from '../../state/procedures';
import { useSyncStatus } from '../../state/sync';

type Check = { state: 'none' | 'running' | 'sound' | 'damaged' } | { state: 'failed'; error: unknown };

/** The open cache in figures, and its check. */
export function CacheSection() {
  const t = useT();
  const { data: facts, error, refetch } = useProcedure('diagnosis.cache', undefined);
  const dataAsOf = useSyncStatus()?.dataAsOf ?? null;
  const [check, setCheck] = useState<Check>({ state: 'none' });
  const run = async () => {
    setCheck({ state: 'running' });
    try {
      const { sound } = await callBridge('diagnosis.check');
      setCheck({ state: sound ? 'sound' : 'damaged' });
    } catch (fault) {
      setCheck({ state: 'failed', error: fault });
    }
  };
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!facts) return <TextSkeleton />;
  return (
    <>
      <FactList>
        <Fact label={t('diagnosis.file')}>
          {t('diagnosis.fileSize', { file: bytes(facts.fileBytes, t), log: bytes(facts.logBytes, t) })}
        </Fact>
        <Fact label={t('diagnosis.encryption')}>{t('diagnosis.encrypted', { cipher: facts.cipher })}</Fact>
        <Fact label={t('diagnosis.schema')}>{`${facts.schema}, SQLite ${facts.sqlite}`}</Fact>
        <Fact label={t('diagnosis.contents')}>
          {t('diagnosis.counts', { subscribers: facts.subscribers, records: facts.records })}
        </Fact>
        <Fact label={t('diagnosis.openCommands')}>{facts.openCommands}</Fact>
        <Fact label={t('diagnosis.lastSync')}>
          <Instant at={dataAsOf} seconds />
        </Fact>
      </FactList>
      {check.state === 'failed' && <ErrorState error={check.error} onRetry={() => void run()} />}
      <Text role="status">
        {check.state === 'running' && t('diagnosis.checking')}
        {check.state === 'sound' && t('diagnosis.sound')}
        {check.state === 'damaged' && t('diagnosis.damaged')}
      </Text>
      <ButtonRow>
        <Button variant="default" loading={check.state === 'running'} onClick={() => void run()}>
          {t('diagnosis.check')}
        </Button>
        <LoadAnewButton />
      </ButtonRow>
    </>
  );
}

const bytes = (count: number, t: Translate): string =>
  t('diagnosis.bytes', { kilobytes: Math.ceil(count / 1024) });
