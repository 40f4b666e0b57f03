import { TextInput, type TextInputProps } from '@mantine/core';
import { parseSignInNumber } from '../../src-shared/domain/phone';

type PhoneFieldProps = Omit<TextInputProps, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
};

/** A Belarusian mobile number after the fixed «+375»; a pasted full number loses its prefix. */
export function PhoneField({ value, onChange, ...rest }: PhoneFieldProps) {
  const take = (typed: string) => {
    const full = typed.replace(/\D/g, '').length > 9 ? parseSignInNumber(typed) : null;
    onChange(full ? full.slice(3) : typed.replace(/[^\d\s()-]/g, ''));
  };
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => take(event.currentTarget.value)}
      leftSection={<span>+375</span>}
      leftSectionWidth={54}
      inputMode="tel"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
