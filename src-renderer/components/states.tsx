import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeError } from '../i18n/error-words';
import { useT } from '../i18n/use-t';
import { useFirstSync } from '../state/sync';
import styles from './page.module.css';

type EmptyStateProps = {
  title: string;
  hint?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
};

/** Nothing to show, and why. Until the first load has ended it says that the page will fill, or that nothing comes now. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  const t = useT();
  const first = useFirstSync();
  const words = {
    running: [t('common.waitForSync'), t('common.firstSyncEmpty')],
    stopped: [t('common.firstSyncStopped'), t('common.firstSyncGoesOn')],
    none: [title, hint],
  };
  const [what, more] = words[first];
  return (
    <div className={styles.state} role="status">
      <div className={styles.stateHead}>
        <IconInbox size={18} aria-hidden />
        {what}
      </div>
      {more && <Text c="dimmed">{more}</Text>}
      {action}
    </div>
  );
}

type ErrorStateProps = {
  error: unknown;
  /** What was being done, where that is not clear from the place. */
  title?: string;
  onRetry?: () => void;
  action?: ReactNode;
};

/** What is wrong and what to do, with «Повторить» when trying again makes sense. */
export function ErrorState({ error, title, onRetry, action }: ErrorStateProps) {
  const t = useT();
  const words = describeError(error, t);
  return (
    <div className={`${styles.state} ${styles.error}`} role="alert">
      <div className={styles.stateHead}>
        <IconAlertTriangle size={18} aria-hidden />
        {title ? `${title} ${words.what}` : words.what}
      </div>
      <Text>{words.action}</Text>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
      {action}
    </div>
  );
}
