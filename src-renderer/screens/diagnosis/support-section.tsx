import { Button, Text } from '@mantine/core';
import { TextSkeleton } from '../../components/page';
import { ButtonRow } from '../../components/section';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellDone, tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';
import styles from './diagnosis.module.css';

/** The file for support: shown as it is before it is saved. */
export function SupportSection() {
  const t = useT();
  const { data: report, error, refetch } = useProcedure('diagnosis.report', undefined);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!report) return <TextSkeleton />;
  const save = async () => {
    try {
      if (await callBridge('program.saveText', report)) tellDone(t('diagnosis.saved'));
    } catch (fault) {
      tellError(fault);
    }
  };
  const copy = async () => {
    try {
      await callBridge('program.copyText', { text: report.text });
      tellDone(t('diagnosis.copied'));
    } catch (fault) {
      tellError(fault);
    }
  };
  return (
    <>
      <Text>{t('diagnosis.supportHint')}</Text>
      <section
        className={styles.report}
        aria-label={t('diagnosis.text')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
      >
        <pre>{report.text}</pre>
      </section>
      <ButtonRow>
        <Button onClick={() => void save()}>{t('diagnosis.save')}</Button>
        <Button variant="default" onClick={() => void copy()}>
          {t('diagnosis.copy')}
        </Button>
        <Button variant="default" onClick={() => void refetch()}>
          {t('diagnosis.refresh')}
        </Button>
      </ButtonRow>
    </>
  );
}
