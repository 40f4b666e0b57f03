import { ActionIcon, Menu } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import {
  IconArrowLeft,
  IconArrowRight,
  IconDotsVertical,
  IconDownload,
  IconFlask,
  IconListCheck,
  IconLock,
  IconLogout,
  IconRefresh,
  IconSearch,
  IconSettings,
  IconStethoscope,
} from '@tabler/icons-react';
import { useT } from '../../i18n/use-t';
import { goBack, goForward, navigate, useCanGoBack, useCanGoForward } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { lockSession, useSession } from '../../state/session';
import { startSync, useSyncStatus } from '../../state/sync';
import { FreshnessBadge } from '../freshness';
import { PostButton } from '../post/post-button';
import { useDemo } from '../post/use-demo';
import { BarButton } from './bar-button';
import { ExportsBell } from './exports-bell';
import styles from './frame.module.css';
import { JournalBell } from './journal-bell';
import { SubscriberChip } from './subscriber-chip';

export function TopBar({ onSignOut }: { onSignOut: () => void }) {
  const t = useT();
  const account = useSession()?.account;
  const running = useSyncStatus()?.state === 'running';
  const canGoBack = useCanGoBack();
  const canGoForward = useCanGoForward();
  return (
    <header className={styles.bar}>
      <div className={styles.steps}>
        <BarButton label={t('frame.back')} disabled={!canGoBack} onClick={goBack}>
          <IconArrowLeft size={18} aria-hidden />
        </BarButton>
        <BarButton label={t('frame.forward')} disabled={!canGoForward} onClick={goForward}>
          <IconArrowRight size={18} aria-hidden />
        </BarButton>
      </div>
      {account && (
        <div className={styles.account}>
          <span className={styles.organisation} title={account.organisation}>
            {account.organisation}
          </span>
          <span className={styles.accountNumber}>{t('frame.account', { number: account.number })}</span>
        </div>
      )}
      <SubscriberChip />
      <div className={styles.barRight}>
        <FreshnessBadge />
        <BarButton
          label={t('sync.start')}
          disabled={running}
          onClick={() => void startSync().catch(tellError)}
        >
          <IconRefresh size={18} aria-hidden />
        </BarButton>
        <BarButton label={t('frame.search')} onClick={spotlight.open}>
          <IconSearch size={18} aria-hidden />
        </BarButton>
        <JournalBell />
        <ExportsBell />
        <PostButton />
        <BarButton label={t('frame.lock')} onClick={() => void lockSession().catch(tellError)}>
          <IconLock size={18} aria-hidden />
        </BarButton>
        <MoreMenu onSignOut={onSignOut} />
      </div>
    </header>
  );
}

function MoreMenu({ onSignOut }: { onSignOut: () => void }) {
  const t = useT();
  const demo = useDemo();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('frame.more')}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => navigate('settings')}>
          {t('pages.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => navigate('sync')}>
          {t('pages.sync')}
        </Menu.Item>
        <Menu.Item leftSection={<IconListCheck size={16} />} onClick={() => navigate('journal')}>
          {t('pages.journal')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => navigate('exports')}>
          {t('pages.exports')}
        </Menu.Item>
        <Menu.Item leftSection={<IconStethoscope size={16} />} onClick={() => navigate('diagnosis')}>
          {t('pages.diagnosis')}
        </Menu.Item>
        {demo && (
          <Menu.Item leftSection={<IconFlask size={16} />} onClick={() => navigate('demo')}>
            {t('pages.demo')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={onSignOut}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
