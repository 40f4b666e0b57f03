import { expect, it } from 'vitest';
import { fileFault } from './file-sink';

it.each([
  ['EPERM', 'win32', 'file-busy'],
  ['EPERM', 'linux', 'not-writable'],
  ['EBUSY', 'darwin', 'file-busy'],
  ['ENOSPC', 'linux', 'disk-full'],
] as const)('%s on %s means %s', (code, platform, expected) => {
  const error = Object.assign(new Error('no'), { code });
  expect(fileFault(error, 'Счёт.pdf', platform)).toMatchObject({
    code: expected,
    params: { file: 'Счёт.pdf' },
    cause: error,
  });
});

it.each([
  ['open', 'not-writable'],
  ['mkdir', 'not-writable'],
  ['rename', 'file-busy'],
  ['unlink', 'file-busy'],
] as const)('what Windows refuses in %s means %s', (syscall, expected) => {
  const error = Object.assign(new Error('no'), { code: 'EPERM', syscall });
  expect(fileFault(error, 'Счёт.pdf', 'win32')).toMatchObject({ code: expected });
});

it('what nobody foresaw stays as it is', () => {
  const error = new Error('no');
  expect(fileFault(error, 'Счёт.pdf', 'linux')).toBe(error);
});
