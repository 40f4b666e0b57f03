import { Button, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Phone } from '../../components/figures';
import { openPostBox } from '../../components/post/post-box';
import { useDemo } from '../../components/post/use-demo';
import { useT } from '../../i18n/use-t';
import { useSettings } from '../../state/settings';
import styles from './sign-in.module.css';

type DemoCardProps = {
  /** Puts number and password into the form. */
  onFill?: (phone: string, password: string) => void;
};

/** The demo account, so that a newcomer is inside within ten seconds; absent with a real operator. */
export function DemoCard({ onFill }: DemoCardProps) {
  const t = useT();
  const account = useDemo()?.account;
  const embedded = useSettings(({ operator }) => operator.kind === 'embedded');
  // Its place is kept while it is on its way: the form beside it must not move.
  if (!account) return embedded ? <div className={styles.demoPlace} /> : null;
  return (
    <aside className={styles.demo} aria-label={t('demoCard.title')}>
      <Title order={2}>{t('demoCard.title')}</Title>
      <p className={styles.note}>{t('demoCard.intro')}</p>
      <dl className={styles.demoFacts}>
        <dt>{t('demoCard.phone')}</dt>
        <dd>
          <Phone number={account.phone} />
        </dd>
        <dt>{t('demoCard.password')}</dt>
        <dd>{account.password}</dd>
        <dt>{t('demoCard.email')}</dt>
        <dd>{account.email}</dd>
      </dl>
      {onFill && (
        <Button variant="default" onClick={() => onFill(account.phone, account.password)}>
          {t('demoCard.fill')}
        </Button>
      )}
      <p className={styles.note}>{t('demoCard.post')}</p>
      <Button variant="default" leftSection={<IconMail size={16} aria-hidden />} onClick={openPostBox}>
        {t('post.title')}
      </Button>
    </aside>
  );
}
