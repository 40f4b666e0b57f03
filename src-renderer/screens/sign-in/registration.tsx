import { Anchor, Button } from '@mantine/core';
import { PageTitle } from '../../components/page';
import { useT } from '../../i18n/use-t';
import styles from './sign-in.module.css';

type RegistrationProps = { onSignIn: () => void; onRecovery: () => void };

/** «Первичная регистрация» as the guide explains it (guide §1.1). */
export function Registration({ onSignIn, onRecovery }: RegistrationProps) {
  const t = useT();
  return (
    <>
      <Anchor component="button" type="button" onClick={onSignIn} w="fit-content">
        {t('signIn.back')}
      </Anchor>
      <PageTitle title={t('registration.title')} />
      <ol className={styles.steps}>
        <li>{t('registration.step1')}</li>
        <li>{t('registration.step2')}</li>
        <li>{t('registration.step3')}</li>
      </ol>
      <p className={styles.note}>{t('recovery.intro')}</p>
      <p className={styles.note}>{t('recovery.limit')}</p>
      <div className={styles.actions}>
        <Button onClick={onRecovery}>{t('recovery.submit')}</Button>
        <Button variant="default" onClick={onSignIn}>
          {t('recovery.toSignIn')}
        </Button>
      </div>
    </>
  );
}
