import { TagsInput } from '@mantine/core';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import { useLabels } from './use-labels';

/** As much as the contract keeps. */
const MAX_LABELS = 10;
const MAX_LENGTH = 40;

type LabelsFieldProps = {
  subscriberId: number;
  /** Without it the field is named for screen readers only. */
  label?: string;
};

/** The person's own labels of a subscriber: typed ones are added by Enter, every change is kept at once. */
export function LabelsField({ subscriberId, label }: LabelsFieldProps) {
  const t = useT();
  const { of, all, set, error } = useLabels();
  return (
    <TagsInput
      {...(label ? { label } : { 'aria-label': t('labels.title') })}
      description={t('labels.hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[...all]}
      value={[...(of.get(subscriberId) ?? [])]}
      onChange={(labels) => set(subscriberId, labels.map((one) => one.trim()).filter(Boolean))}
      maxTags={MAX_LABELS}
      maxLength={MAX_LENGTH}
      clearable={false}
      maw={420}
      size="sm"
      error={error ? describeError(error, t).what : null}
      data-autofocus={label ? true : undefined}
    />
  );
}
