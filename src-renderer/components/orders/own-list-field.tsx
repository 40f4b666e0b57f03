import { Textarea } from '@mantine/core';
import { OWN_LIST_MAX, parseNumberList } from '../../../src-shared/domain/number-list';
import { useT } from '../../i18n/use-t';
import { fieldError } from '../field-error';

type OwnListFieldProps = {
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  /** Null: nothing to tell. */
  fault: string | null;
  disabled?: boolean;
};

/** «Ввести свой список абонентов» (guide §2.3.4). */
export function OwnListField({ value, onChange, onBlur, fault, disabled = false }: OwnListFieldProps) {
  const t = useT();
  const list = parseNumberList(value);
  const count = list.ok ? list.numbers.length : 0;
  return (
    <Textarea
      label={t('ownList.numbers')}
      description={
        <>
          {t('ownList.hint')} {t('ownList.yours')}{' '}
          {count > 0 && t('ownList.count', { count, limit: OWN_LIST_MAX })}
        </>
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="375xxxxxxxxx;375xxxxxxxxx"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      error={fault ? fieldError(fault) : null}
      disabled={disabled}
      autosize
      minRows={3}
      maxRows={10}
      spellCheck={false}
      onKeyDown={(event) => {
        // Numbers are one list: Enter sends it, as in every field.
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
