import { Anchor, Text } from '@mantine/core';
import { telephonyMenu } from '../../components/frame/menu-items';
import { MenuCards } from '../../components/menu-cards';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import type { RouteParams } from '../../state/routes';

const ABOUT: Record<string, MessageKey> = {
  channels: 'telephony.about.channels',
  'sip-line': 'telephony.about.sip-line',
  'channel-statistics': 'telephony.about.channel-statistics',
};

/** «SIP-телефония» (guide §3.3, §3.4). */
export function TelephonySection({ subscriberId }: RouteParams<'telephony'>) {
  const t = useT();
  const toMenu = () => navigate('subscriber-menu', { subscriberId });
  return (
    <Page title={t('pages.telephony')} intro={t('services.about.telephony')}>
      <MenuCards items={telephonyMenu(subscriberId)} about={({ id }) => ABOUT[id] ?? null} />
      <Text>
        <Anchor component="button" type="button" onClick={toMenu}>
          {t('telephony.leave')}
        </Anchor>
        {'. '}
        {t('telephony.leaveHint')}
      </Text>
      <PageButtons menu={toMenu} back />
    </Page>
  );
}
