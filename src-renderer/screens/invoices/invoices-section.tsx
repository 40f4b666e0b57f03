import { OfflineNote } from '../../components/command/notes';
import { invoicesMenu } from '../../components/frame/menu-items';
import { MenuCards } from '../../components/menu-cards';
import { FormingNote } from '../../components/orders/forming-note';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';

const ABOUT: Partial<Record<string, MessageKey>> = {
  'invoice-email': 'invoiceEmail.about',
  'invoice-file': 'invoiceFile.about',
  delivery: 'delivery.about',
  'cdr-email': 'cdrEmail.about',
  'charges-email': 'chargesEmail.about',
  'invoice-list': 'invoiceList.intro',
  'month-documents': 'documents.intro',
  'month-package': 'package.about',
};

/** «Счета» with the guide's paragraph about each of its items (guide §2.3). */
export function InvoicesSection() {
  const t = useT();
  return (
    <Page title={t('pages.invoices')} intro={t('account.menu.invoices')}>
      <OfflineNote />
      <FormingNote />
      <MenuCards items={invoicesMenu} about={({ id }) => ABOUT[id] ?? null} />
      <PageButtons />
    </Page>
  );
}
