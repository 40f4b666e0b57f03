import { Checkbox, Stack } from '@mantine/core';

type ChoiceEditorProps<Option extends string> = {
  label: string;
  options: readonly Option[];
  words: (option: Option) => string;
  chosen: readonly Option[];
  onChange: (chosen: Option[]) => void;
};

/** Any of some values; every tick narrows the list at once. */
export function ChoiceEditor<Option extends string>(props: ChoiceEditorProps<Option>) {
  const { options, chosen, onChange } = props;
  return (
    <Checkbox.Group
      label={props.label}
      value={[...chosen]}
      onChange={(values) => onChange(options.filter((option) => values.includes(option)))}
    >
      <Stack gap={8} pt={6}>
        {options.map((option) => (
          <Checkbox key={option} value={option} label={props.words(option)} size="xs" />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
