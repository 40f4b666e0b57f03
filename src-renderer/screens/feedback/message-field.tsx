import { Textarea } from '@mantine/core';
import { APPEAL_TEXT_MAX } from '../../../src-shared/domain/requests';
import { fieldError } from '../../components/field-error';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';

/** What is wrong with a text to the specialists; null: nothing. */
export function messageFault(text: string, t: Translate): string | null {
  const { length } = text.trim();
  if (length === 0) return t('signIn.required');
  return length > APPEAL_TEXT_MAX ? t('appeal.textLong', { length, limit: APPEAL_TEXT_MAX }) : null;
}

type MessageFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  fault: string | null;
};

/** A text with its counter; Ctrl+Enter sends, since Enter makes a new line here. */
export function MessageField({ label, value, onChange, onBlur, fault }: MessageFieldProps) {
  const t = useT();
  return (
    <Textarea
      label={label}
      description={t('appeal.counter', { length: value.trim().length, limit: APPEAL_TEXT_MAX })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      error={fault ? fieldError(fault) : null}
      autosize
      minRows={4}
      maxRows={14}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
