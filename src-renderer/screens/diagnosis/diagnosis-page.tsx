import { BackupsSection } from '../../components/backups/backups-section';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { Section } from '../../components/section';
import { useT } from '../../i18n/use-t';
import { ProgramInfo } from '../settings/program-info';
import { CacheSection } from './cache-section';
import { SupportSection } from './support-section';

/** «Диагностика»: versions and places, soundness of the cache, the file for support. */
export function DiagnosisPage() {
  const t = useT();
  return (
    <Page title={t('pages.diagnosis')} intro={t('diagnosis.intro')}>
      <Section title={t('diagnosis.cache')}>
        <CacheSection />
      </Section>
      <Section title={t('backups.title')}>
        <BackupsSection />
      </Section>
      <Section title={t('settings.program')}>
        <ProgramInfo />
      </Section>
      <Section title={t('diagnosis.support')}>
        <SupportSection />
      </Section>
      <PageButtons back />
    </Page>
  );
}
