import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import styles from './page.module.css';

type PageGuardProps = { children: ReactNode };

/** Keeps a fault of one page from taking the window with it. */
export class PageGuard extends Component<PageGuardProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <div className={styles.page}>
      <div className={`${styles.state} ${styles.error}`} role="alert">
        <div className={styles.stateHead}>
          <IconAlertTriangle size={18} aria-hidden />
          {t('frame.pageBroken')}
        </div>
        <Text>{t('frame.pageBrokenHint')}</Text>
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </div>
    </div>
  );
}
