import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveText } from './save-text';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cabinet-text-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('puts the whole text in place of an older file', () => {
  const path = join(folder, 'Настройка.txt');
  saveText(path, 'первый');
  saveText(path, 'второй');
  expect(readFileSync(path, 'utf8')).toBe('второй');
  expect(readdirSync(folder)).toEqual(['Настройка.txt']);
});

it('takes a name as long as names can be', () => {
  const name = `${'я'.repeat(125)}.txt`;
  saveText(join(folder, name), 'текст');
  expect(readdirSync(folder)).toEqual([name]);
});

it('names the file that cannot be written and leaves nothing behind', () => {
  const path = join(folder, 'занято');
  mkdirSync(join(path, 'inside'), { recursive: true });
  expect(() => saveText(path, 'текст')).toThrowError(
    expect.objectContaining({ code: 'not-writable', params: { file: 'занято' } }),
  );
  expect(readdirSync(folder)).toEqual(['занято']);
});
