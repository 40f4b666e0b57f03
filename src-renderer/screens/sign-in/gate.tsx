import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { LanguageSwitch } from './language-switch';
import styles from './sign-in.module.css';

type GateProps = {
  children: ReactNode;
  /** Stands beside the form (the demo account). */
  aside?: ReactNode;
};

/** The page before the cabinet is open. */
export function Gate({ children, aside }: GateProps) {
  const t = useT();
  return (
    <div className={styles.gate}>
      <header className={styles.head}>
        <span className={styles.product}>{t('signIn.product')}</span>
        <LanguageSwitch />
      </header>
      <div className={styles.columns}>
        <main className={styles.card}>{children}</main>
        {aside}
      </div>
    </div>
  );
}
