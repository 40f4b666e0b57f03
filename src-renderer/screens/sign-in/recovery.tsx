import { Anchor, Button, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { fieldError, focusFirstWrong, isPressing } from '../../components/field-error';
import { PageTitle } from '../../components/page';
import { PhoneField } from '../../components/phone-field';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { useCommand } from '../../state/procedures';
import { fullNumber, phoneFault } from './phone-rule';
import styles from './sign-in.module.css';

type RecoveryProps = { phone: string; onPhone: (phone: string) => void; onSignIn: () => void };

/** «Восстановление пароля»: a temporary password by e-mail (guide §1.1). */
export function Recovery({ phone, onPhone, onSignIn }: RecoveryProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState(false);
  const recover = useCommand('session.recoverPassword');
  const wrong = phoneFault(phone);
  const send = async () => {
    setLeft(true);
    if (wrong) return focusFirstWrong(form.current);
    const answer = await recover.mutateAsync({ phone: fullNumber(phone), via: 'email' }).catch(() => null);
    if (answer) onSignIn();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onSignIn()}
    >
      <Anchor component="button" type="button" onClick={onSignIn} w="fit-content">
        {t('signIn.back')}
      </Anchor>
      <PageTitle title={t('recovery.title')} />
      <p className={styles.note}>{t('recovery.intro')}</p>
      <PhoneField
        label={t('signIn.phone')}
        description={t('signIn.phoneHint')}
        value={phone}
        onChange={onPhone}
        onBlur={() => !isPressing() && phone !== '' && setLeft(true)}
        error={left && wrong ? fieldError(t(wrong)) : null}
        autoFocus
      />
      <Select
        label={t('recovery.via')}
        data={[{ value: 'email', label: t('recovery.email') }]}
        value="email"
        allowDeselect={false}
      />
      <p className={styles.note}>{t('recovery.limit')}</p>
      {recover.error && <ErrorState error={recover.error} />}
      <div className={styles.actions}>
        <Button type="submit" loading={recover.isPending}>
          {t('recovery.submit')}
        </Button>
        <Button variant="default" onClick={onSignIn}>
          {t('recovery.toSignIn')}
        </Button>
      </div>
    </form>
  );
}
