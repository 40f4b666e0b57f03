import { Select } from '@mantine/core';

type MinutesChoiceProps = {
  label: string;
  description?: string;
  choices: readonly number[];
  value: number;
  words: (minutes: number) => string;
  onChange: (minutes: number) => void;
};

/** One of some times; a kept one that is none of them stands among them. */
export function MinutesChoice({ choices, value, words, onChange, ...texts }: MinutesChoiceProps) {
  const offered = choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b);
  return (
    <Select
      {...texts}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      styles={{ wrapper: { width: 260 } }}
      allowDeselect={false}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      data={offered.map((minutes) => ({ value: String(minutes), label: words(minutes) }))}
    />
  );
}
