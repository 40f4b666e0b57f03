import { paymentsMenu } from '../../components/frame/menu-items';
import { MenuCards } from '../../components/menu-cards';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';

const ABOUT: Partial<Record<string, MessageKey>> = {
  'payment-list': 'payments.intro',
  guarantees: 'guarantees.intro',
  'payment-register': 'register.about',
};

/** «Платежи» with the guide's paragraph about each of its items (guide §2.2). */
export function PaymentsSection() {
  const t = useT();
  return (
    <Page title={t('pages.payments')} intro={t('account.menu.payments')}>
      <MenuCards items={paymentsMenu} about={({ id }) => ABOUT[id] ?? null} />
      <PageButtons />
    </Page>
  );
}
