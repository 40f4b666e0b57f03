import { Button, Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { parseEmailList } from '../../../src-shared/domain/email-list';
import { EMAIL_LIST_MAX } from '../../../src-shared/domain/number-list';
import { formatWords } from '../../components/command/command-words';
import { Fact, FactList } from '../../components/facts';
import { fieldError } from '../../components/field-error';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { goBack, navigate } from '../../state/navigation';
import { type Carrier, carrierOf, carriers, emailsFaultWords, emailsText } from './delivery-change';
import type { StepProps } from './method-step';

/** «Текущий адрес»: which of the two is to be changed. */
export function AddressStep({ current }: StepProps) {
  const t = useT();
  return (
    <WorkForm onSubmit={() => navigate('delivery', { step: 'emails' })} onEscape={goBack}>
      <FactList>
        <Fact label={t('delivery.currentEmail')}>{current.emails.join('; ')}</Fact>
        <Fact label={t('delivery.format')}>{formatWords(current.formats, t)}</Fact>
      </FactList>
      {current.emails.length === 0 && <Text>{t('delivery.noEmailYet')}</Text>}
      <PageButtons menu={false} back>
        <Button type="submit">{t('delivery.changeEmail')}</Button>
        <Button
          disabled={current.emails.length === 0}
          onClick={() => navigate('delivery', { step: 'formats' })}
        >
          {t('delivery.changeFormat')}
        </Button>
      </PageButtons>
    </WorkForm>
  );
}

/** «Выберите адрес доставки»: new addresses, with the limits of the field said first. */
export function EmailsStep({ current, draft, onChange }: StepProps) {
  const t = useT();
  const touched = useTouched();
  const text = draft.emails ?? emailsText(current);
  const list = parseEmailList(text);
  const fault = list.ok
    ? text.trim() === emailsText(current)
      ? t('delivery.sameEmails')
      : null
    : emailsFaultWords(list.fault, t);
  const submit = () => {
    touched.all();
    if (fault !== null) return false;
    navigate('delivery', { step: 'confirm' });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={goBack}>
      <FactList>
        <Fact label={t('delivery.currentEmail')}>{current.emails.join('; ')}</Fact>
      </FactList>
      <TextInput
        label={t('delivery.newEmails')}
        description={t('delivery.emailsHint', { length: text.length, limit: EMAIL_LIST_MAX })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={text}
        onChange={(event) => onChange({ method: 'email', emails: event.currentTarget.value })}
        onBlur={() => text !== emailsText(current) && touched.leave('emails')}
        error={touched.shown('emails') && fault ? fieldError(fault) : null}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <PageButtons menu={false} back next={{ submit: true }} />
    </WorkForm>
  );
}

/** «Изменить формат счёта»: PDF always, Excel or Excel by working time with it. */
export function FormatsStep({ current, draft, onChange }: StepProps) {
  const t = useT();
  const touched = useTouched();
  const carrier = draft.carrier ?? carrierOf(current);
  const same = carrier === carrierOf(current);
  const submit = () => {
    touched.all();
    if (same) return false;
    navigate('delivery', { step: 'confirm' });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={goBack}>
      <FactList>
        <Fact label={t('delivery.format')}>{formatWords(current.formats, t)}</Fact>
      </FactList>
      <Checkbox label={t('delivery.pdfAlways')} checked disabled readOnly />
      <Radio.Group
        label={t('delivery.carrier')}
        value={carrier}
        onChange={(value) => onChange({ method: 'email', carrier: value as Carrier })}
        error={touched.shown('carrier') && same ? fieldError(t('delivery.sameFormat')) : null}
      >
        <Stack gap={8} my={6}>
          {carriers.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`delivery.carrier.${one}`)}
              description={one === 'xlsx-split' ? t('delivery.splitAbout') : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <PageButtons menu={false} back next={{ submit: true }} />
    </WorkForm>
  );
}
