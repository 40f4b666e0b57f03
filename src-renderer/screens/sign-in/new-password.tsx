import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { newPasswordSchema } from '../../../src-shared/operator-api/sessions';
import { fieldError, focusFirstWrong, isPressing } from '../../components/field-error';
import { PageTitle } from '../../components/page';
import { PasswordField } from '../../components/password-field';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { resetNavigation } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { usePasswordStep } from '../../state/password-step';
import { useCommand } from '../../state/procedures';
import { setSession, signOut } from '../../state/session';
import { Gate } from './gate';
import styles from './sign-in.module.css';

/** «Изменение пароля»: forced after a sign-in by a temporary password (guide §1.1). */
export function NewPassword() {
  const done = usePasswordStep((state) => state.step === 'done');
  return <Gate>{done ? <Changed /> : <Form />}</Gate>;
}

function Changed() {
  const t = useT();
  const toMenu = () => {
    resetNavigation();
    usePasswordStep.setState({ step: 'none' });
  };
  return (
    <>
      <PageTitle title={t('newPassword.title')} />
      <p role="status">{t('newPassword.done')}</p>
      <div className={styles.actions}>
        <Button onClick={toMenu}>{t('common.menu')}</Button>
      </div>
    </>
  );
}

function Form() {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [confirmation, setConfirmation] = useState('');
  const [left, setLeft] = useState({ first: false, second: false });
  const change = useCommand('session.changePassword');
  const weak =
    password === '' ? t('signIn.required') : isWeak(password) ? t('errors.weak-password.do') : null;
  const differs =
    confirmation === ''
      ? t('signIn.required')
      : confirmation !== password
        ? t('errors.passwords-differ.what')
        : null;
  const send = async () => {
    setLeft({ first: true, second: true });
    if (weak || differs) return focusFirstWrong(form.current);
    usePasswordStep.setState({ step: 'saving' });
    try {
      const session = await change.mutateAsync({ password, confirmation });
      usePasswordStep.setState({ step: 'done' });
      setSession(session);
    } catch {
      usePasswordStep.setState({ step: 'none' });
    }
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
    >
      <PageTitle title={t('newPassword.title')} />
      <p className={styles.note}>{t('newPassword.intro')}</p>
      <PasswordField
        label={t('newPassword.first')}
        description={t('newPassword.rule')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onBlur={() => {
          if (!isPressing() && password !== '') setLeft((before) => ({ ...before, first: true }));
        }}
        error={left.first && weak ? fieldError(weak) : null}
        autoComplete="new-password"
        autoFocus
      />
      <PasswordField
        label={t('newPassword.second')}
        value={confirmation}
        onChange={(event) => setConfirmation(event.currentTarget.value)}
        onBlur={() => {
          if (!isPressing() && confirmation !== '') setLeft((before) => ({ ...before, second: true }));
        }}
        error={left.second && differs ? fieldError(differs) : null}
        autoComplete="new-password"
      />
      {change.error && <ErrorState error={change.error} />}
      <div className={styles.actions}>
        <Button type="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={() => void signOut().catch(tellError)}>
          {t('menu.signOut')}
        </Button>
      </div>
    </form>
  );
}

const isWeak = (password: string): boolean => !newPasswordSchema.safeParse(password).success;
