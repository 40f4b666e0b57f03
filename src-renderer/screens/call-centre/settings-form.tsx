import { Button, Checkbox, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { distributions } from '../../../src-shared/domain/requests';
import { fieldError } from '../../components/field-error';
import { PageButtons } from '../../components/page-buttons';
import { useSubscribers } from '../../components/use-subscribers';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { OperatorsField } from './operators-field';
import {
  type Fault,
  GREETING_MAX,
  isFaultless,
  type SettingsDraft,
  settingsFaults,
  WAIT_MAX_S,
  WAIT_MIN_S,
} from './settings-draft';
import { WeekField } from './week-field';

type SettingsFormProps = {
  draft: SettingsDraft;
  onChange: (part: Partial<SettingsDraft>) => void;
  onNext: () => void;
  onBack: () => void;
  /** Drops what was typed. */
  onForget: () => void;
};

/** All settings of the call centre in one column. */
export function SettingsForm({ draft, onChange, onNext, onBack, onForget }: SettingsFormProps) {
  const t = useT();
  const touched = useTouched();
  const people = useSubscribers(draft.operatorIds);
  const faults = settingsFaults(draft, people);
  const words = (field: string, fault: Fault | null) =>
    touched.shown(field) && fault ? t(fault.key, fault.params ?? {}) : null;
  const error = (text: string | null) => (text ? fieldError(text) : null);
  const submit = () => {
    touched.all();
    if (!isFaultless(faults)) return false;
    onNext();
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={onBack}>
      <Switch
        label={t('callCentre.enabled')}
        checked={draft.enabled}
        onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
      />
      <OperatorsField
        ids={draft.operatorIds}
        people={people}
        onChange={(operatorIds) => {
          onChange({ operatorIds });
          touched.leave('operators');
        }}
        fault={words('operators', faults.operators)}
      />
      <Radio.Group
        label={t('callCentre.distribution')}
        value={draft.distribution}
        onChange={(value) => onChange({ distribution: value as SettingsDraft['distribution'] })}
      >
        <Stack gap={8} mt={6}>
          {distributions.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`callCentre.distribution.${one}`)}
              description={t(`callCentre.distribution.${one}.about`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <WeekField
        hours={draft.hours}
        onChange={(hours) => onChange({ hours })}
        faults={faults.hours.map((fault, at) => (touched.shown(`day${at}`) ? fault : null))}
        onLeave={(at) => touched.leave(`day${at}`)}
      />
      <Checkbox
        color="gray.7"
        label={t('callCentre.calendar')}
        description={t('callCentre.calendarAbout')}
        checked={draft.followCalendar}
        onChange={(event) => onChange({ followCalendar: event.currentTarget.checked })}
      />
      <TextInput
        label={t('callCentre.waitLimit')}
        description={t('callCentre.waitAbout', { from: WAIT_MIN_S, to: WAIT_MAX_S })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.waitLimit}
        onChange={(event) => onChange({ waitLimit: event.currentTarget.value })}
        onBlur={() => touched.leave('waitLimit')}
        error={error(words('waitLimit', faults.waitLimit))}
        inputMode="numeric"
        autoComplete="off"
        styles={{ wrapper: { width: 120 } }}
      />
      <TextInput
        label={t('callCentre.overflow')}
        description={t('callCentre.overflowAbout')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        leftSection={<span>+375</span>}
        leftSectionWidth={54}
        value={draft.overflow}
        onChange={(event) => onChange({ overflow: event.currentTarget.value })}
        onBlur={() => touched.leave('overflow')}
        error={error(words('overflow', faults.overflow && { key: faults.overflow }))}
        inputMode="tel"
        autoComplete="off"
        styles={{ wrapper: { width: 260 } }}
      />
      <Textarea
        label={t('callCentre.greeting')}
        description={t('callCentre.greetingAbout', {
          length: draft.greeting.trim().length,
          limit: GREETING_MAX,
        })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.greeting}
        onChange={(event) => onChange({ greeting: event.currentTarget.value })}
        onBlur={() => touched.leave('greeting')}
        error={error(words('greeting', faults.greeting))}
        autosize
        minRows={2}
        maxRows={8}
      />
      <PageButtons menu={false} back={onBack} next={{ submit: true }}>
        <Button variant="subtle" color="gray" onClick={onForget}>
          {t('callCentre.forget')}
        </Button>
      </PageButtons>
    </WorkForm>
  );
}
