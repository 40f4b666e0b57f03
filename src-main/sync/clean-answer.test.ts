import { expect, it } from 'vitest';
import { parseAnswer, parseAnswerBytes } from './clean-answer';

const HIDING = [
  0x00, 0x07, 0x0b, 0x1f, 0x7f, 0x85, 0xad, 0x61c, 0x200b, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff,
];
const nameOf = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;

it.each(HIDING.map((code) => [nameOf(code), code] as const))('%s does not pass', (_name, code) => {
  const answers = [
    `{"name":"счет${escaped(code)}fdp.exe"}`,
    `{"name":"счет${escaped(code).toUpperCase().replace('\\U', '\\u')}fdp.exe"}`,
  ];
  if (code >= 0x20) answers.push(`{"name":"счет${String.fromCharCode(code)}fdp.exe"}`);
  for (const answer of answers) {
    expect(parseAnswer(answer)).toEqual({ name: 'счетfdp.exe' });
    expect(parseAnswerBytes(Buffer.from(answer))).toEqual({ name: 'счетfdp.exe' });
  }
});

it('other texts stay as they are', () => {
  const kept = {
    text: 'Строка\n\tвторая «№ 5» — 10 °C, 日本語, שלום, 👍🏽',
    escaped: '\\u202e',
    n: [1, null, true],
  };
  expect(parseAnswer(JSON.stringify(kept))).toEqual(kept);
  expect(() => parseAnswer('{"a":')).toThrow(SyntaxError);
  for (const text of ['{"name":"ООО Счёт","n":-1.5}', JSON.stringify(kept), '\ufeff[1]'])
    expect(parseAnswerBytes(Buffer.from(text))).toEqual(JSON.parse(text.replace(/^\ufeff/, '')));
  expect(() => parseAnswerBytes(Buffer.from('{"a":'))).toThrow(SyntaxError);
});
