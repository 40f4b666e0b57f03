import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatPhone } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { stopAsking, useExpiry } from '../../state/expiry';
import { tellError } from '../../state/notices';
import { useCommand } from '../../state/procedures';
import { setSession, signOut, useSession } from '../../state/session';
import { startSync } from '../../state/sync';
import { fieldError, focusFirstWrong } from '../field-error';
import { PasswordField } from '../password-field';
import { ErrorState } from '../states';

/** The operator has ended the session: the password is asked for over the open page, which stays as it is. */
export function ExpiredDialog() {
  const t = useT();
  const asking = useExpiry((state) => state.asking);
  const phone = useSession()?.account?.phone;
  return (
    <Modal
      opened={asking && phone !== undefined}
      onClose={stopAsking}
      title={t('expired.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {phone && <PasswordForm phone={phone} />}
    </Modal>
  );
}

function PasswordForm({ phone }: { phone: string }) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState(false);
  const signIn = useCommand('session.signInByPassword');
  const send = async () => {
    setSent(true);
    if (password === '') return focusFirstWrong(form.current);
    const session = await signIn.mutateAsync({ phone, password }).catch(() => null);
    if (!session) return;
    setSession(session);
    stopAsking();
    if (session.mode === 'offline') tellError({ code: 'operator-unreachable', params: {} });
    else if (session.phase === 'signed-in') await startSync().catch(tellError);
  };
  const leave = () => {
    stopAsking();
    void signOut().catch(tellError);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="sm">
        <Text>{t('expired.intro')}</Text>
        <Text c="dimmed">{t('expired.phone', { phone: formatPhone(phone) })}</Text>
        <PasswordField
          label={t('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={sent && password === '' ? fieldError(t('signIn.required')) : null}
          autoComplete="current-password"
          data-autofocus
        />
        {signIn.error && <ErrorState error={signIn.error} />}
        <Group gap="xs">
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
          <Button variant="default" onClick={stopAsking}>
            {t('expired.offline')}
          </Button>
        </Group>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={leave}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('expired.otherWay')}
        </Anchor>
      </Stack>
    </form>
  );
}
