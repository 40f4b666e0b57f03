import { Button, Modal, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { fieldError, focusFirstWrong } from '../../components/field-error';
import { OpeningFault } from '../../components/opening-fault';
import { PageTitle } from '../../components/page';
import { PasswordField } from '../../components/password-field';
import { useT } from '../../i18n/use-t';
import { tellError } from '../../state/notices';
import { useCommand } from '../../state/procedures';
import { setSession, signOut } from '../../state/session';
import { Gate } from './gate';
import styles from './sign-in.module.css';

/** Signed in, but the cache on this machine is closed by an older password. */
export function CacheLocked() {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState(false);
  const [asking, setAsking] = useState(false);
  const open = useCommand('session.openWithOldPassword');
  const startNew = useCommand('session.startNewCache');
  const send = async () => {
    setLeft(true);
    if (password === '') return focusFirstWrong(form.current);
    const session = await open.mutateAsync({ password }).catch(() => null);
    if (session) setSession(session);
  };
  const begin = async () => {
    const session = await startNew.mutateAsync(undefined).catch(() => null);
    setAsking(false);
    if (session) setSession(session);
  };
  const error = open.error ?? startNew.error;
  return (
    <Gate>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PageTitle title={t('locked.title')} />
        <p className={styles.note}>{t('locked.intro')}</p>
        <PasswordField
          label={t('locked.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={left && password === '' ? fieldError(t('signIn.required')) : null}
          autoFocus
        />
        {error && <OpeningFault error={error} />}
        <div className={styles.actions}>
          <Button type="submit" loading={open.isPending}>
            {t('locked.open')}
          </Button>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('locked.new')}
          </Button>
          <Button variant="default" onClick={() => void signOut().catch(tellError)}>
            {t('menu.signOut')}
          </Button>
        </div>
      </form>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('locked.newTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Text mb="md">{t('locked.newText')}</Text>
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => void begin()} loading={startNew.isPending}>
            {t('locked.new')}
          </Button>
        </div>
      </Modal>
    </Gate>
  );
}
