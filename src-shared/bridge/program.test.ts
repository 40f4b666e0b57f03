import { describe, expect, it } from 'vitest';
import { defaultSettings } from './default-settings';
import { programProcedures } from './program';
import { keptSettingsSchema, settingsSchema } from './settings';

describe('the operator’s address', () => {
  const accepts = (url: string) => settingsSchema.shape.operator.safeParse({ kind: 'remote', url }).success;

  it.each([
    'https://cabinet.example.by',
    'https://cabinet.example.by:8443/api?x=1',
    'http://127.0.0.1:8080',
    'http://localhost:8080/',
    'http://[::1]:8080',
  ])('%s is taken', (url) => expect(accepts(url)).toBe(true));

  it.each([
    'http://cabinet.example.by',
    'http://192.168.0.7:8080',
    'http://localhost.evil.test/',
    'http://127.0.0.1.evil.test/',
    'http://127.0.0.1@evil.test/',
    'http://localhost:80@evil.test/',
    'https://user:secret@cabinet.example.by',
    'https://good.by\\@evil.test',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'cabinet.example.by',
    '',
  ])('%s is refused', (url) => expect(accepts(url)).toBe(false));
});

it('settings of an older version are kept, and completed', () => {
  const { lockAfterMin: _, ...older } = { ...defaultSettings, language: 'en', syncEveryMin: 60 };
  expect(keptSettingsSchema.parse(older)).toEqual({ ...defaultSettings, language: 'en', syncEveryMin: 60 });
  for (const broken of [null, 5, 'x', { ...older, theme: 'pink' }]) {
    expect(keptSettingsSchema.safeParse(broken).success).toBe(false);
  }
});

it.each([
  '../a.txt',
  'a/b.txt',
  'a\\b.txt',
  'setup.exe',
  'a.txt.lnk',
  '.txt',
  'a\nb.txt',
  `${'x'.repeat(200)}.txt`,
])('a text is not offered to be saved as %j', (name) => {
  expect(programProcedures['program.saveText'].input.safeParse({ name, text: '' }).success).toBe(false);
});
