import { Alert, Anchor, Button, Radio, Select } from '@mantine/core';
import { IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldError } from '../../components/field-error';
import { PageTitle } from '../../components/page';
import { useT } from '../../i18n/use-t';
import { useSession } from '../../state/session';
import { useSyncStatus } from '../../state/sync';
import { OperatorAddress } from './operator-address';
import { PasswordForm } from './password-form';
import styles from './sign-in.module.css';
import { SmsForm } from './sms-form';

/** Categories of the operator's sites; only the first one leads into this cabinet. */
const categories = ['mobile', 'internet', 'fixed'] as const;
type Category = (typeof categories)[number];

type SignInProps = {
  phone: string;
  onPhone: (phone: string) => void;
  /** Put into the form by «Заполнить» (demo). */
  initialPassword: string;
  onForgot: () => void;
  onRegister: () => void;
};

/** «Вход в аккаунт» (guide §1). */
export function SignIn({ phone, onPhone, initialPassword, onForgot, onRegister }: SignInProps) {
  const t = useT();
  const [category, setCategory] = useState<Category>('mobile');
  const [method, setMethod] = useState<'password' | 'sms'>('password');
  const closed = category !== 'mobile';
  const buttons = (
    <Button variant="default" onClick={onRegister}>
      {t('signIn.register')}
    </Button>
  );
  const shared = { phone, onPhone, closed, buttons };
  return (
    <>
      <PageTitle title={t('signIn.title')} />
      <SignInNotices />
      <Select
        label={t('signIn.category')}
        data={categories.map((value) => ({ value, label: t(`signIn.category.${value}`) }))}
        value={category}
        onChange={(value) => setCategory(categories.find((known) => known === value) ?? 'mobile')}
        allowDeselect={false}
        error={closed ? fieldError(t('signIn.categoryClosed')) : null}
      />
      <Radio.Group
        value={method}
        onChange={(value) => setMethod(value === 'sms' ? 'sms' : 'password')}
        aria-label={t('signIn.method')}
      >
        <div className={styles.actions}>
          <Radio value="sms" label={t('signIn.bySms')} mr="lg" />
          <Radio value="password" label={t('signIn.byPassword')} />
        </div>
      </Radio.Group>
      {method === 'password' ? (
        <PasswordForm {...shared} initialPassword={initialPassword} />
      ) : (
        <SmsForm {...shared} />
      )}
      <Anchor component="button" type="button" onClick={onForgot} w="fit-content">
        <IconLock size={14} style={{ verticalAlign: -2, marginRight: 5 }} aria-hidden />
        {t('signIn.forgot')}
      </Anchor>
      <OperatorAddress />
    </>
  );
}

function SignInNotices() {
  const t = useT();
  const session = useSession();
  const sent = session?.temporaryPasswordSent ?? false;
  const locked = session?.locked;
  const offline = useSyncStatus()?.online === false;
  return (
    <>
      {locked && (
        <Alert
          color={locked.unsent ? 'amber' : 'gray'}
          icon={<IconLock aria-hidden />}
          title={t('signIn.locked')}
          role="status"
        >
          {t(locked.unsent ? 'signIn.lockedUnsent' : 'signIn.lockedText')}
        </Alert>
      )}
      {sent && (
        <Alert color="green" icon={<IconInfoCircle aria-hidden />} role="status">
          {t('signIn.temporarySent')}
        </Alert>
      )}
      {offline && (
        <Alert color="amber" icon={<IconInfoCircle aria-hidden />} title={t('signIn.offline')} role="status">
          {t('signIn.offlineText')}
        </Alert>
      )}
    </>
  );
}
