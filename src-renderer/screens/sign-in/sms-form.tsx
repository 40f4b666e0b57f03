import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatPhone } from '../../../src-shared/domain/phone';
import { fieldError, focusFirstWrong, isPressing } from '../../components/field-error';
import { minutes } from '../../components/figures';
import { OpeningFault } from '../../components/opening-fault';
import { PhoneField } from '../../components/phone-field';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { useCommand } from '../../state/procedures';
import { setSession } from '../../state/session';
import type { SignInFormProps } from './password-form';
import { fullNumber, phoneFault } from './phone-rule';
import styles from './sign-in.module.css';
import { useCountdown } from './use-countdown';

const CODE = /^\d{4,8}$/;

/** «По SMS»: a one-time code for one visit. */
export function SmsForm({ phone, onPhone, closed, buttons }: SignInFormProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [left, setLeft] = useState({ phone: false, code: false });
  const [sent, setSent] = useState<{ phone: string; expiresAt: number } | null>(null);
  const [secondsLeft, startCountdown] = useCountdown();
  const request = useCommand('session.requestSmsCode');
  const signIn = useCommand('session.signInBySms');
  const phoneWrong = phoneFault(phone);
  const codeWrong =
    code.trim() === ''
      ? sent
        ? 'signIn.required'
        : 'signIn.askCodeFirst'
      : CODE.test(code.trim())
        ? null
        : 'signIn.codeWrong';

  const sendCode = async () => {
    setLeft((before) => ({ ...before, phone: true }));
    signIn.reset();
    if (closed || phoneWrong) return focusFirstWrong(form.current);
    const number = fullNumber(phone);
    const answer = await request.mutateAsync({ phone: number }).catch(() => null);
    if (!answer) return;
    setSent({ phone: number, expiresAt: answer.expiresAt });
    codeField.current?.focus();
    // Both instants are the operator's; only their difference means anything on this computer's clock.
    const { operatorNow } = await callBridge('sync.status');
    startCountdown((answer.resendAt - operatorNow) / 1000);
  };
  const send = async () => {
    setLeft({ phone: true, code: true });
    if (closed || phoneWrong || codeWrong) return focusFirstWrong(form.current);
    const session = await signIn
      .mutateAsync({ phone: fullNumber(phone), code: code.trim() })
      .catch(() => null);
    if (session) setSession(session);
  };
  const error = signIn.error ?? request.error;
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (sent || code !== '' ? send() : sendCode());
      }}
    >
      <p className={styles.note}>{t('signIn.smsNote')}</p>
      <PhoneField
        label={t('signIn.phone')}
        description={t('signIn.phoneHint')}
        value={phone}
        onChange={onPhone}
        onBlur={() => {
          if (!isPressing() && phone !== '') setLeft((before) => ({ ...before, phone: true }));
        }}
        error={left.phone && phoneWrong ? fieldError(t(phoneWrong)) : null}
        autoFocus
      />
      <Button
        variant="default"
        onClick={() => void sendCode()}
        loading={request.isPending}
        disabled={secondsLeft > 0}
      >
        {secondsLeft > 0 ? t('signIn.sendAgain', { seconds: secondsLeft }) : t('signIn.sendCode')}
      </Button>
      {sent && (
        <p className={styles.note} role="status">
          {t('signIn.codeSent', { phone: formatPhone(sent.phone), time: minutes(sent.expiresAt) })}
        </p>
      )}
      <TextInput
        ref={codeField}
        label={t('signIn.code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={left.code && codeWrong ? fieldError(t(codeWrong)) : null}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
      />
      {error && <OpeningFault error={error} />}
      <div className={styles.actions}>
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        {buttons}
      </div>
    </form>
  );
}
