import { expect, it } from 'vitest';
import { type PasswordWrap, passwordWrapSchema, unwrapKey, wrapKey } from './password-wrap';

const KEY = Buffer.from('0f'.repeat(32), 'hex');
const PASSWORD = 'Пароль-2021 й';
const COST = { N: 16, r: 1, p: 2 };

it('opens by the password, however its letters are composed, and by no other', async () => {
  const wrap = passwordWrapSchema.parse(await wrapKey(KEY, PASSWORD, COST));
  expect(await unwrapKey(wrap, PASSWORD)).toEqual(KEY);
  expect(await unwrapKey(wrap, PASSWORD.normalize('NFD'))).toEqual(KEY);
  expect(await unwrapKey(wrap, `${PASSWORD} `)).toBeNull();
});

it('needs every lane, and each at its cost', async () => {
  const wrap = await wrapKey(KEY, PASSWORD, COST);
  for (const other of [{ p: 1 }, { p: 3 }, { N: 32 }, { r: 2 }]) {
    expect(await unwrapKey({ ...wrap, ...other }, PASSWORD)).toBeNull();
  }
});

it('opens what an earlier version closed', async () => {
  const wrap: PasswordWrap = {
    kdf: 'scrypt',
    ...COST,
    salt: 'cSPoujZ+9U3OqtaEQd7pvA==',
    iv: 'zouaFcp3vf6yXHRN',
    data: 'q5lAlkV+JlXcKWwW9kQBVN7PEwPhtl9j7/3ierupDbE=',
    tag: 'bKojBdgIcpRDkmq7u0gTwg==',
  };
  expect(await unwrapKey(wrap, PASSWORD)).toEqual(KEY);
  expect(await unwrapKey({ ...wrap, kdf: 'scrypt-lanes' }, PASSWORD)).toBeNull();
});
