import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { RuleNote } from '../../components/command/notes';
import { adminMenu } from '../../components/frame/menu-items';
import { AsOf } from '../../components/freshness';
import { MenuCards } from '../../components/menu-cards';
import { Page } from '../../components/page';
import { ErrorState } from '../../components/states';
import { SyncProgress } from '../../components/sync-progress';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { useProcedure } from '../../state/procedures';
import type { PageName } from '../../state/routes';
import { useSession } from '../../state/session';
import { useSyncStatus } from '../../state/sync';
import styles from './account.module.css';
import { AccountFigures } from './account-figures';

/** The guide's paragraph about each section. */
const about: Partial<Record<PageName, MessageKey>> = {
  'account-info': 'account.menu.account-info',
  payments: 'account.menu.payments',
  invoices: 'account.menu.invoices',
  installments: 'account.menu.installments',
  'subscriber-select': 'account.menu.subscriber-select',
  feedback: 'account.menu.feedback',
  'call-centre': 'account.menu.call-centre',
};

/** «Главное меню администратора» (guide §2). */
export function AdminMenu() {
  const t = useT();
  const { data, error, refetch } = useProcedure('account.get', undefined);
  const status = useSyncStatus();
  return (
    <Page
      title={t('pages.admin-menu')}
      intro={t('account.menu.intro')}
      actions={<AsOf at={data?.asOf} />}
      wide
    >
      <VisitNotices />
      {data?.account?.status === 'suspended' && (
        <RuleNote title={t('command.suspended')}>{t('command.suspendedHint')}</RuleNote>
      )}
      {status?.firstSync && status.state === 'running' && (
        <section className={styles.progress} aria-label={t('sync.first')}>
          <SyncProgress status={status} />
        </section>
      )}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.account && <AccountFigures account={data.account} />}
      <MenuCards items={adminMenu} about={({ pages: [page] }) => (page && about[page]) ?? null} />
    </Page>
  );
}

function VisitNotices() {
  const t = useT();
  const session = useSession();
  if (!session || (!session.cacheForVisit && session.secretsKept)) return null;
  return (
    <Alert color="gray" flex="none" icon={<IconInfoCircle aria-hidden />}>
      {t(session.cacheForVisit ? 'account.forVisit' : 'account.tokenForVisit')}
    </Alert>
  );
}
