import { renameSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { putInPlace } from './put-in-place';

vi.mock('node:fs', () => ({ renameSync: vi.fn() }));
const rename = vi.mocked(renameSync);
const fault = (code: string) => Object.assign(new Error(code), { code });
const refuse = (code: string) => () => {
  throw fault(code);
};
const on = (platform: NodeJS.Platform) => vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);

beforeEach(() => {
  rename.mockReset();
});

it('waits on Windows for whoever holds the file, though not for ever', () => {
  on('win32');
  rename.mockImplementationOnce(refuse('EPERM')).mockImplementationOnce(refuse('EBUSY'));
  putInPlace('a', 'b');
  expect(rename).toHaveBeenCalledTimes(3);
  rename.mockReset().mockImplementation(refuse('EACCES'));
  expect(() => putInPlace('a', 'b')).toThrow('EACCES');
});

it('does not wait for what no waiting changes', () => {
  on('win32');
  rename.mockImplementation(refuse('ENOENT'));
  expect(() => putInPlace('a', 'b')).toThrow('ENOENT');
  on('linux');
  rename.mockImplementation(refuse('EPERM'));
  expect(() => putInPlace('a', 'b')).toThrow('EPERM');
  expect(rename).toHaveBeenCalledTimes(2);
});
