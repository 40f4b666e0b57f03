import { Button } from '@mantine/core';
import { useState } from 'react';
import { sipPasswordSchema } from '../../../src-shared/domain/subscriber-changes';
import { OfflineNote, RuleNote } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { fieldError } from '../../components/field-error';
import { PageButtons } from '../../components/page-buttons';
import { PasswordField } from '../../components/password-field';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow } from '../../state/commands';
import { makeSipPassword } from './make-password';

type PasswordChangeProps = { subscriberId: number; onBack: () => void };

/** A new password of the SIP line. What is typed is a secret: it is kept in no draft. */
export function PasswordChange({ subscriberId, onBack }: PasswordChangeProps) {
  const t = useT();
  const flow = useCommandFlow();
  const touched = useTouched();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [visible, setVisible] = useState(false);
  const bad = !sipPasswordSchema.safeParse(password).success;
  const differ = password !== again;
  const back = <PageButtons menu={false} back={onBack} />;
  return (
    <CommandStage
      flow={flow}
      meanwhile={back}
      done={() => (
        <>
          <Outcome tone="good" title={t('sipLine.changed')}>
            {t('sipLine.changedHint')}
          </Outcome>
          {back}
        </>
      )}
    >
      <OfflineNote />
      <RuleNote title={t('sipLine.changeWarning')} />
      <WorkForm
        onEscape={onBack}
        onSubmit={() => {
          touched.all();
          if (bad || differ) return false;
          flow.send({ kind: 'change-sip-password', body: { subscriberId, password } });
          return true;
        }}
      >
        <PasswordField
          label={t('sipLine.newPassword')}
          description={t('sipLine.passwordRules')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onBlur={() => password !== '' && touched.leave('password')}
          visible={visible}
          onVisibilityChange={setVisible}
          autoComplete="new-password"
          spellCheck={false}
          error={
            touched.shown('password') && bad
              ? fieldError(t('sipLine.passwordBad', { rules: t('sipLine.passwordRules') }))
              : null
          }
        />
        <PasswordField
          label={t('sipLine.repeat')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          onBlur={() => again !== '' && touched.leave('again')}
          visible={visible}
          onVisibilityChange={setVisible}
          autoComplete="new-password"
          spellCheck={false}
          error={touched.shown('again') && differ ? fieldError(t('sipLine.passwordsDiffer')) : null}
        />
        <PageButtons
          menu={false}
          back={onBack}
          next={{ submit: true, label: t('sipLine.change'), loading: flow.phase === 'storing' }}
        >
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              const made = makeSipPassword();
              setPassword(made);
              setAgain(made);
              setVisible(true);
            }}
          >
            {t('sipLine.generate')}
          </Button>
        </PageButtons>
      </WorkForm>
    </CommandStage>
  );
}
