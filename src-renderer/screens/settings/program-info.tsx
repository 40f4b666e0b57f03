import { Button } from '@mantine/core';
import { Fact, FactList } from '../../components/facts';
import { TextSkeleton } from '../../components/page';
import { ButtonRow } from '../../components/section';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';

/** «О программе»: what runs here, where the data is, how the sign-in is kept. */
export function ProgramInfo() {
  const t = useT();
  const { data: info, error, refetch } = useProcedure('program.info', undefined);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!info) return <TextSkeleton />;
  return (
    <>
      <FactList>
        <Fact label={t('settings.version')}>{info.version}</Fact>
        <Fact label={t('settings.runtime')}>
          {t(`settings.runtime.${info.runtime}`, { version: info.electron })}
        </Fact>
        <Fact label={t('settings.engines')}>{`${info.chrome}, ${info.node}`}</Fact>
        <Fact label={t('settings.platform')}>{info.platform}</Fact>
        <Fact label={t('settings.build')}>
          {t(info.packaged ? 'settings.build.packaged' : 'settings.build.sources')}
        </Fact>
        <Fact label={t('settings.secrets')}>{t(`settings.secrets.${info.secrets}`)}</Fact>
        <Fact label={t('settings.operatorUrl')}>{info.operatorUrl}</Fact>
        <Fact label={t('settings.dataFolder')}>{info.dataFolder}</Fact>
      </FactList>
      <ButtonRow>
        <Button variant="default" onClick={() => void callBridge('program.openDataFolder').catch(tellError)}>
          {t('settings.openFolder')}
        </Button>
      </ButtonRow>
    </>
  );
}
