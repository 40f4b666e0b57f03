import { describe, expect, it } from 'vitest';
import { formatPhone, parseSignInNumber, phoneMaskToLike } from './phone';

describe('phone numbers', () => {
  it.each([
    ['291234567', '375291234567'],
    ['+375 (29) 123-45-67', '375291234567'],
    ['80441234567', '375441234567'],
    ['25 123 45 67', '375251234567'],
  ])('reads «%s»', (text, number) => {
    expect(parseSignInNumber(text)).toBe(number);
  });

  it.each(['', '29123456', '2912345678', '171234567', '29123456a', '375171234567'])(
    'refuses «%s»',
    (text) => {
      expect(parseSignInNumber(text)).toBeNull();
    },
  );

  it('groups Belarusian numbers and leaves the rest alone', () => {
    expect(formatPhone('375291234567')).toBe('+375 29 123-45-67');
    expect(formatPhone('74951234567')).toBe('+74951234567');
    expect(formatPhone('150')).toBe('150');
    expect(formatPhone('A1 Info')).toBe('A1 Info');
  });

  it('reads the masks of the guide', () => {
    expect(phoneMaskToLike('29%')).toBe('37529%');
    expect(phoneMaskToLike('29_23%')).toBe('37529_23%');
    expect(phoneMaskToLike('%45%')).toBe('%45%');
    expect(phoneMaskToLike('1234')).toBe('%1234%');
    expect(phoneMaskToLike('375 29 %')).toBe('37529%');
    expect(phoneMaskToLike('80 29 123-45-67')).toBe('%291234567%');
    expect(phoneMaskToLike("29'; --")).toBeNull();
  });
});
