import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fieldError, focusFirstWrong, isPressing } from '../../components/field-error';
import { OpeningFault } from '../../components/opening-fault';
import { PasswordField } from '../../components/password-field';
import { PhoneField } from '../../components/phone-field';
import { useT } from '../../i18n/use-t';
import { useCommand } from '../../state/procedures';
import { setSession } from '../../state/session';
import { fullNumber, phoneFault } from './phone-rule';
import styles from './sign-in.module.css';

export type SignInFormProps = {
  phone: string;
  onPhone: (phone: string) => void;
  /** Another category is chosen: nothing can be sent. */
  closed: boolean;
  /** Beside «Войти в аккаунт». */
  buttons: ReactNode;
};

/** «По паролю» */
export function PasswordForm({
  phone,
  onPhone,
  closed,
  buttons,
  initialPassword,
}: SignInFormProps & { initialPassword: string }) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const [password, setPassword] = useState(initialPassword);
  // Where the person has to type first; a filled form waits for Enter only.
  const [first] = useState(initialPassword !== '' ? 'submit' : phone === '' ? 'phone' : 'password');
  const [left, setLeft] = useState({ phone: false, password: false });
  const signIn = useCommand('session.signInByPassword');
  const phoneWrong = phoneFault(phone);
  const passwordWrong = password === '' ? 'signIn.required' : null;

  useEffect(() => {
    if (first === 'submit') submit.current?.focus();
  }, [first]);

  const send = async () => {
    setLeft({ phone: true, password: true });
    if (closed || phoneWrong || passwordWrong) return focusFirstWrong(form.current);
    const session = await signIn.mutateAsync({ phone: fullNumber(phone), password }).catch(() => null);
    if (session) setSession(session);
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
      <PhoneField
        label={t('signIn.phone')}
        description={t('signIn.phoneHint')}
        value={phone}
        onChange={onPhone}
        onBlur={() => {
          if (!isPressing() && phone !== '') setLeft((before) => ({ ...before, phone: true }));
        }}
        error={left.phone && phoneWrong ? fieldError(t(phoneWrong)) : null}
        autoFocus={first === 'phone'}
      />
      <PasswordField
        label={t('signIn.password')}
        description={left.password && password.trim() !== password ? t('signIn.passwordSpaces') : undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={left.password && passwordWrong ? fieldError(t(passwordWrong)) : null}
        autoComplete="current-password"
        autoFocus={first === 'password'}
      />
      {signIn.error && <OpeningFault error={signIn.error} />}
      <div className={styles.actions}>
        <Button ref={submit} type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        {buttons}
      </div>
    </form>
  );
}
