import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { type Settings, settingsSchema } from '../../../src-shared/bridge/settings';
import { fieldError, isPressing } from '../../components/field-error';
import { ButtonRow } from '../../components/section';
import { useT } from '../../i18n/use-t';
import { tellDone, tellError } from '../../state/notices';
import { changeSettings, useSettings } from '../../state/settings';

/** The embedded operator or a real one at an address. */
export function OperatorChoice() {
  const t = useT();
  const operator = useSettings((settings) => settings.operator);
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(operator.kind);
  const [url, setUrl] = useState(operator.kind === 'remote' ? operator.url : '');
  const [left, setLeft] = useState(false);
  const [saving, setSaving] = useState(false);
  const wanted: Settings['operator'] =
    kind === 'embedded' ? { kind: 'embedded' } : { kind: 'remote', url: url.trim() };
  const valid = settingsSchema.shape.operator.safeParse(wanted).success;
  const changed = JSON.stringify(wanted) !== JSON.stringify(operator);
  const apply = async () => {
    setLeft(true);
    if (!valid) return field.current?.focus();
    setSaving(true);
    try {
      await changeSettings({ operator: wanted });
      tellDone(t('settings.operator.applied'));
    } catch (error) {
      tellError(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <Stack gap={10}>
        <Radio.Group
          value={kind}
          onChange={(value) => setKind(value === 'remote' ? 'remote' : 'embedded')}
          aria-label={t('settings.operator')}
        >
          <Stack gap={8}>
            <Radio value="embedded" label={t('settings.operator.embedded')} />
            <Radio value="remote" label={t('settings.operator.remote')} />
          </Stack>
        </Radio.Group>
        {kind === 'remote' && (
          <TextInput
            ref={field}
            label={t('settings.operator.url')}
            description={t('settings.operator.urlHint')}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            onBlur={() => !isPressing() && setLeft(url !== '')}
            error={left && !valid ? fieldError(t('settings.operator.urlWrong')) : null}
            inputMode="url"
            spellCheck={false}
          />
        )}
        {changed && <Text c="dimmed">{t('settings.operator.signsOut')}</Text>}
        <ButtonRow>
          <Button type="submit" variant="default" disabled={!changed} loading={saving}>
            {t('settings.operator.apply')}
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}
