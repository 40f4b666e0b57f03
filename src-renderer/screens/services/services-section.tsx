import { servicesMenu } from '../../components/frame/menu-items';
import { MenuCards } from '../../components/menu-cards';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import type { RouteParams } from '../../state/routes';

const ABOUT: Record<string, MessageKey> = {
  'service-list': 'services.about.service-list',
  suspension: 'services.about.suspension',
  telephony: 'services.about.telephony',
};

/** «Операции с услугами»: its sections with the guide's paragraphs (guide §3.2, §3.3). */
export function ServicesSection({ subscriberId }: RouteParams<'subscriber-services'>) {
  const t = useT();
  return (
    <Page title={t('pages.subscriber-services')} intro={t('subscriber.about.subscriber-services')}>
      <MenuCards items={servicesMenu(subscriberId)} about={({ id }) => ABOUT[id] ?? null} />
      <PageButtons menu={() => navigate('subscriber-menu', { subscriberId })} back />
    </Page>
  );
}
